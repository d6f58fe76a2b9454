package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an unknown intermediary says about itself, in words appended to the finding: the product in
 * {@code Server} or {@code Via}, and the title of its page. None of it is proof.
 */
final class Stranger {
  private static final int PRODUCT_LENGTH = 60;
  private static final int TITLE_LENGTH = 80;
  private static final Pattern TITLE =
      Pattern.compile("<(title|h1)(?:\\s[^>]{0,200})?>([^<]{1,400})<");

  private Stranger() {}

  /** Returns the product after a comma; empty if no header names one. */
  static String product(CleanHeaders headers) {
    for (String name : new String[] {"Server", "Via"}) {
      String value = headers.first(name);
      if (value != null) {
        return ", " + name + ": " + Clean.line(value, PRODUCT_LENGTH);
      }
    }
    return "";
  }

  /**
   * Returns the page's title after a comma; empty if it has none, or may repeat what was sent and
   * so has no excerpt either.
   */
  static String title(Page page) {
    if (!page.isHtml() || Excerpt.of(page) == null) {
      return "";
    }
    Matcher title = TITLE.matcher(page.searchable());
    String found = "";
    while (title.find() && found.isEmpty()) {
      found = Excerpt.line(page.text().substring(title.start(2), title.end(2)), TITLE_LENGTH);
    }
    return found.isEmpty() ? "" : ", page title: " + found;
  }
}
