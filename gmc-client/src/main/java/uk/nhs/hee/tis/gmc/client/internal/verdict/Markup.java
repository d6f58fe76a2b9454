package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.util.Set;

/** Looks for attribute values in the tags of a page: the same words in its text do not count. */
final class Markup {
  private static final Set<String> NAMES = Set.of("id", "class", "data-translate");
  private static final int TAG_LENGTH = 1000;
  private static final int TRIES = 200;

  private final Page page;
  private final String text;

  Markup(Page page) {
    this.page = page;
    this.text = page.isHtml() ? page.searchable() : "";
  }

  boolean has(String value) {
    return page.has(value) && indexOf(value, 0) >= 0;
  }

  /** Returns where a tag has the value as an id, class or translation key, or -1. */
  int indexOf(String value, int from) {
    int at = text.indexOf(value, from);
    for (int tries = 0; at >= 0 && tries < TRIES; tries++) {
      if (isWholeWord(at, at + value.length()) && isValue(at)) {
        return at;
      }
      at = text.indexOf(value, at + 1);
    }
    return -1;
  }

  /** Returns the page's text between the end of the tag at the index and the limit, untagged. */
  String textAfterTag(int at, int limit) {
    StringBuilder out = new StringBuilder();
    boolean inTag = false;
    int from = endOfTag(at);
    for (int i = from; i < text.length() && i < from + limit; i++) {
      char c = text.charAt(i);
      if (c == '<' || c == '>') {
        inTag = c == '<';
        out.append(' ');
      } else if (!inTag) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Returns at most this much of the text between the end of the tag at the index and the next. */
  String textOfElement(int at, int limit) {
    int from = endOfTag(at);
    int end = from;
    while (end < text.length() && end < from + limit && text.charAt(end) != '<') {
      end++;
    }
    return text.substring(from, end);
  }

  private int endOfTag(int at) {
    int end = text.indexOf('>', at);
    return end < 0 ? text.length() : end + 1;
  }

  private boolean isWholeWord(int start, int end) {
    return !isWord(start - 1) && !isWord(end);
  }

  private boolean isWord(int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }

  private boolean isValue(int at) {
    int equals = at - 1;
    while (equals > at - TAG_LENGTH && equals > 0 && isValueCharacter(text.charAt(equals))) {
      equals--;
    }
    if (equals <= 0 || text.charAt(equals) != '=') {
      return false;
    }
    int end = equals;
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && isWord(start - 1)) {
      start--;
    }
    return NAMES.contains(text.substring(start, end)) && isInTag(start);
  }

  private static boolean isValueCharacter(char c) {
    return Character.isLetterOrDigit(c)
        || Character.isWhitespace(c)
        || c == '-'
        || c == '_'
        || c == '"'
        || c == '\''
        || c == ':';
  }

  private boolean isInTag(int nameStart) {
    boolean separated = nameStart > 0 && " \t\r\n\"'/".indexOf(text.charAt(nameStart - 1)) >= 0;
    int at = nameStart;
    while (at > nameStart - TAG_LENGTH && at > 0 && "<>".indexOf(text.charAt(at)) < 0) {
      at--;
    }
    return separated && text.charAt(at) == '<' && Character.isLetter(text.charAt(at + 1));
  }
}
