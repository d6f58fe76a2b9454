package uk.nhs.hee.tis.gmc.client.internal.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcIntermediaryException;
import uk.nhs.hee.tis.gmc.client.error.GmcPermissionException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.error.GmcRateLimitedException;
import uk.nhs.hee.tis.gmc.client.error.GmcUnavailableException;
import uk.nhs.hee.tis.gmc.client.internal.http.HttpAnswer;
import uk.nhs.hee.tis.gmc.client.internal.soap.SentValues;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Explanation;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict;

/** Failures judged from an answer that was not a usable GMC Connect answer. */
final class VerdictFailures {
  private static final int MAX_VALUE = 200;

  /** The headers that help to tell who answered; none of them can carry a session or a secret. */
  private static final List<String> TELLING =
      List.of(
          "server",
          "date",
          "content-type",
          "content-encoding",
          "content-length",
          "cf-ray",
          "cf-mitigated",
          "cf-cache-status",
          "cf-error-type",
          "cf-error-origin",
          "retry-after",
          "x-aspnet-version",
          "x-powered-by",
          "via",
          "x-cache",
          "x-squid-error",
          "x-iinfo",
          "x-azure-ref",
          "x-amz-cf-id",
          "x-sucuri-id");

  private VerdictFailures() {}

  /**
   * Returns the failure.
   *
   * @param sent what the headers may repeat from the request, and is then not shown
   */
  static CallFailure of(
      Verdict verdict, HttpAnswer answer, SentValues sent, Clock clock, @Nullable Throwable cause) {
    Instant answeredAt = clock.instant();
    Duration retryAfter = verdict.retryAfter(answeredAt).orElse(null);
    Map<String, String> telling = telling(answer, sent);
    Supplier<Evidence.Builder> judged =
        () -> verdict.toEvidence(answeredAt).httpStatus(answer.status()).responseHeaders(telling);
    CallFailure failure =
        new CallFailure(
            kind(verdict),
            reach(verdict),
            judged,
            evidence -> Explanation.of(verdict, evidence),
            (message, evidence, c) -> make(verdict.category(), message, evidence, c),
            cause);
    return retryAfter == null ? failure : failure.asksToWait(retryAfter);
  }

  private static Reach reach(Verdict verdict) {
    switch (verdict.category()) {
      case BLOCKED:
        return verdict.blockedKind() == GmcBlockedException.Kind.WAF
            ? Reach.BLOCKED_REQUEST
            : Reach.BLOCK;
      case PERMISSION:
        return Reach.CREDENTIALS;
      case RATE_LIMITED:
        return Reach.SLOW_DOWN;
      default:
        return Reach.OUTAGE;
    }
  }

  private static String kind(Verdict verdict) {
    switch (verdict.category()) {
      case BLOCKED:
        return "blocked " + verdict.blockedKind();
      case INTERMEDIARY:
        return "intermediary " + verdict.intermediaryKind();
      case PROTOCOL:
        return "answer " + verdict.protocolKind();
      default:
        return verdict.category() + " " + verdict.source();
    }
  }

  private static GmcException make(
      Verdict.Category category, String message, Evidence evidence, @Nullable Throwable cause) {
    switch (category) {
      case BLOCKED:
        return new GmcBlockedException(message, evidence, cause);
      case RATE_LIMITED:
        return new GmcRateLimitedException(message, evidence, cause);
      case PERMISSION:
        return new GmcPermissionException(message, evidence, cause);
      case UNAVAILABLE:
        return new GmcUnavailableException(message, evidence, cause);
      case INTERMEDIARY:
        return new GmcIntermediaryException(message, evidence, cause);
      default:
        return new GmcProtocolException(message, evidence, cause);
    }
  }

  private static Map<String, String> telling(HttpAnswer answer, SentValues sent) {
    Map<String, String> told = new LinkedHashMap<>();
    for (String name : TELLING) {
      answer
          .headers()
          .firstValue(name)
          .ifPresent(
              value -> told.put(name, sent.appearIn(value) ? SentValues.HIDDEN : cleaned(value)));
    }
    return told;
  }

  private static String cleaned(String value) {
    String visible = value.replaceAll("[^ -~]", "?");
    return visible.length() <= MAX_VALUE ? visible : visible.substring(0, MAX_VALUE) + "…";
  }
}
