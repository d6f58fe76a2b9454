package uk.nhs.hee.tis.gmc.client.internal.call;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;

/**
 * A failed attempt inside the pipeline: the judgement on it, and which exception it becomes once
 * the facts of the call are added. Immutable.
 */
final class CallFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** Makes the typed exception. */
  interface Maker {
    GmcException make(String message, Evidence evidence, @Nullable Throwable cause);
  }

  private final String kind;
  private final Reach reach;
  private final transient Supplier<Evidence.Builder> judged;
  private final transient Function<Evidence, String> message;
  private final transient Maker maker;
  private final Duration askedWait;

  /**
   * Creates it.
   *
   * @param kind what counts as the same failure when consecutive ones are seen as one incident
   * @param judged makes the evidence as far as it has been judged, anew each time
   */
  CallFailure(
      String kind,
      Reach reach,
      Supplier<Evidence.Builder> judged,
      Function<Evidence, String> message,
      Maker maker,
      @Nullable Throwable cause) {
    this(kind, reach, judged, message, maker, cause, Duration.ZERO);
  }

  private CallFailure(
      String kind,
      Reach reach,
      Supplier<Evidence.Builder> judged,
      Function<Evidence, String> message,
      Maker maker,
      @Nullable Throwable cause,
      Duration askedWait) {
    super(kind, cause);
    this.kind = kind;
    this.reach = reach;
    this.judged = judged;
    this.message = message;
    this.maker = maker;
    this.askedWait = askedWait;
  }

  /** Returns the same failure with the wait that the answer asked for by {@code Retry-After}. */
  CallFailure asksToWait(Duration wait) {
    return new CallFailure(kind, reach, judged, message, maker, getCause(), wait);
  }

  /** Returns the same failure with more, or other, facts. */
  CallFailure with(UnaryOperator<Evidence.Builder> facts) {
    return new CallFailure(
        kind, reach, () -> facts.apply(judged.get()), message, maker, getCause(), askedWait);
  }

  /** Returns new evidence with what has been judged: finding, source, effect and signals. */
  Evidence.Builder judged() {
    return judged.get();
  }

  Duration askedWait() {
    return askedWait;
  }

  String kind() {
    return kind;
  }

  Reach reach() {
    return reach;
  }

  /** Returns the exception of a write that may have run, with the failure behind it as cause. */
  static GmcOutcomeUnknownException outcomeUnknown(GmcException behind, Evidence evidence) {
    return new GmcOutcomeUnknownException(
        Messages.outcomeUnknown(behind.operation(), String.valueOf(behind.getMessage())),
        evidence,
        behind);
  }

  GmcException exception(Evidence evidence) {
    return maker.make(message.apply(evidence), evidence, getCause());
  }

  /** Returns the exception of a call that was not sent because this failure opened the circuit. */
  GmcException heldBack(Evidence evidence, String openedBy) {
    return maker.make(Messages.heldBack(evidence, openedBy), evidence, null);
  }
}
