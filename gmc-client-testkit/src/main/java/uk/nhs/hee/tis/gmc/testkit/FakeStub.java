package uk.nhs.hee.tis.gmc.testkit;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.testkit.errors.GmcErrors;

/**
 * How a {@link FakeGmcClient} ends some calls: first which ones, then how they end.
 *
 * <pre>{@code
 * fake.whenAdding().forDoctor("9000001").fails(GmcErrors.timeout().build())
 *     .then().answers(alreadyAdded());
 * }</pre>
 *
 * <p>The newest matching stub decides. Build a stub on one thread; once in effect it is
 * thread-safe.
 *
 * @param <Q> the request
 * @param <A> the answer
 */
public final class FakeStub<Q, A> {
  private final FakeOperation<Q, A> operation;
  private Predicate<Q> filter = request -> true;
  private FakeSteps<Q, A> steps = new FakeSteps<>();

  FakeStub(FakeOperation<Q, A> operation) {
    this.operation = operation;
  }

  private FakeStub(FakeOperation<Q, A> operation, FakeSteps<Q, A> steps) {
    this.operation = operation;
    this.steps = steps;
  }

  /**
   * Narrows to calls about this doctor; a list of doctors is not about any.
   *
   * @param gmcNumber the doctor's GMC number, compared as text
   * @return this stub
   */
  public FakeStub<Q, A> forDoctor(String gmcNumber) {
    return where(request -> gmcNumber.equals(operation.doctorOf(request)));
  }

  /**
   * Narrows to calls on behalf of this designated body.
   *
   * @param code the body's code, opaque text such as {@code 1-1RSSQ2H}
   * @return this stub
   */
  public FakeStub<Q, A> forDesignatedBody(String code) {
    return where(request -> code.equals(operation.designatedBodyOf(request)));
  }

  /**
   * Narrows to calls whose request passes this test.
   *
   * @param test is run on the caller's thread, for one call at a time
   * @return this stub
   */
  public FakeStub<Q, A> where(Predicate<Q> test) {
    Predicate<Q> before = filter;
    filter = request -> before.test(request) && test.test(request);
    return this;
  }

  /**
   * Returns this answer.
   *
   * @param answer as {@link GmcAnswers} makes them
   * @return a handle to chain another response
   */
  public Then<Q, A> answers(A answer) {
    Objects.requireNonNull(answer, "answer");
    return answers(request -> answer);
  }

  /**
   * Returns what this makes of the request, on the caller's thread; an exception it throws is the
   * failure of the call.
   *
   * @param answer makes the answer; run for each such call, perhaps by many threads at once
   * @return a handle to chain another response
   */
  public Then<Q, A> answers(Function<Q, A> answer) {
    if (steps.add(answer)) {
      operation.add(filter, steps);
    }
    return new Then<>(operation, steps);
  }

  /**
   * Ends the call in this failure.
   *
   * @param failure thrown as it is each time, as {@link GmcErrors} makes them
   * @return a handle to chain another response
   */
  public Then<Q, A> fails(GmcException failure) {
    Objects.requireNonNull(failure, "failure");
    return answers(
        request -> {
          throw failure;
        });
  }

  /**
   * A stub with a response, to which another can be chained.
   *
   * @param <Q> the request
   * @param <A> the answer
   */
  public static final class Then<Q, A> {
    private final FakeOperation<Q, A> operation;
    private final FakeSteps<Q, A> steps;

    private Then(FakeOperation<Q, A> operation, FakeSteps<Q, A> steps) {
      this.operation = operation;
      this.steps = steps;
    }

    /**
     * Chains another response, for the next such call; the previous one then applies to one call.
     *
     * @return a stub of the same calls
     */
    public FakeStub<Q, A> then() {
      return new FakeStub<>(operation, steps);
    }
  }
}
