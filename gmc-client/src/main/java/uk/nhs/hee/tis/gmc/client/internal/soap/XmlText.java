package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.util.Locale;

/**
 * Writes text as XML 1.0 element content that reads back equal, and refuses what XML cannot
 * represent.
 */
final class XmlText {
  private XmlText() {}

  /**
   * Appends the text, escaped.
   *
   * @throws IllegalArgumentException if a character is not allowed in XML; the message names the
   *     field, the character and its position, not the text
   */
  static void append(StringBuilder out, String field, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '&') {
        out.append("&amp;");
      } else if (c == '<') {
        out.append("&lt;");
      } else if (c == '>') {
        out.append("&gt;");
      } else if (c == '\r') {
        // A parser would turn a bare one into a line feed.
        out.append("&#13;");
      } else if ((c >= ' ' && c < 0xD800) || c == '\n' || c == '\t') {
        out.append(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append(c).append(text.charAt(++i));
      } else if (c > 0xDFFF && c < 0xFFFE) {
        out.append(c);
      } else {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s holds U+%04X at index %d, which XML cannot hold",
                field,
                (int) c,
                i));
      }
    }
  }
}
