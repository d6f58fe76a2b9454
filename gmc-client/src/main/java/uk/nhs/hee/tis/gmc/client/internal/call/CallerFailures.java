package uk.nhs.hee.tis.gmc.client.internal.call;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcCancelledException;
import uk.nhs.hee.tis.gmc.client.error.GmcNotSentException;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/**
 * Calls that ended on the caller's side: abandoned, out of time, or ended by an exception of its
 * own.
 */
final class CallerFailures {
  private CallerFailures() {}

  /** The call's time was up on this side before anything was sent. */
  static CallFailure deadlinePassed() {
    return deadline(
        "the call's deadline passed before it was sent",
        Effect.NOT_SENT,
        "the call was still waiting on this side");
  }

  /** The call's time was up before this side's executor got round to reading the answer. */
  static CallFailure answerUnread() {
    return deadline(
        "the call's deadline passed before this side read an answer",
        Effect.MAY_HAVE_RUN,
        "the executor did not start the call's next step in time");
  }

  /** No time-out, which would say that the GMC could not be reached. */
  private static CallFailure deadline(String finding, Effect effect, String signal) {
    return new CallFailure(
        "deadline",
        Reach.CALLER,
        () ->
            judged(finding, effect, signal)
                .retryable(true)
                .advice("Allow the call more time, or make fewer calls at once."),
        Messages::noUsableAnswer,
        GmcCancelledException::new,
        null);
  }

  /** This side failed, for example an executor that accepted no more work. */
  static CallFailure ofThisSide(Effect effect, Throwable cause) {
    return new CallFailure(
        "this side failed",
        Reach.CALLER,
        () ->
            judged(
                    "this side failed (" + cause.getClass().getSimpleName() + ")",
                    effect,
                    "an exception from the caller's or this library's code")
                .advice("Look at the cause of this exception."),
        Messages::noUsableAnswer,
        GmcCancelledException::new,
        cause);
  }

  /**
   * The caller's own code threw while the answer was read. Does not include what it threw: that
   * goes to the caller as it is, and may be about a doctor.
   */
  static CallFailure callersCodeThrew(Effect effect) {
    return new CallFailure(
        "the caller's code threw",
        Reach.CALLER,
        () ->
            judged("the caller's own code threw", effect, "an exception from the caller's sink")
                .advice("Look at the exception that the call threw."),
        Messages::noUsableAnswer,
        GmcCancelledException::new,
        null);
  }

  /** The caller abandoned the call: its thread was interrupted, or its future cancelled. */
  static CallFailure givenUp(Effect effect, @Nullable Throwable cause) {
    return new CallFailure(
        "given up",
        Reach.CALLER,
        () ->
            judged(
                    cause == null ? "the call was cancelled" : "the calling thread was interrupted",
                    effect,
                    cause == null ? "the caller cancelled it" : "the thread's interrupt flag")
                .advice("Call again if the answer is still wanted."),
        Messages::noUsableAnswer,
        GmcCancelledException::new,
        cause);
  }

  /** A recommendation for the same doctor and body is being submitted. */
  static CallFailure inFlight() {
    return new CallFailure(
        "in flight",
        Reach.CALLER,
        () ->
            judged(
                    "a recommendation for the same doctor and body is in flight",
                    Effect.NOT_SENT,
                    "the client's own calls in flight")
                .advice("Wait for its outcome before submitting again."),
        Messages::inFlight,
        GmcNotSentException::new,
        null);
  }

  private static Evidence.Builder judged(String finding, Effect effect, String signal) {
    return NetworkFailures.judged(finding, effect)
        .source(Source.CALLER)
        .actors(Actor.CALLER)
        .retryable(false)
        .signals(List.of(signal));
  }
}
