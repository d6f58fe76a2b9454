package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.nio.charset.StandardCharsets;

/** Turns the bytes of a decoded body into text: bounded, whatever they are. */
final class BodyBytes {
  /** No more than this is looked at. */
  static final int LIMIT = 256 * 1024;

  /** What the decoder makes of a byte that is no text. */
  private static final char SUBSTITUTE = '\u001A';

  private BodyBytes() {}

  /** Returns the text; what is no text becomes U+FFFD. */
  static String text(byte[] body) {
    return new String(body, 0, Math.min(body.length, LIMIT), StandardCharsets.UTF_8)
        .replace(SUBSTITUTE, '\uFFFD');
  }
}
