package uk.nhs.hee.tis.gmc.testkit;

import com.github.tomakehurst.wiremock.http.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.testkit.internal.CheckedRequest;

/** Which requests a stub treats, and how it treats one after the other. Thread-safe. */
final class StubRule {
  private static final int UNTIL_THE_NEXT = 0;

  /** A request may come between two words of a stub that another thread is writing. */
  private static final Duration TIME_TO_WRITE = Duration.ofMillis(200);

  private final Set<GmcOperation> operations;
  private final List<Step> steps = new ArrayList<>();
  private Predicate<CheckedRequest> filter;
  private Predicate<String> userAgents = userAgent -> true;
  private @Nullable String unfinished;
  private @Nullable String name;
  private String begun = "";
  private boolean mustBeHit;
  private boolean hit;
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

  synchronized void mustBeHit(boolean must) {
    mustBeHit = must;
  }

  synchronized void name(@Nullable String text) {
    name = text;
  }

  /** The name that it was given, or else the words and the place where it begins. */
  synchronized String description() {
    return name == null ? begun : name + ", " + begun;
  }

  /** The name that it was given, if it has one. */
  synchronized Optional<String> name() {
    return Optional.ofNullable(name);
  }

  synchronized void narrow(Predicate<CheckedRequest> test) {
    filter = filter.and(test);
  }

  synchronized void narrowUserAgent(Predicate<String> test) {
    userAgents = userAgents.and(test);
  }

  /** A part of it was begun, which does not say yet what happens. */
  synchronized void begin(String wordsAndPlace) {
    if (begun.isEmpty()) {
      begun = wordsAndPlace;
    }
    unfinished = wordsAndPlace;
  }

  /** The part that was begun was refused, and its writer has been told. */
  synchronized void abandon() {
    unfinished = null;
    notifyAll();
  }

  /** Adds how the next requests are treated. */
  synchronized void add(Function<Exchange, Response> effect, int requests) {
    steps.add(new Step(effect, requests));
    unfinished = null;
    notifyAll();
  }

  /** Whether it says what happens, but no request that had to come has come. */
  synchronized boolean isUnused() {
    return mustBeHit && !hit && !steps.isEmpty() && unfinished == null;
  }

  /** How this request is treated, which then counts; nothing if the stub is not about it. */
  synchronized Optional<Function<Exchange, Response>> claim(
      CheckedRequest request, String userAgent) {
    long end = System.nanoTime() + TIME_TO_WRITE.toNanos();
    while (filter.test(request) && userAgents.test(userAgent)) {
      Optional<Function<Exchange, Response>> effect = next();
      String missing = unfinished;
      if (effect.isPresent() || missing == null) {
        return effect;
      }
      long left = end - System.nanoTime();
      if (left <= 0) {
        return Optional.of(exchange -> exchange.mistake(Mistakes.unfinishedStub(missing)));
      }
      awaitWords(left);
    }
    return Optional.empty();
  }

  private void awaitWords(long nanos) {
    try {
      TimeUnit.NANOSECONDS.timedWait(this, nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Function<Exchange, Response>> next() {
    while (current < steps.size()) {
      if (used < limit(current)) {
        used++;
        hit = true;
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
    return index == steps.size() - 1 && unfinished == null ? Integer.MAX_VALUE : 1;
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
