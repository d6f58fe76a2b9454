package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The text of a body, its shape, and a copy of the same length in which tokens are looked for. */
final class Page {
  /** What the body looks like, whatever its content type says. */
  enum Shape {
    EMPTY,
    HTML,
    JSON,
    MARKDOWN,
    XML,
    TEXT
  }

  private static final int HEAD = 2048;
  private static final int TRIGRAM_BITS = 16;
  private static final Set<String> HTML_ELEMENTS =
      Set.of(
          "html",
          "head",
          "body",
          "title",
          "meta",
          "link",
          "script",
          "style",
          "noscript",
          "div",
          "span",
          "p",
          "h1",
          "h2",
          "h3",
          "center",
          "table",
          "form",
          "br",
          "hr",
          "b",
          "a",
          "font",
          "pre",
          "main",
          "section",
          "img",
          "iframe",
          "base",
          "ul",
          "strong",
          "header",
          "article");

  private final String text;
  private final String searchable;
  private final Shape shape;
  private final long[] trigrams;

  private Page(String text) {
    this.text = text;
    this.searchable = searchable(text);
    this.trigrams = trigrams(searchable);
    this.shape = shape(searchable.strip());
  }

  static Page of(String text) {
    return new Page(text);
  }

  String text() {
    return text;
  }

  /** Returns the text in lower case, index for index. */
  String searchable() {
    return searchable;
  }

  Shape shape() {
    return shape;
  }

  boolean isHtml() {
    return shape == Shape.HTML;
  }

  /** Returns whether prose is to be expected: vendors' words count only there. */
  boolean isProse() {
    return shape == Shape.HTML || shape == Shape.TEXT;
  }

  /** Returns whether the searchable text contains the lower-case token. */
  boolean has(String token) {
    for (int i = 0; i + 2 < token.length(); i++) {
      int bit = trigram(token, i);
      if ((trigrams[bit >> 6] & (1L << bit)) == 0) {
        return false;
      }
    }
    return searchable.contains(token);
  }

  /** Hardly any token is on a page: this shows it without searching the page for each. */
  private static long[] trigrams(String text) {
    long[] bits = new long[1 << (TRIGRAM_BITS - 6)];
    for (int i = 0; i + 2 < text.length(); i++) {
      int bit = trigram(text, i);
      bits[bit >> 6] |= 1L << bit;
    }
    return bits;
  }

  private static int trigram(String text, int at) {
    int three = text.charAt(at) | (text.charAt(at + 1) << 5) | (text.charAt(at + 2) << 10);
    return three & ((1 << TRIGRAM_BITS) - 1);
  }

  /** One byte per character keeps the search on the JVM's fast path, whatever the page contains. */
  private static String searchable(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = text.charAt(i);
      bytes[i] = (byte) (c > 0xFF ? '?' : c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static Shape shape(String text) {
    if (text.isEmpty()) {
      return Shape.EMPTY;
    }
    char first = text.charAt(0);
    if (first == '{' || first == '[') {
      return Shape.JSON;
    }
    if (text.startsWith("---\n") || text.startsWith("---\r") || text.startsWith("--- ")) {
      return Shape.MARKDOWN;
    }
    return first == '<' ? markup(text) : textOrHtml(text);
  }

  private static Shape textOrHtml(String text) {
    String head = text.substring(0, Math.min(text.length(), HEAD));
    boolean html =
        head.contains("<html") || head.contains("<!doctype html") || head.contains("<body");
    return html ? Shape.HTML : Shape.TEXT;
  }

  private static Shape markup(String text) {
    int at = 0;
    while (text.startsWith("<?", at) || text.startsWith("<!", at)) {
      if (text.startsWith("<!doctype html", at)) {
        return Shape.HTML;
      }
      String close = text.startsWith("<!--", at) ? "-->" : ">";
      int end = text.indexOf(close, at);
      at = end < 0 ? text.length() : skipSpace(text, end + close.length());
    }
    return HTML_ELEMENTS.contains(elementName(text, at)) ? Shape.HTML : Shape.XML;
  }

  private static String elementName(String text, int at) {
    int end = Math.min(at + 1, text.length());
    int start = end;
    while (end < text.length() && Ascii.isName(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
