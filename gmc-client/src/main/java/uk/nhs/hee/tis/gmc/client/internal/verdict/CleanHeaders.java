package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The headers of an answer, in any case and number, with bounded one-line values. */
final class CleanHeaders {
  private static final int VALUES = 20;
  private static final int VALUE_LENGTH = 1000;
  private static final int SHOWN_LENGTH = 80;

  private final HttpHeaders headers;

  CleanHeaders(HttpHeaders headers) {
    this.headers = headers;
  }

  boolean has(String name) {
    return first(name) != null;
  }

  /** Returns the first value that is not blank. */
  @Nullable String first(String name) {
    List<String> values = all(name);
    return values.isEmpty() ? null : values.get(0);
  }

  List<String> all(String name) {
    List<String> values = new ArrayList<>();
    for (String value : headers.allValues(name)) {
      String clean = Clean.line(value, VALUE_LENGTH);
      if (!clean.isEmpty() && values.size() < VALUES) {
        values.add(clean);
      }
    }
    return values;
  }

  /** Returns whether any value of the header contains the lower-case text. */
  boolean contains(String name, String text) {
    return all(name).stream().anyMatch(v -> v.toLowerCase(Locale.ROOT).contains(text));
  }

  /** Returns whether any value of the header starts with the lower-case text. */
  boolean startsWith(String name, String text) {
    return all(name).stream().anyMatch(v -> v.toLowerCase(Locale.ROOT).startsWith(text));
  }

  /** Returns whether any header's name starts with the lower-case text. */
  boolean anyNameStartsWith(String prefix) {
    return headers.map().keySet().stream()
        .anyMatch(name -> name.regionMatches(true, 0, prefix, 0, prefix.length()));
  }

  /** Returns the header as a signal: its name and a short piece of its value. */
  String shown(String name) {
    String value = first(name);
    return "header " + name + ": " + (value == null ? "" : Clean.line(value, SHOWN_LENGTH));
  }
}
