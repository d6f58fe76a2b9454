package uk.nhs.hee.tis.gmc.testkit;

import com.github.tomakehurst.wiremock.http.Response;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.testkit.internal.CheckedRequest;

/** The stubs in effect, newest first, and those that were begun. Thread-safe. */
final class StubBook {
  private volatile List<StubRule> rules = new CopyOnWriteArrayList<>();
  private @Nullable List<StubRule> draft;
  private final Sentences sentences = new Sentences();

  GmcStub begin(String words, Predicate<GmcOperation> operations) {
    return new GmcStub(words, StubRule.of(operations), this);
  }

  GmcStub beginEverything(String words) {
    return new GmcStub(words, StubRule.ofEverything(), this);
  }

  synchronized void add(StubRule rule) {
    (draft == null ? rules : draft).add(0, rule);
  }

  /** Replaces all stubs at once by those that the script adds. */
  synchronized void rewrite(Runnable script) {
    List<StubRule> written = new CopyOnWriteArrayList<>();
    draft = written;
    try {
      script.run();
      rules = written;
    } finally {
      draft = null;
    }
  }

  Sentences sentences() {
    return sentences;
  }

  Optional<Function<Exchange, Response>> find(CheckedRequest request, String userAgent) {
    return rules.stream().flatMap(rule -> rule.claim(request, userAgent).stream()).findFirst();
  }

  synchronized void clear() {
    rules.clear();
    sentences.clear();
  }
}
