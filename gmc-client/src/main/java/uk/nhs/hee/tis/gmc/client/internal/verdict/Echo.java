package uk.nhs.hee.tis.gmc.client.internal.verdict;

import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.internal.soap.SentValues;

/**
 * Anything in an answer that repeats part of the request: no finding, signal or excerpt may show
 * it.
 *
 * <p>The library's own texts contain common words, and so may a name: a text is hidden only if the
 * answer itself also repeats a value.
 */
final class Echo {
  private final Clues clues;
  private final SentValues sent;
  private final @Nullable String excerpt;
  private @Nullable Boolean repeats;

  Echo(Clues clues, SentValues sent, @Nullable String excerpt) {
    this.clues = clues;
    this.sent = sent;
    this.excerpt = excerpt;
  }

  /** Returns the excerpt, or null if it or the page behind it repeats a value. */
  @Nullable String excerpt() {
    return excerpt == null || repeatedByPage() ? null : excerpt;
  }

  String finding(String finding) {
    return isHidden(finding) ? "HTTP " + clues.status() : finding;
  }

  /** Returns the words about the page's title, or nothing if the page repeats a value. */
  String title(String words) {
    return words.isEmpty() || repeatedByPage() || sent.appearIn(words) ? "" : words;
  }

  String signal(String signal) {
    return isHidden(signal) ? SentValues.HIDDEN : signal;
  }

  private boolean isHidden(String text) {
    return sent.appearIn(text) && (repeatedByPage() || repeatedByHeader());
  }

  private boolean repeatedByPage() {
    if (repeats == null) {
      repeats =
          sent.appearOnPage(clues.page().text()) || (excerpt != null && sent.appearIn(excerpt));
    }
    return repeats;
  }

  private boolean repeatedByHeader() {
    return clues.answer().headers().map().values().stream()
        .anyMatch(values -> values.stream().anyMatch(sent::appearIn));
  }
}
