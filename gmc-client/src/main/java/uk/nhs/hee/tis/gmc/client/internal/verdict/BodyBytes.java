package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.nio.charset.StandardCharsets;

/** Turns the bytes of a decoded body into text: bounded, whatever the bytes are. */
final class BodyBytes {
  /** Only this much is examined. */
  static final int LIMIT = 256 * 1024;

  /** What the decoder produces for a byte that is not text. */
  private static final char SUBSTITUTE = '\u001A';

  private BodyBytes() {}

  /** Returns the text; bytes that are not text become U+FFFD. */
  static String text(byte[] body) {
    return new String(body, 0, Math.min(body.length, LIMIT), StandardCharsets.UTF_8)
        .replace(SUBSTITUTE, '\uFFFD');
  }
}
