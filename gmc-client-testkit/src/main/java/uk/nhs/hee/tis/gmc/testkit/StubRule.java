package uk.nhs.hee.tis.gmc.testkit;

import com.github.tomakehurst.wiremock.http.Response;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.testkit.internal.CheckedRequest;

/** Which requests a stub of the mock server treats, how, and under which name. Thread-safe. */
final class StubRule {
  private final Set<GmcOperation> operations;
  private final ResponseSequence<CheckedRequest, Function<Exchange, Response>> responses;
  private @Nullable String name;
  private boolean mustBeHit;

  private StubRule(Set<GmcOperation> operations, Predicate<CheckedRequest> filter) {
    this.operations = operations;
    this.responses = new ResponseSequence<>(filter);
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

  ResponseSequence<CheckedRequest, Function<Exchange, Response>> responses() {
    return responses;
  }

  synchronized void mustBeHit(boolean must) {
    mustBeHit = must;
  }

  synchronized void name(@Nullable String text) {
    name = text;
  }

  /** The name that it was given, if any, and the words and the place where it begins. */
  synchronized String description() {
    return name == null ? responses.description() : name + ", " + responses.description();
  }

  /** The name that it was given, if it has one. */
  synchronized Optional<String> name() {
    return Optional.ofNullable(name);
  }

  /** Whether it says what happens, but no request that had to come has come. */
  synchronized boolean isUnused() {
    return mustBeHit && responses.isUnused();
  }

  /** How this request is treated, which then counts; nothing if the stub is not about it. */
  Optional<Function<Exchange, Response>> claim(CheckedRequest request) {
    return responses.claim(
        request, words -> exchange -> exchange.mistake(Mistakes.unfinishedStub(words)));
  }
}
