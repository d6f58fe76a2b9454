package uk.nhs.hee.tis.gmc.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapOperation;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;

/** What a fake does on one operation. Thread-safe. */
final class FakeOperation<Q, A> {
  private final String stub;
  private final SoapOperation<Q, ?> operation;
  private final BiFunction<A, CallInfo, A> withInfo;
  private volatile List<ResponseSequence<Q, Function<Q, A>>> stubs = List.of();

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

  /** The newest stub decides, and a stub is as new as its first response. */
  synchronized void putFirst(ResponseSequence<Q, Function<Q, A>> responses) {
    List<ResponseSequence<Q, Function<Q, A>>> changed = new ArrayList<>(stubs);
    changed.remove(responses);
    changed.add(0, responses);
    stubs = Collections.unmodifiableList(changed);
  }

  A answer(Q request) {
    return next(request).apply(request);
  }

  private Function<Q, A> next(Q request) {
    return stubs.stream()
        .flatMap(responses -> responses.claim(request, FakeOperation::<Q, A>mistake).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no stub matches this call: add " + stub + ".answers(…) or .fails(…)"));
  }

  private static <Q, A> Function<Q, A> mistake(StubWords words) {
    return request -> {
      throw new AssertionError(Mistakes.unfinishedFakeStub(words));
    };
  }
}
