package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The secret and personal values that went out with one request, to be found again where a foreign
 * page repeats them: as they are or escaped for XML, HTML, JSON, a URL or in base64, in any letter
 * case, with or without accents, with markup, punctuation or white space in between, or cut off in
 * the middle. Immutable and thread-safe; deliberately without a {@code toString}.
 *
 * <p>In case of doubt a value counts as found: all that is lost is a piece of a foreign page. A
 * value of one to three characters is looked for only in what is to be shown, never in the page
 * behind it, and only as a separate word: an internal user called {@code 1} would otherwise hide
 * every page.
 */
public final class SentValues {
  /** What is shown in place of a text that repeats a value. */
  public static final String HIDDEN = "*** (it repeats what was sent)";

  private static final SentValues NONE = of(List.of());

  private final Supplier<Collection<String>> values;
  private volatile @Nullable ValueSearch search;

  private SentValues(Supplier<Collection<String>> values) {
    this.values = values;
  }

  /** Returns these values; blank ones are not looked for. */
  public static SentValues of(Collection<String> sent) {
    return new SentValues(() -> sent);
  }

  /** Returns an empty set of values, which is never found. */
  public static SentValues none() {
    return NONE;
  }

  /** Returns these values and further ones, such as those of headers. */
  public SentValues and(Supplier<Collection<String>> further) {
    return new SentValues(
        () -> {
          List<String> all = new ArrayList<>(values.get());
          all.addAll(further.get());
          return all;
        });
  }

  /** Returns whether a text that is to be shown contains any of the values, in any form. */
  public boolean appearIn(String shown) {
    ValueSearch ready = ready();
    Set<String> readings = Readings.of(shown);
    return readings.isEmpty()
        || readings.stream().anyMatch(r -> ready.findsLong(r) || ready.findsShort(r));
  }

  /**
   * Returns whether the page behind such a text contains any of the values except the short ones.
   */
  public boolean appearOnPage(String page) {
    ValueSearch ready = ready();
    if (!ready.looksForLongOnes()) {
      return false;
    }
    Set<String> readings = Readings.of(page);
    return readings.isEmpty() || readings.stream().anyMatch(ready::findsLong);
  }

  /** Made only when it is needed: most calls succeed. */
  private ValueSearch ready() {
    ValueSearch ready = search;
    if (ready == null) {
      ready = new ValueSearch(values.get());
      search = ready;
    }
    return ready;
  }
}
