package uk.nhs.hee.tis.gmc.testkit.standin;

import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.testkit.AnsweredRequest;
import uk.nhs.hee.tis.gmc.testkit.ReceivedRequest;
import uk.nhs.hee.tis.gmc.testkit.internal.BoundedLog;

/**
 * The latest requests and what each was answered, with a line on the console for every one: no
 * credentials, and nothing about a doctor. Thread-safe.
 */
final class Journal {
  private static final int MOST_ENTRIES = 1_000;
  private static final int MOST_CHARACTERS = 200;

  private final BoundedLog<AnsweredRequest> entries = new BoundedLog<>(MOST_ENTRIES);
  private final PrintStream console;

  Journal(PrintStream console) {
    this.console = console;
  }

  void add(AnsweredRequest answered) {
    entries.add(answered);
    StringBuilder lines = new StringBuilder(line(answered));
    answered
        .request()
        .violations()
        .forEach(v -> lines.append("\n  contract violation: ").append(printable(v)));
    console.println(lines);
  }

  List<AnsweredRequest> entries() {
    return entries.entries();
  }

  void clear() {
    entries.clear();
  }

  /** Time in UTC, caller, status, operation, answer, and what decided it. */
  private static String line(AnsweredRequest answered) {
    return String.join(
        "  ",
        answered.receivedAt().truncatedTo(ChronoUnit.MILLIS).toString(),
        printable(answered.clientAddress()),
        answered.status().isPresent() ? Integer.toString(answered.status().getAsInt()) : "---",
        printable(called(answered.request())),
        printable(answered.answer() + answered.stub().map(stub -> " by " + stub).orElse("")));
  }

  private static String called(ReceivedRequest request) {
    return request
        .operation()
        .map(GmcOperation::operationName)
        .or(() -> request.nonSoapRequest().map(line -> "no SOAP call: " + line))
        .orElse("no operation");
  }

  /** Part of this comes from the caller, who must not be able to forge a journal line. */
  private static String printable(String text) {
    String oneLine = text.replaceAll("\\p{Cntrl}", "?");
    return oneLine.length() <= MOST_CHARACTERS
        ? oneLine
        : oneLine.substring(0, MOST_CHARACTERS) + "…";
  }
}
