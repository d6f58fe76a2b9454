package uk.nhs.hee.tis.gmc.testkit;

import com.github.tomakehurst.wiremock.http.Response;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.testkit.internal.CheckedRequest;

/** The stubs in effect, newest first, and those that were begun. Thread-safe. */
final class StubBook {
  private final List<StubRule> rules = new CopyOnWriteArrayList<>();
  private final Sentences sentences = new Sentences();

  GmcStub begin(String words, Predicate<GmcOperation> operations) {
    return new GmcStub(words, StubRule.of(operations), this);
  }

  GmcStub beginEverything(String words) {
    return new GmcStub(words, StubRule.ofEverything(), this);
  }

  void add(StubRule rule) {
    rules.add(0, rule);
  }

  Sentences sentences() {
    return sentences;
  }

  Optional<Function<Exchange, Response>> find(CheckedRequest request, String userAgent) {
    return rules.stream().flatMap(rule -> rule.claim(request, userAgent).stream()).findFirst();
  }

  void clear() {
    rules.clear();
    sentences.clear();
  }
}
