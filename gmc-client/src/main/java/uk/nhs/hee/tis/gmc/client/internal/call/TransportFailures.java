package uk.nhs.hee.tis.gmc.client.internal.call;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcIntermediaryException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.error.GmcTimeoutException;
import uk.nhs.hee.tis.gmc.client.error.GmcUnreachableException;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.internal.http.BodyTimeoutException;
import uk.nhs.hee.tis.gmc.client.internal.http.BodyTooLargeException;
import uk.nhs.hee.tis.gmc.client.internal.http.HttpAnswer;
import uk.nhs.hee.tis.gmc.client.internal.soap.UnreadableAnswerException;

/**
 * Failures of the network: nothing came back, or not all of it.
 *
 * <p>NOT_SENT only where the JDK proves that no byte of the request left: no name, no connection,
 * no TLS. Whatever fails later may have run.
 */
final class TransportFailures {
  private static final String NETWORK_TEAM = "the caller's network team, then the GMC";

  private TransportFailures() {}

  static CallFailure of(Throwable failure, Duration timeout) {
    if (failure instanceof HttpConnectTimeoutException) {
      return unreachable(
          "no connection in time", Effect.NOT_SENT, "connecting timed out", failure, true);
    }
    if (failure instanceof HttpTimeoutException) {
      return timeout(timeout, failure);
    }
    if (handshakeFailed(failure) || spokePlainText(failure)) {
      return unreachable("TLS failed", Effect.NOT_SENT, "the TLS handshake failed", failure, false);
    }
    if (unresolved(failure)) {
      return unreachable(
          "the host name did not resolve",
          Effect.NOT_SENT,
          "name resolution failed before a connection was tried",
          failure,
          false);
    }
    if (failure instanceof ConnectException) {
      return unreachable(
          "the connection was refused",
          Effect.NOT_SENT,
          "no connection could be opened",
          failure,
          false);
    }
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof IOException && message.startsWith("Tunnel failed")) {
      return tunnel(message, failure);
    }
    return unreachable(
        "the connection broke before an answer",
        Effect.MAY_HAVE_RUN,
        "the connection was open when it failed: the request may have arrived",
        failure,
        false);
  }

  /** The JDK says so of the first bytes only: before the end of the handshake nothing was sent. */
  private static boolean spokePlainText(Throwable failure) {
    return failure instanceof SSLException
        && String.valueOf(failure.getMessage()).contains("nrecognized SSL message");
  }

  /** Java 11 hides it behind an exception that says no answer came. */
  private static boolean handshakeFailed(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SSLHandshakeException) {
        return true;
      }
    }
    return false;
  }

  private static boolean unresolved(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof UnresolvedAddressException || t instanceof java.net.UnknownHostException) {
        return true;
      }
    }
    return false;
  }

  static CallFailure timeout(Duration timeout, Throwable cause) {
    return timedOut(
        "no answer within " + seconds(timeout), "no complete answer came in time", cause);
  }

  /** The call's time was over before the next attempt could be sent. */
  static CallFailure deadlinePassed() {
    return new CallFailure(
        "deadline",
        Reach.CALLER,
        judged(
                "the call's deadline passed before it was sent",
                Effect.NOT_SENT,
                "the time that the call waited on this side")
            .source(Source.CALLER)
            .whoActs("the caller"),
        TransportFailures::message,
        GmcTimeoutException::new,
        null);
  }

  /** This side failed, such as an executor that took no more work. */
  static CallFailure ofThisSide(Effect effect, Throwable cause) {
    Evidence.Builder judged =
        judged(
                "this side failed (" + cause.getClass().getSimpleName() + ")",
                effect,
                "an exception of the caller's or this library's code")
            .source(Source.CALLER)
            .whoActs("the caller")
            .retryable(false);
    return new CallFailure(
        "this side failed",
        Reach.CALLER,
        judged,
        TransportFailures::message,
        GmcUnreachableException::new,
        cause);
  }

  /** The caller gave up: its thread was interrupted, or its future cancelled. */
  static CallFailure givenUp(Effect effect, @Nullable Throwable cause) {
    Evidence.Builder judged =
        judged(
                cause == null ? "the call was cancelled" : "the calling thread was interrupted",
                effect,
                cause == null ? "the caller cancelled it" : "the thread's interrupt flag")
            .source(Source.CALLER)
            .whoActs("the caller")
            .retryable(false);
    return new CallFailure(
        "given up",
        Reach.CALLER,
        judged,
        TransportFailures::message,
        GmcUnreachableException::new,
        cause);
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
      CallFailure failure =
          timedOut(
              "no complete answer within " + seconds(timeout),
              "the answer began, but did not end in time",
              broken);
      failure.judged.httpStatus(answer.status());
      return failure;
    }
    if (broken instanceof InterruptedIOException) {
      return givenUp(Effect.MAY_HAVE_RUN, broken);
    }
    if (broken instanceof BodyTooLargeException) {
      return protocol(GmcProtocolException.Kind.TOO_LARGE, broken.getMessage(), answer, broken);
    }
    if (e.envelopeSeen() || answer.status() / 100 == 2) {
      return protocol(
          GmcProtocolException.Kind.TRUNCATED,
          "the answer broke off before its end",
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
    Evidence.Builder judged =
        judged(
                String.valueOf(finding),
                Effect.MAY_HAVE_RUN,
                "HTTP status " + answer.status() + ", then an incomplete body")
            .httpStatus(answer.status())
            .retryable(kind == GmcProtocolException.Kind.TRUNCATED);
    return new CallFailure(
        "answer " + kind,
        Reach.OUTAGE,
        judged,
        TransportFailures::message,
        (message, evidence, c) -> new GmcProtocolException(message, evidence, kind, c),
        cause);
  }

  private static CallFailure tunnel(String message, Throwable cause) {
    String finding = "the caller's proxy opened no tunnel (" + message + ")";
    Evidence.Builder judged =
        judged(finding, Effect.NOT_SENT, "the proxy's answer to CONNECT")
            .source(Source.INTERMEDIARY)
            .whoActs("the caller's network team");
    return new CallFailure(
        "proxy tunnel",
        Reach.OUTAGE,
        judged,
        TransportFailures::message,
        (text, evidence, c) ->
            new GmcIntermediaryException(message, evidence, GmcIntermediaryException.Kind.BLOCK, c),
        cause);
  }

  private static CallFailure timedOut(String finding, String signal, Throwable cause) {
    return new CallFailure(
        "time-out",
        Reach.OUTAGE,
        judged(finding, Effect.MAY_HAVE_RUN, signal),
        TransportFailures::message,
        GmcTimeoutException::new,
        cause);
  }

  private static CallFailure unreachable(
      String finding, Effect effect, String signal, Throwable cause, boolean timeout) {
    Evidence.Builder judged =
        judged(finding + " (" + cause.getClass().getSimpleName() + ")", effect, signal);
    return new CallFailure(
        finding,
        Reach.OUTAGE,
        judged,
        TransportFailures::message,
        timeout ? GmcTimeoutException::new : GmcUnreachableException::new,
        withoutQuotes(cause));
  }

  /** The JDK quotes what it takes for a bad status line, which may be an answer full of names. */
  private static Throwable withoutQuotes(Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof ProtocolException) {
        IOException told =
            new IOException("no HTTP answer; what came instead is not repeated here");
        told.setStackTrace(cause.getStackTrace());
        return told;
      }
    }
    return cause;
  }

  private static Evidence.Builder judged(String finding, Effect effect, String signal) {
    return Evidence.builder()
        .source(Source.NETWORK)
        .effect(effect)
        .finding(finding)
        .whoActs(NETWORK_TEAM)
        .retryable(true)
        .confidence(Confidence.CERTAIN)
        .signals(List.of(signal));
  }

  private static String message(Evidence evidence) {
    String sent;
    switch (evidence.effect()) {
      case NOT_SENT:
        sent = "Nothing was sent. ";
        break;
      case NOT_PROCESSED:
        sent = "The request was not processed. ";
        break;
      default:
        sent = "The request may have reached the GMC. ";
    }
    return evidence.operation().operationName()
        + " got no usable answer from "
        + evidence.url().getHost()
        + ": "
        + evidence.finding()
        + ". "
        + sent
        + "Who must act: "
        + evidence.whoActs()
        + ". Time: "
        + Messages.seconds(evidence.endedAt())
        + '.';
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}
