package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Undoes one layer of the escapes of HTML and XML, of JSON and JavaScript, and of URLs, all at
 * once, so that a value is found in whichever of them a page repeats it. The result is only good
 * for searching.
 */
final class Unescaped {
  private static final Pattern ESCAPE =
      Pattern.compile(
          "&#(?<decimal>\\d{1,10});?"
              + "|&#[xX](?<hex>[0-9a-fA-F]{1,8});?"
              + "|&(?<name>[A-Za-z][A-Za-z0-9]{1,30});"
              + "|&(?<open>amp|lt|gt|quot|[A-Za-z](?:acute|grave|circ|tilde|uml|ring|cedil|slash))"
              + "|(?:\\\\u|%u|\\\\x(?=[0-9a-fA-F]{2}))(?<code>(?<=x)[0-9a-fA-F]{2}|(?<=u)[0-9a-fA-F]{4})"
              + "|(?<percent>(?:%[0-9a-fA-F]{2})++)"
              + "|\\\\(?<plain>.)");

  private static final String NAMED =
      "amp & lt < gt > quot \" apos ' commat @ period . colon : comma , semi ; excl ! num #"
          + " dollar $"
          + " percnt % lpar ( rpar ) ast * plus + sol / bsol \\ equals = quest ? lsqb [ rsqb ]"
          + " lbrack [ rbrack ] Hat ^ lowbar _ grave ` lcub { rcub } lbrace { rbrace } verbar |"
          + " vert | pound \u00a3 euro \u20ac sect \u00a7 szlig \u00df aelig \u00e6 AElig \u00c6"
          + " oelig \u0153 OElig \u0152 eth \u00f0 ETH \u00d0 thorn \u00fe THORN \u00de inodot"
          + " \u0131";

  private static final Map<String, String> ENTITIES = entities();

  /** Combining characters, which normalising joins to the preceding letter. */
  private static final Map<String, String> ACCENTS =
      Map.of(
          "grave", "\u0300", "acute", "\u0301", "circ", "\u0302", "tilde", "\u0303", "uml",
          "\u0308", "ring", "\u030a", "cedil", "\u0327", "caron", "\u030c", "ogon", "\u0328",
          "breve", "\u0306");

  private Unescaped() {}

  private static Map<String, String> entities() {
    Map<String, String> entities = new HashMap<>();
    String[] pairs = NAMED.split(" ", -1);
    for (int i = 0; i < pairs.length; i += 2) {
      entities.put(pairs[i], pairs[i + 1]);
    }
    return entities;
  }

  static String of(String text) {
    Matcher escapes = ESCAPE.matcher(text);
    StringBuilder out = new StringBuilder(text.length());
    while (escapes.find()) {
      escapes.appendReplacement(out, Matcher.quoteReplacement(plain(escapes)));
    }
    return escapes.appendTail(out).toString();
  }

  private static String plain(Matcher escape) {
    if (escape.group("decimal") != null) {
      return character(Long.parseLong(escape.group("decimal")));
    }
    String hex = escape.group("hex") == null ? escape.group("code") : escape.group("hex");
    if (hex != null) {
      return character(Long.parseLong(hex, 16));
    }
    if (escape.group("percent") != null) {
      return percent(escape.group("percent"));
    }
    if (escape.group("plain") != null) {
      return "nrtbf".contains(escape.group("plain")) ? " " : escape.group("plain");
    }
    return named(escape.group("name") == null ? escape.group("open") : escape.group("name"));
  }

  private static String character(long code) {
    return code <= Character.MAX_CODE_POINT ? Character.toString((int) code) : " ";
  }

  /**
   * An entity that is not a letter in a name is punctuation or space, which is not searched for.
   */
  private static String named(String name) {
    String known = ENTITIES.get(name);
    if (known != null) {
      return known;
    }
    String accent = ACCENTS.get(name.substring(1));
    boolean letter = accent != null || name.matches("[A-Za-z](slash|strok|dot|macr|dblac)");
    return letter ? name.charAt(0) + (accent == null ? "" : accent) : " ";
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
