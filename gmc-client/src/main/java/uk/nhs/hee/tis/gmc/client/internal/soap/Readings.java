package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The ways in which one text can be read: with and without its tags, and with up to three layers of
 * escapes undone, in any order.
 */
final class Readings {
  private static final int ROUNDS = 3;

  /** A page with more readings than this limit was made to have them. */
  private static final int MOST_CHARACTERS = 2_000_000;

  /** Searching further for the end of every tag takes too long if none has one. */
  private static final int TAG_LENGTH = 1000;

  private static final Pattern SHORTEST_TAG = Pattern.compile("<[^<>]*>");

  private Readings() {}

  /** Returns the readings, the text itself among them; none if there are too many. */
  static Set<String> of(String text) {
    Set<String> all = new LinkedHashSet<>(List.of(text));
    List<String> last = List.of(text);
    long characters = text.length();
    for (int round = 0; round < ROUNDS; round++) {
      Set<String> next = new LinkedHashSet<>();
      for (String reading : last) {
        next.add(withoutTags(reading));
        next.add(SHORTEST_TAG.matcher(reading).replaceAll(""));
        next.add(Unescaped.of(reading));
      }
      next.removeAll(all);
      characters += next.stream().mapToLong(String::length).sum();
      if (characters > MOST_CHARACTERS) {
        return Set.of();
      }
      all.addAll(next);
      last = List.copyOf(next);
    }
    return all;
  }

  private static String withoutTags(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', at)) {
      out.append(text, at, open);
      int end = endOfTag(text, open);
      if (end < 0) {
        out.append('<');
      }
      at = end < 0 ? open + 1 : end;
    }
    return out.append(text, at, text.length()).toString();
  }

  /**
   * Returns where the tag or comment ends, or -1 if there is none; a value in quotes may contain >.
   */
  private static int endOfTag(String text, int open) {
    if (text.startsWith("<!--", open)) {
      int end = text.indexOf("-->", open);
      return end < 0 ? text.length() : end + 3;
    }
    int limit = Math.min(text.length(), open + TAG_LENGTH);
    char quote = 0;
    for (int at = open + 1; at < limit; at++) {
      char c = text.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '>') {
        return at + 1;
      } else if (c == '"' || c == '\'') {
        quote = c;
      }
    }
    return -1;
  }
}
