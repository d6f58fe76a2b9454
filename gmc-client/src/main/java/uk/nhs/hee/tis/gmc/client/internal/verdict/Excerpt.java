package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A short, harmless piece of a foreign page: no markup, no scripts, no e-mail addresses. If a page
 * may echo a request, or is XML of any kind, there is no excerpt at all.
 */
final class Excerpt {
  private static final int LENGTH = 600;
  private static final int READ_AHEAD = 4 * LENGTH;
  private static final int ENTITY_LENGTH = 9;
  private static final int GMC_NUMBER_DIGITS = 7;
  private static final String MASK = "***";
  private static final List<String> SKIPPED = List.of("script", "style", "noscript", "svg");

  /** Names found only in our own requests and the service's answers. */
  private static final List<String> ECHOES =
      List.of(
          "envelope",
          "gmcwebservices/\"",
          "recreq",
          "gmcreferencenumber",
          "doctoruid",
          "doctorsurname",
          "doctorlastname",
          "doctorfirstname",
          "designatedbody",
          "clientrequestid",
          "internaluser",
          "rouid",
          "rosurname",
          "returncode>");

  private static final List<String> SECRETS = List.of("username", "password");
  private static final List<String> OPENINGS =
      List.of("<", "lt;", "#60;", "#x3c;", "u003c", "%3c", ":", "/", "\"");

  private Excerpt() {}

  /** Returns the excerpt, or null if there must be none. */
  static @Nullable String of(Page page) {
    boolean foreign = page.shape() != Page.Shape.EMPTY && page.shape() != Page.Shape.XML;
    if (!foreign || mayEcho(page)) {
      return null;
    }
    String plain = page.isHtml() ? withoutMarkup(page) : page.text();
    String line = Clean.line(plain.substring(0, Math.min(plain.length(), READ_AHEAD)), READ_AHEAD);
    boolean garbage = line.chars().filter(c -> c == 0xFFFD).count() * 10 > line.length();
    if (line.isEmpty() || garbage || mayEcho(line.toLowerCase(Locale.ROOT).replace(" ", ""))) {
      return null;
    }
    String masked = maskNumbers(maskAddresses(line));
    return masked.length() <= LENGTH ? masked : masked.substring(0, LENGTH) + " …";
  }

  /**
   * Returns a piece of a page's text on one line, with entities decoded and e-mail addresses
   * masked.
   */
  static String line(String text, int length) {
    StringBuilder plain = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      if (text.charAt(at) == '&') {
        at = entity(text, at, plain);
      } else {
        plain.append(text.charAt(at++));
      }
    }
    return maskNumbers(maskAddresses(Clean.line(plain, length)));
  }

  private static boolean mayEcho(Page page) {
    return ECHOES.stream().anyMatch(page::has)
        || SECRETS.stream().anyMatch(s -> page.has(s) && opens(page.searchable(), s));
  }

  private static boolean mayEcho(String lowerCase) {
    return ECHOES.stream().anyMatch(lowerCase::contains)
        || SECRETS.stream().anyMatch(secret -> opens(lowerCase, secret));
  }

  /** Whether the word is where an element, a member or an entity-escaped element would be. */
  private static boolean opens(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      String before = text.substring(Math.max(0, at - 5), at);
      boolean form = before.endsWith("=\"") || before.endsWith("='");
      if (!form && OPENINGS.stream().anyMatch(before::endsWith)) {
        return true;
      }
    }
    return false;
  }

  private static String withoutMarkup(Page page) {
    String text = page.text();
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length() && out.length() < READ_AHEAD) {
      char c = text.charAt(at);
      if (c == '<' && isTag(text, at + 1)) {
        out.append(' ');
        at = afterTag(page.searchable(), at);
      } else if (c == '&') {
        at = entity(text, at, out);
      } else {
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }

  private static boolean isTag(String text, int at) {
    if (at >= text.length()) {
      return true;
    }
    char c = text.charAt(at);
    return Character.isLetter(c) || c == '/' || c == '!' || c == '?';
  }

  private static int afterTag(String text, int at) {
    if (text.startsWith("<!--", at)) {
      return after(text, "-->", at);
    }
    for (String element : SKIPPED) {
      if (text.startsWith(element, at + 1)) {
        return after(text, ">", after(text, "</" + element, at) - 1);
      }
    }
    return after(text, ">", at);
  }

  private static int after(String text, String end, int from) {
    int at = text.indexOf(end, from);
    return at < 0 ? text.length() : at + end.length();
  }

  private static int entity(String text, int at, StringBuilder out) {
    int end = at + 1;
    while (end < text.length() && end < at + ENTITY_LENGTH && text.charAt(end) != ';') {
      end++;
    }
    if (end == text.length() || text.charAt(end) != ';') {
      out.append('&');
      return at + 1;
    }
    out.append(decoded(text.substring(at + 1, end)));
    return end + 1;
  }

  private static String decoded(String name) {
    switch (name) {
      case "amp":
        return "&";
      case "lt":
        return "<";
      case "gt":
        return ">";
      case "quot":
        return "\"";
      case "apos":
        return "'";
      default:
        return name.startsWith("#") ? numbered(name.substring(1)) : " ";
    }
  }

  private static String numbered(String number) {
    try {
      boolean hex = number.startsWith("x") || number.startsWith("X");
      int code = hex ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
      return code > 0 && code <= 0xFFFF ? String.valueOf((char) code) : " ";
    } catch (NumberFormatException noNumber) {
      return " ";
    }
  }

  private static String maskAddresses(String line) {
    StringBuilder out = new StringBuilder();
    for (String word : line.split(" ", -1)) {
      out.append(out.length() == 0 ? "" : " ").append(word.indexOf('@') < 0 ? word : MASK);
    }
    return out.toString();
  }

  private static String maskNumbers(String line) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < line.length()) {
      int end = at;
      while (end < line.length() && Character.isDigit(line.charAt(end))) {
        end++;
      }
      if (end == at) {
        out.append(line.charAt(at++));
      } else {
        out.append(end - at == GMC_NUMBER_DIGITS ? MASK : line.substring(at, end));
        at = end;
      }
    }
    return out.toString();
  }
}
