package uk.nhs.hee.tis.gmc.client.internal.call;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.internal.http.BodyTooLargeException;
import uk.nhs.hee.tis.gmc.client.internal.http.HttpAnswer;
import uk.nhs.hee.tis.gmc.client.internal.http.ObservedBody;
import uk.nhs.hee.tis.gmc.client.internal.soap.SentIds;
import uk.nhs.hee.tis.gmc.client.internal.soap.SentValues;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapOperations;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/**
 * One failed attempt, judged and put into words as every call's is, but without a call. For the
 * testkit, whose exceptions are then the client's own; no other code uses it. Not thread-safe.
 */
public final class JudgedAttempt {
  private final CallFailure failure;

  private JudgedAttempt(CallFailure failure) {
    this.failure = failure;
  }

  /**
   * Returns the judgement on an answer.
   *
   * @param brokenBy what broke the body off after these bytes, or null if they are all of it
   * @throws IllegalArgumentException if the client takes the answer as a good one
   */
  public static JudgedAttempt ofAnswer(
      GmcOperation operation,
      String clientRequestId,
      URI endpoint,
      Instant answeredAt,
      int status,
      Map<String, List<String>> headers,
      byte[] body,
      @Nullable IOException brokenBy) {
    Hop direct = new Hop(null, true);
    AnswerJudgement answers =
        new AnswerJudgement(
            endpoint, Clock.fixed(answeredAt, ZoneOffset.UTC), () -> direct, () -> false);
    HttpAnswer answer =
        HttpAnswer.arrived(
            status,
            HttpHeaders.of(headers, (name, value) -> true),
            body,
            brokenBy,
            Integer.MAX_VALUE);
    try {
      answers.read(
          operation,
          answer,
          // Any operation will do: on failure a reading only looks for the id of the call.
          SoapOperations.GET_DOCTORS_FOR_DB
              .call("-", new SentIds().of(clientRequestId, "-"))
              .reading(),
          SentValues.none(),
          Duration.ZERO);
    } catch (CallFailure failure) {
      return new JudgedAttempt(failure);
    }
    throw new IllegalArgumentException(
        "the client accepts this answer to " + operation.operationName() + " as a good one");
  }

  /** Returns what breaks off a body that is longer than the client accepts. */
  public static IOException tooLarge(long maxAnswerBytes) {
    return new BodyTooLargeException(maxAnswerBytes);
  }

  /**
   * Returns the judgement on an attempt that got no answer.
   *
   * @param failure what the HTTP client threw
   * @param sent whether the HTTP client had taken the request's body
   * @param timeout the time that the attempt was allowed
   */
  public static JudgedAttempt ofNoAnswer(IOException failure, boolean sent, Duration timeout) {
    ObservedBody body = ObservedBody.once(new byte[0]);
    if (sent) {
      body.subscribe(new Taker());
    }
    return new JudgedAttempt(NetworkFailures.of(failure, timeout, body, new Hop(null, true)));
  }

  /** Returns the judgement on a call that its caller cancelled. */
  public static JudgedAttempt cancelled(Effect effect) {
    return new JudgedAttempt(CallerFailures.givenUp(effect, null));
  }

  /** Returns the judgement on a recommendation held back because one like it is in flight. */
  public static JudgedAttempt inFlight() {
    return new JudgedAttempt(CallerFailures.inFlight());
  }

  /** Returns what was judged, to which the facts of a call are to be added. */
  public Evidence.Builder judgement() {
    return failure.judged();
  }

  /** Returns the exception of an attempt that failed in this way, with its message. */
  public GmcException exception(Evidence evidence) {
    return failure.exception(evidence);
  }

  /**
   * Returns the exception of a call that was not sent, because this failure opened the circuit.
   *
   * @param openedBy the message of the call that opened it
   */
  public GmcException heldBack(Evidence evidence, String openedBy) {
    return failure.heldBack(evidence, openedBy);
  }

  /** Returns the exception of a write that may have run, with the failure behind it as cause. */
  public static GmcOutcomeUnknownException outcomeUnknown(GmcException behind, Evidence evidence) {
    return CallFailure.outcomeUnknown(behind, evidence);
  }

  /** Takes the whole body, as an HTTP client does that sends it. */
  private static final class Taker implements Flow.Subscriber<ByteBuffer> {
    @Override
    public void onSubscribe(Flow.Subscription body) {
      body.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer piece) {}

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
  }
}
