package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Texts reduced to what is compared when searching a page for a value, whatever the page made of
 * it.
 */
final class Folded {

  /** Letters that Unicode does not decompose into a plain letter and an accent. */
  private static final Map<Character, String> PLAIN =
      Map.of(
          '\u00f8', "o", '\u0142', "l", '\u0111', "d", '\u00f0', "d", '\u00fe', "th", '\u00df',
          "ss", '\u00e6', "ae", '\u0153', "oe", '\u0131', "i", '\u0127', "h");

  private Folded() {}

  /** Returns the text in lower case, without white space and other invisible characters. */
  static String exact(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (char c : normalized(text, Normalizer.Form.NFKC)) {
      if (!isUnseen(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Returns bytes of an unknown character set likewise, each as a character of Latin-1. */
  static String exact(byte[] bytes) {
    StringBuilder out = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      char c = (char) (b & 0xFF);
      if (c > ' ' && (c < 0x7F || c > 0xA0)) {
        out.append(Character.toLowerCase(c));
      }
    }
    return out.toString();
  }

  /** Returns only its letters and digits, in lower case and without accents. */
  static String letters(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (char c : normalized(text, Normalizer.Form.NFKD)) {
      if (c < 0x80) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
          out.append(c);
        }
      } else if (Character.isLetterOrDigit(c)) {
        String plain = PLAIN.get(c);
        out.append(plain == null ? String.valueOf(c) : plain);
      }
    }
    return out.toString();
  }

  private static char[] normalized(String text, Normalizer.Form form) {
    return Normalizer.normalize(text, form).toLowerCase(Locale.ROOT).toCharArray();
  }

  private static boolean isUnseen(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
