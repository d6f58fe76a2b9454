package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Cloudflare's own error pages in HTML: their stable ids and where they keep the error code. */
final class CloudflarePage {
  private static final List<String> IDS =
      List.of(
          "cf-error-details",
          "cf-wrapper",
          "cf_styles-css",
          "cf_styles-ie-css",
          "cf-error-code",
          "cf-footer-item-ip",
          "block_headline");
  private static final int NEAR = 120;
  private static final int TRIES = 20;

  private final Page page;
  private final Markup markup;
  private final Optional<String> id;

  CloudflarePage(Page page) {
    this.page = page;
    this.markup = new Markup(page);
    this.id = IDS.stream().filter(markup::has).findFirst();
  }

  /** Returns an id or class that only Cloudflare's pages have, if the page has one. */
  Optional<String> id() {
    return id;
  }

  /**
   * Returns the error code of a page that has such an id, from the most reliable place to the
   * least.
   */
  OptionalInt code() {
    if (id.isEmpty()) {
      return OptionalInt.empty();
    }
    OptionalInt code = codeInside("cf-error-code");
    code = code.isPresent() ? code : codeOfScript();
    code = code.isPresent() ? code : codeInside("code-label");
    code = code.isPresent() ? code : codeOfLink();
    return code.isPresent() ? code : codeAfterTranslatedWord();
  }

  private OptionalInt codeInside(String cssClass) {
    int at = markup.indexOf(cssClass, 0);
    for (int tries = 0; at >= 0 && tries < TRIES; tries++) {
      OptionalInt code = firstCode(markup.textOfElement(at, NEAR));
      if (code.isPresent()) {
        return code;
      }
      at = markup.indexOf(cssClass, at + 1);
    }
    return OptionalInt.empty();
  }

  private OptionalInt codeOfScript() {
    return codeAfter("errorcode", "\"': =");
  }

  private OptionalInt codeOfLink() {
    return codeAfter("/error-", "");
  }

  /** Looks for a code that follows the word with only the allowed characters in between. */
  private OptionalInt codeAfter(String word, String between) {
    String text = page.searchable();
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int start = at + word.length();
      int limit = Math.min(text.length(), start + 10);
      while (start < limit && between.indexOf(text.charAt(start)) >= 0) {
        start++;
      }
      int end = Math.min(text.length(), start + 5);
      OptionalInt code = leadingCode(text.substring(start, end));
      if (code.isPresent()) {
        return code;
      }
    }
    return OptionalInt.empty();
  }

  private OptionalInt codeAfterTranslatedWord() {
    int at = markup.indexOf("error", 0);
    return at < 0 ? OptionalInt.empty() : firstCode(markup.textAfterTag(at, NEAR));
  }

  private static OptionalInt leadingCode(String text) {
    int end = 0;
    while (end < text.length() && Ascii.isDigit(text.charAt(end))) {
      end++;
    }
    return code(text.substring(0, end));
  }

  private static OptionalInt firstCode(String text) {
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && Ascii.isDigit(text.charAt(end))) {
        end++;
      }
      OptionalInt code = code(text.substring(at, end));
      if (code.isPresent()) {
        return code;
      }
      at = end + 1;
    }
    return OptionalInt.empty();
  }

  /** Reads digits as a code if they can be one. */
  static OptionalInt code(String digits) {
    int code = Ascii.isNumber(digits, 3, 4) ? Integer.parseInt(digits) : 0;
    return CloudflareCode.isPossible(code) ? OptionalInt.of(code) : OptionalInt.empty();
  }
}
