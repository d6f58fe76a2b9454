package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpHeaders;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Answers in one line: a status, a body and headers such as {@code Server: cloudflare}. */
final class Answers {
  /** The header of an answer that passed through Cloudflare. */
  static final String EDGE = "CF-RAY: " + Corpus.RAY + "-LHR";

  private Answers() {}

  static Verdict judged(int status, String body, String... headers) {
    return Judge.byRules(
        new ObservedAnswer(
            status, httpHeaders(headers), body.getBytes(UTF_8), true, Set.of(), null));
  }

  /** Returns an answer that throws where a rule reads it. */
  static ObservedAnswer unreadable(int status) {
    return new ObservedAnswer(status, httpHeaders(), new byte[0], true, new Unreadable(), null);
  }

  static CleanHeaders headers(String... lines) {
    return new CleanHeaders(httpHeaders(lines));
  }

  static HttpHeaders httpHeaders(String... lines) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : lines) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
          .add(line.substring(colon + 1));
    }
    return HttpHeaders.of(headers, (name, value) -> true);
  }

  private static final class Unreadable extends AbstractSet<String> {
    @Override
    public Iterator<String> iterator() {
      throw new IllegalStateException("unreadable");
    }

    @Override
    public int size() {
      return 1;
    }
  }
}
