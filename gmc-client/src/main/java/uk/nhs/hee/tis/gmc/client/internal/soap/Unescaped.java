package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Undoes one layer of the escapes of HTML and XML, of JSON and JavaScript, and of URLs, all at
 * once, so that a value is found in whichever of them a page repeats it. What it makes of a text is
 * only good for searching.
 */
final class Unescaped {
  private static final Pattern ESCAPE =
      Pattern.compile(
          "&#(\\d{1,7});?|&#[xX]([0-9a-fA-F]{1,6});?|&([A-Za-z]{2,8});|\\\\u([0-9a-fA-F]{4})"
              + "|\\\\x([0-9a-fA-F]{2})|((?:%[0-9a-fA-F]{2})+)|\\\\(.)|(\\+)");
  private static final Map<String, String> ENTITIES =
      Map.of(
          "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "shy", "",
          "commat", "@", "period", ".", "colon", ":");

  /** Combining characters, which normalising joins to the letter before. */
  private static final Map<String, String> ACCENTS =
      Map.of(
          "grave", "\u0300", "acute", "\u0301", "circ", "\u0302", "tilde", "\u0303", "uml",
          "\u0308", "ring", "\u030a", "cedil", "\u0327", "caron", "\u030c");

  private Unescaped() {}

  static String of(String text) {
    Matcher escapes = ESCAPE.matcher(text);
    StringBuilder out = new StringBuilder(text.length());
    while (escapes.find()) {
      escapes.appendReplacement(out, Matcher.quoteReplacement(plain(escapes)));
    }
    return escapes.appendTail(out).toString();
  }

  private static String plain(Matcher escape) {
    if (escape.group(1) != null) {
      return character(escape.group(1), 10);
    }
    for (int hex : new int[] {2, 4, 5}) {
      if (escape.group(hex) != null) {
        return character(escape.group(hex), 16);
      }
    }
    if (escape.group(3) != null) {
      return ENTITIES.getOrDefault(escape.group(3), accented(escape.group(3)));
    }
    if (escape.group(6) != null) {
      return percent(escape.group(6));
    }
    // A plus is a space in a form, and itself elsewhere; white space is not searched for.
    return escape.group(7) != null ? escape.group(7) : " ";
  }

  private static String character(String number, int radix) {
    int code = Integer.parseInt(number, radix);
    return Character.isValidCodePoint(code) ? Character.toString(code) : " ";
  }

  /** Such as {@code eacute}: a letter and the name of its accent. */
  private static String accented(String name) {
    String accent = ACCENTS.get(name.substring(1));
    return accent == null ? "&" + name + ";" : name.charAt(0) + accent;
  }

  private static String percent(String escaped) {
    ByteBuffer bytes = ByteBuffer.allocate(escaped.length() / 3);
    for (int i = 0; i < escaped.length(); i += 3) {
      bytes.put((byte) Integer.parseInt(escaped.substring(i + 1, i + 3), 16));
    }
    bytes.flip();
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
    } catch (CharacterCodingException notUtf8) {
      return StandardCharsets.ISO_8859_1.decode(bytes).toString();
    }
  }
}
