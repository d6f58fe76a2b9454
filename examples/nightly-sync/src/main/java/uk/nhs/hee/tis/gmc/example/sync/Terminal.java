package uk.nhs.hee.tis.gmc.example.sync;

import java.io.Console;

/** Tells whether a person looks on, so that a progress bar makes sense. */
final class Terminal {
  private Terminal() {}

  /**
   * Returns whether standard input and output are an interactive terminal, as far as Java knows.
   */
  @SuppressWarnings("SystemConsoleNull") // isTerminal() decides where there is always a console
  static boolean isThere() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (NoSuchMethodException beforeJava22) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
