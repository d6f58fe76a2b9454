package uk.nhs.hee.tis.gmc.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapOperation;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;

/** What a fake does on one operation. Thread-safe. */
final class FakeOperation<Q, A> {
  private final String stub;
  private final SoapOperation<Q, ?> operation;
  private final BiFunction<A, CallInfo, A> withInfo;
  private final List<Rule<Q, A>> rules = new ArrayList<>();

  FakeOperation(String stub, SoapOperation<Q, ?> operation, BiFunction<A, CallInfo, A> withInfo) {
    this.stub = stub;
    this.operation = operation;
    this.withInfo = withInfo;
  }

  /** Returns the answer as that of this call. */
  A with(A answer, CallInfo info) {
    return withInfo.apply(answer, info);
  }

  @Nullable String doctorOf(Q request) {
    return operation.gmcNumber(request).orElse(null);
  }

  String designatedBodyOf(Q request) {
    return operation.designatedBodyCode(request);
  }

  synchronized void add(Predicate<Q> filter, FakeSteps<Q, A> steps) {
    rules.add(0, new Rule<>(filter, steps));
  }

  A answer(Q request) {
    return next(request).apply(request);
  }

  private synchronized Function<Q, A> next(Q request) {
    return rules.stream()
        .filter(rule -> rule.filter.test(request))
        .findFirst()
        .map(rule -> rule.steps.next())
        .orElseThrow(
            () ->
                new AssertionError(
                    "no stub matches this call: add " + stub + ".answers(…) or .fails(…)"));
  }

  private static final class Rule<Q, A> {
    private final Predicate<Q> filter;
    private final FakeSteps<Q, A> steps;

    Rule(Predicate<Q> filter, FakeSteps<Q, A> steps) {
      this.filter = filter;
      this.steps = steps;
    }
  }
}
