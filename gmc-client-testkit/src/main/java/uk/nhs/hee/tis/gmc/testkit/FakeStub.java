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
 * <p>The newest matching stub decides. A call that meets a stub without a response ends in an
 * {@link AssertionError} that names the stub. Build a stub on one thread; once in effect it is
 * thread-safe.
 *
 * @param <Q> the request
 * @param <A> the answer
 */
public final class FakeStub<Q, A> {
  private final FakeOperation<Q, A> operation;
  private final ResponseSequence<Q, Function<Q, A>> responses;
  private final StubWords words;
  private final boolean first;

  private FakeStub(
      FakeOperation<Q, A> operation,
      ResponseSequence<Q, Function<Q, A>> responses,
      String words,
      boolean first) {
    this.operation = operation;
    this.responses = responses;
    this.words = new StubWords(words);
    this.first = first;
    responses.begin(this.words);
  }

  /** Begins a stub of this operation, in these words of its author. */
  static <Q, A> FakeStub<Q, A> begin(FakeOperation<Q, A> operation, String words) {
    FakeStub<Q, A> stub =
        new FakeStub<>(operation, new ResponseSequence<>(request -> true), words, true);
    operation.putFirst(stub.responses);
    return stub;
  }

  /**
   * Narrows to calls about this doctor; a list of doctors is not about any.
   *
   * @param gmcNumber the doctor's GMC number, compared as text
   * @return this stub
   * @throws IllegalStateException after {@link Then#then()}: a sequence is about the same calls
   */
  public FakeStub<Q, A> forDoctor(String gmcNumber) {
    return narrow("forDoctor(…)", request -> gmcNumber.equals(operation.doctorOf(request)));
  }

  /**
   * Narrows to calls on behalf of this designated body.
   *
   * @param code the body's code, opaque text such as {@code 1-1RSSQ2H}
   * @return this stub
   * @throws IllegalStateException after {@link Then#then()}: a sequence is about the same calls
   */
  public FakeStub<Q, A> forDesignatedBody(String code) {
    return narrow(
        "forDesignatedBody(\"" + code + "\")",
        request -> code.equals(operation.designatedBodyOf(request)));
  }

  /** Narrows to calls on behalf of this designated body, which the stub's words name already. */
  FakeStub<Q, A> onBehalfOf(String code) {
    responses.narrow(request -> code.equals(operation.designatedBodyOf(request)));
    return this;
  }

  /**
   * Narrows to calls whose request passes this test.
   *
   * @param test is run on the caller's thread, for one call at a time
   * @return this stub
   * @throws IllegalStateException after {@link Then#then()}: a sequence is about the same calls
   */
  public FakeStub<Q, A> where(Predicate<Q> test) {
    return narrow("where(…)", test);
  }

  private FakeStub<Q, A> narrow(String word, Predicate<Q> test) {
    if (!first) {
      responses.abandon();
      throw new IllegalStateException(
          word + " is for the beginning of a stub, not for " + words.withoutPlace());
    }
    words.add(word);
    responses.narrow(test);
    return this;
  }

  /**
   * Ends the call in this answer.
   *
   * @param answer as {@link GmcAnswers} makes them
   * @return a handle to chain another response
   */
  public Then<Q, A> answers(A answer) {
    Objects.requireNonNull(answer, "answer");
    return answers(request -> answer);
  }

  /**
   * Ends the call in what this makes of the request, on the caller's thread; an exception it throws
   * is the failure of the call.
   *
   * @param answer makes the answer; run for each such call, perhaps by many threads at once
   * @return a handle to chain another response
   */
  public Then<Q, A> answers(Function<Q, A> answer) {
    responses.add(answer, ResponseSequence.UNTIL_THE_NEXT);
    if (first) {
      operation.putFirst(responses);
    }
    return new Then<>(operation, responses, words.withoutPlace());
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
    private final ResponseSequence<Q, Function<Q, A>> responses;
    private final String words;

    private Then(
        FakeOperation<Q, A> operation,
        ResponseSequence<Q, Function<Q, A>> responses,
        String words) {
      this.operation = operation;
      this.responses = responses;
      this.words = words;
    }

    /**
     * Chains another response, for the next such call; the previous one then applies to one call.
     *
     * @return a stub of the same calls
     */
    public FakeStub<Q, A> then() {
      return new FakeStub<>(operation, responses, words + "….then()", false);
    }
  }
}
