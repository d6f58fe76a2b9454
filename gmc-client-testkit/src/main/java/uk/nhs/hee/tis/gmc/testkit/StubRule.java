package uk.nhs.hee.tis.gmc.testkit;

import com.github.tomakehurst.wiremock.http.Response;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.testkit.internal.CheckedRequest;

/** Which requests a stub treats, and how it treats one after the other. Thread-safe. */
final class StubRule {
  private static final int UNTIL_THE_NEXT = 0;

  private final Set<GmcOperation> operations;
  private final List<Step> steps = new ArrayList<>();
  private Predicate<CheckedRequest> filter;
  private Predicate<String> userAgents = userAgent -> true;
  private int current;
  private int used;

  private StubRule(Set<GmcOperation> operations, Predicate<CheckedRequest> filter) {
    this.operations = operations;
    this.filter = filter;
  }

  static StubRule of(Predicate<GmcOperation> operations) {
    Set<GmcOperation> all = EnumSet.allOf(GmcOperation.class);
    all.removeIf(operations.negate());
    return new StubRule(all, request -> request.operation().filter(all::contains).isPresent());
  }

  static StubRule ofEverything() {
    return new StubRule(EnumSet.allOf(GmcOperation.class), request -> true);
  }

  /** Whether every request that it may treat is of such an operation. */
  boolean isOnlyAbout(Predicate<GmcOperation> test) {
    return operations.stream().allMatch(test);
  }

  synchronized void narrow(Predicate<CheckedRequest> test) {
    filter = filter.and(test);
  }

  synchronized void narrowUserAgent(Predicate<String> test) {
    userAgents = userAgents.and(test);
  }

  /** Adds how the next requests are treated; whether it is the first such word. */
  synchronized boolean add(Function<Exchange, Response> effect, int requests) {
    steps.add(new Step(effect, requests));
    return steps.size() == 1;
  }

  /** How this request is treated, which then counts; nothing if the stub is not about it. */
  synchronized Optional<Function<Exchange, Response>> claim(
      CheckedRequest request, String userAgent) {
    if (!filter.test(request) || !userAgents.test(userAgent)) {
      return Optional.empty();
    }
    while (current < steps.size()) {
      if (used < limit(current)) {
        used++;
        return Optional.of(steps.get(current).effect);
      }
      current++;
      used = 0;
    }
    return Optional.empty();
  }

  private int limit(int index) {
    int requests = steps.get(index).requests;
    if (requests != UNTIL_THE_NEXT) {
      return requests;
    }
    return index == steps.size() - 1 ? Integer.MAX_VALUE : 1;
  }

  private static final class Step {
    private final Function<Exchange, Response> effect;
    private final int requests;

    Step(Function<Exchange, Response> effect, int requests) {
      this.effect = effect;
      this.requests = requests;
    }
  }
}
