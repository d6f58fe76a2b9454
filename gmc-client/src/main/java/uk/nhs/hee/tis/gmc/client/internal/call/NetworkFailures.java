package uk.nhs.hee.tis.gmc.client.internal.call;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.error.GmcTimeoutException;
import uk.nhs.hee.tis.gmc.client.error.GmcUnreachableException;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.internal.http.BodyPackedTooOftenException;
import uk.nhs.hee.tis.gmc.client.internal.http.BodyTimeoutException;
import uk.nhs.hee.tis.gmc.client.internal.http.BodyTooLargeException;
import uk.nhs.hee.tis.gmc.client.internal.http.HttpAnswer;
import uk.nhs.hee.tis.gmc.client.internal.http.NotHttpException;
import uk.nhs.hee.tis.gmc.client.internal.http.ObservedBody;
import uk.nhs.hee.tis.gmc.client.internal.http.TlsReason;
import uk.nhs.hee.tis.gmc.client.internal.soap.UnreadableAnswerException;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/**
 * Failures of the network: nothing came back, or not all of it.
 *
 * <p>Exceptions say what failed; only the request's body shows whether it was sent.
 */
final class NetworkFailures {
  private NetworkFailures() {}

  /**
   * Returns the failure of an attempt that got no answer.
   *
   * @param timeout the time that the attempt was allowed
   * @param hop what the connection was to be opened to
   */
  static CallFailure of(Throwable thrown, Duration timeout, ObservedBody body, Hop hop) {
    Throwable failure = NotHttpException.insteadOf(thrown);
    Effect effect = isUnsent(failure, body) ? Effect.NOT_SENT : Effect.MAY_HAVE_RUN;
    CallFailure byProxy = ProxyFailures.of(failure, effect, hop).orElse(null);
    if (byProxy != null) {
      return byProxy;
    }
    boolean late = failure instanceof HttpTimeoutException;
    Optional<TlsReason> tls = TlsReason.of(failure);
    String what = what(failure, timeout, effect, tls.orElse(null));
    boolean named =
        failure instanceof NotHttpException
            || (late && !(failure instanceof HttpConnectTimeoutException));
    List<String> signals = new ArrayList<>(List.of(sign(effect)));
    if (effect == Effect.NOT_SENT && !body.withdraw()) {
      signals.set(0, "the HTTP client took none of the request's body");
    }
    if (body.resendRefused()) {
      signals.add("the JDK's HTTP client tried to send the request again and was prevented");
    }
    String finding = named ? what : what + " (" + failure.getClass().getSimpleName() + ")";
    List<Actor> actors =
        tls.filter(TlsReason::isAboutCallersSettings).isPresent()
            ? List.of(Actor.CALLER, Actor.CALLER_NETWORK)
            : List.of(Actor.CALLER_NETWORK, Actor.GMC_SERVICE);
    return new CallFailure(
        late ? "time-out" : what,
        Reach.OUTAGE,
        () -> judged(finding, effect).retryable(tls.isEmpty()).signals(signals).actors(actors),
        Messages::noUsableAnswer,
        late ? GmcTimeoutException::new : GmcUnreachableException::new,
        failure);
  }

  /** Where a TLS handshake fails, the JDK may have asked for the body that it could not send. */
  private static boolean isUnsent(Throwable failure, ObservedBody body) {
    return body.withdraw() || (has(failure, SSLException.class) && body.isUntouched());
  }

  private static String what(
      Throwable failure, Duration timeout, Effect effect, @Nullable TlsReason tls) {
    boolean sent = effect == Effect.MAY_HAVE_RUN;
    if (failure instanceof HttpConnectTimeoutException) {
      return "no connection in time";
    }
    if (failure instanceof HttpTimeoutException) {
      return sent
          ? "no answer within " + seconds(timeout)
          : "the request could not be sent within " + seconds(timeout);
    }
    if (failure instanceof NotHttpException) {
      return "what came back is not a valid HTTP answer";
    }
    if (has(failure, SSLException.class)) {
      String reason = tls == null ? "" : ": " + tls.words(failure);
      return sent ? "TLS failed after the request was sent" + reason : "TLS failed" + reason;
    }
    if (isUnresolved(failure)) {
      return "the host name did not resolve";
    }
    if (failure instanceof ConnectException) {
      return "the connection was refused";
    }
    return sent
        ? "the connection broke before an answer came"
        : "the connection broke before the request was sent";
  }

  static boolean isUnresolved(Throwable failure) {
    return has(failure, UnresolvedAddressException.class)
        || has(failure, UnknownHostException.class);
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }

  /** Returns what was observed of the request's body, as a signal. */
  static String sign(Effect effect) {
    return effect == Effect.NOT_SENT
        ? "the HTTP client never asked for the request's body"
        : "the HTTP client had taken the request's body";
  }

  /**
   * Returns the failure of the connection that ended the reading of an answer, or null if the
   * answer itself is to be judged.
   */
  static @Nullable CallFailure whileReading(
      UnreadableAnswerException e, HttpAnswer answer, Duration timeout) {
    IOException broken = e.broken().orElse(null);
    if (broken == null) {
      return null;
    }
    if (broken instanceof BodyTimeoutException) {
      return new CallFailure(
          "time-out",
          Reach.OUTAGE,
          () ->
              judged("no complete answer within " + seconds(timeout), Effect.MAY_HAVE_RUN)
                  .signals(List.of("the answer began but did not finish in time"))
                  .httpStatus(answer.status()),
          Messages::noUsableAnswer,
          GmcTimeoutException::new,
          broken);
    }
    if (broken instanceof InterruptedIOException) {
      return CallerFailures.givenUp(Effect.MAY_HAVE_RUN, broken);
    }
    if (broken instanceof BodyTooLargeException) {
      return protocol(GmcProtocolException.Kind.TOO_LARGE, broken.getMessage(), answer, broken);
    }
    boolean success = answer.status() / 100 == 2;
    if (broken instanceof BodyPackedTooOftenException && success) {
      return protocol(GmcProtocolException.Kind.NOT_SOAP, broken.getMessage(), answer, broken);
    }
    if (e.envelopeSeen() || success) {
      return protocol(
          GmcProtocolException.Kind.TRUNCATED,
          "the answer broke off part-way through",
          answer,
          broken);
    }
    return null;
  }

  private static CallFailure protocol(
      GmcProtocolException.Kind kind,
      @Nullable String finding,
      HttpAnswer answer,
      @Nullable Throwable cause) {
    Supplier<Evidence.Builder> judged =
        () ->
            judged(String.valueOf(finding), Effect.MAY_HAVE_RUN)
                .signals(List.of("HTTP status " + answer.status() + ", then an incomplete body"))
                .httpStatus(answer.status())
                .protocolKind(kind)
                .retryable(kind == GmcProtocolException.Kind.TRUNCATED);
    return new CallFailure(
        "answer " + kind,
        Reach.OUTAGE,
        judged,
        Messages::noUsableAnswer,
        GmcProtocolException::new,
        cause);
  }

  static Evidence.Builder judged(String finding, Effect effect) {
    return Evidence.builder()
        .source(Source.NETWORK)
        .effect(effect)
        .finding(finding)
        .actors(Actor.CALLER_NETWORK, Actor.GMC_SERVICE)
        .retryable(true)
        .confidence(Confidence.CERTAIN);
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}
