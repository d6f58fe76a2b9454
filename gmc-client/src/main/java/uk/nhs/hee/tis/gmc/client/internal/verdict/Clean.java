package uk.nhs.hee.tis.gmc.client.internal.verdict;

/**
 * Makes foreign text safe for an e-mail or a log line: one line, no control characters, bounded.
 */
final class Clean {
  private Clean() {}

  /** Returns at most {@code length} characters of the text on one line. */
  static String line(CharSequence text, int length) {
    StringBuilder out = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < text.length() && out.length() < length; i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        gap = out.length() > 0;
      } else if (isPrintable(c)) {
        if (gap) {
          out.append(' ');
          gap = false;
        }
        out.append(c);
      }
    }
    return out.substring(0, Math.min(out.length(), length));
  }

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Whether the character is safe to show; surrogates are not, as a pair could be torn. */
  static boolean isPrintable(char c) {
    switch (Character.getType(c)) {
      case Character.CONTROL:
      case Character.FORMAT:
      case Character.SURROGATE:
      case Character.PRIVATE_USE:
      case Character.UNASSIGNED:
        return false;
      default:
        return true;
    }
  }
}
