package uk.nhs.hee.tis.gmc.example.benchmarks;

import java.net.URI;

/** Reads one list and ends: the program whose start-up and whose heap are measured. */
final class OneList {
  private OneList() {}

  /** Takes the stack, the endpoint, and how many doctors there must be. */
  public static void main(String[] arguments) {
    int wanted = Integer.parseInt(arguments[2]);
    try (Caller caller = Stack.valueOf(arguments[0]).open(URI.create(arguments[1]))) {
      System.exit(caller.list() == wanted ? 0 : 1);
    } catch (Exception | OutOfMemoryError e) {
      System.exit(2);
    }
  }
}
