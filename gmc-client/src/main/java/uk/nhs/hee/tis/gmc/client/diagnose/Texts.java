package uk.nhs.hee.tis.gmc.client.diagnose;

import java.time.Duration;

/** Makes things fit to be shown. */
final class Texts {
  private static final int MOST = 1000;

  private Texts() {}

  /** Returns the text on one line, of bounded length: none may start a line of its own. */
  static String line(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= MOST ? line : line.substring(0, MOST) + "…";
  }

  static String of(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}
