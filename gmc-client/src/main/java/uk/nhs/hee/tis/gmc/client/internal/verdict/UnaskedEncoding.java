package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.util.Locale;
import java.util.Set;

/**
 * A body in a content coding that our requests do not ask for and nothing here decodes, such as
 * {@code br} or {@code deflate}. Only gzip is asked for.
 */
final class UnaskedEncoding {
  private static final String HEADER = "Content-Encoding";
  private static final Set<String> EXPECTED = Set.of("", "gzip", "x-gzip", "identity");

  private static final int SHOWN_LENGTH = 40;

  /** How much of the text is examined. */
  private static final int LOOKED_AT = 2048;

  private UnaskedEncoding() {}

  /**
   * Returns whether the body is in such a coding. Intermediaries are known to decode a body and
   * leave the header, so the body must look encoded too.
   */
  static boolean isIn(Clues clues) {
    return !isExpected(header(clues)) && isNoText(clues.page().text());
  }

  /** Returns the header and what is unusual about it. */
  static String words(Clues clues) {
    return HEADER + ": " + header(clues) + ", which was not asked for";
  }

  private static String header(Clues clues) {
    String value = clues.headers().first(HEADER);
    return value == null ? "" : Clean.line(value, SHOWN_LENGTH);
  }

  private static boolean isExpected(String codings) {
    for (String coding : codings.toLowerCase(Locale.ROOT).split(",", -1)) {
      if (!EXPECTED.contains(coding.strip())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNoText(String text) {
    return text.chars()
        .limit(LOOKED_AT)
        .anyMatch(c -> c == 0xFFFD || (c < ' ' && !Character.isWhitespace(c)));
  }
}
