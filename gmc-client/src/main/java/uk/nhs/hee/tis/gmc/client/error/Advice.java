package uk.nhs.hee.tis.gmc.client.error;

import static uk.nhs.hee.tis.gmc.client.error.GmcIntermediaryException.Kind.PROXY_LOGIN;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/**
 * What to do about a failed call, in one sentence, unless the evidence already has specific advice.
 *
 * <p>Advising someone to retry a write that may have run would be the costliest mistake, so that is
 * checked first.
 */
final class Advice {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int RATE_LIMITED_BY_CLOUDFLARE = 1015;

  private final Evidence evidence;

  private Advice(Evidence evidence) {
    this.evidence = evidence;
  }

  static String of(Evidence evidence) {
    Advice advice = new Advice(evidence);
    return evidence.effect() == Effect.MAY_HAVE_RUN && !evidence.operation().isRead()
        ? advice.findOut()
        : advice.afterNothingWasDone();
  }

  private String findOut() {
    if (evidence.operation().isRecommendation()) {
      return "Do not submit it again: look the doctor up in GMC Connect, or ask the GMC"
          + evidence.recommendationId().map(id -> " about recommendation id " + id).orElse("")
          + "; if it arrived, a second one would be refused with return code 91, which does not say"
          + " whose recommendation is open.";
    }
    return (evidence.retryable() ? "Retry it" : "Once calls get through again, retry it")
        + " to find out: return code "
        + (evidence.operation() == GmcOperation.TRY_ADD_DOCTOR
            ? "100 means that the doctor is connected."
            : "140 means that the doctor is no longer connected.");
  }

  private String afterNothingWasDone() {
    if (evidence.returnCode().isPresent()) {
      return evidence.returnCode().get().advice();
    }
    if (evidence.blockedKind().isPresent()) {
      return "Do not retry: " + about(evidence.blockedKind().get()) + ".";
    }
    if (evidence.intermediaryKind().filter(PROXY_LOGIN::equals).isPresent()) {
      return "Do not retry: check the proxy's user name and password.";
    }
    if (isRateLimit()) {
      return "Send fewer calls"
          + evidence.retryAfter().map(w -> ", the next one" + notBefore(w)).orElse("")
          + ".";
    }
    if (isPermission()) {
      return "Do not retry: check the account, and ask the GMC whether it accepts the calling IP"
          + " address.";
    }
    if (isWrongPath()) {
      return "Do not retry: check the endpoint's path.";
    }
    return inGeneral();
  }

  private String about(GmcBlockedException.Kind kind) {
    switch (kind) {
      case CHALLENGE:
        return "no SOAP client can pass a challenge, so the GMC's firewall team must exempt this"
            + " path from it";
      case CLIENT_SIGNATURE:
        return "check that the User-Agent names this product and no HTTP library, then ask the"
            + " GMC's firewall team to allow it";
      case IP_BAN:
      case COUNTRY:
        return "the GMC's firewall team must allow the calling IP address"
            + evidence.egressAddress().map(address -> " (" + address + ")").orElse("");
      case WAF:
        return "something in the request may have looked like an attack, and the GMC's firewall"
            + " team can see what";
      case DIRECT_ACCESS:
        return "check the host name of the configured endpoint";
      default:
        return "the rule behind the block must be found and changed";
    }
  }

  private boolean isRateLimit() {
    return is(evidence.httpStatus(), TOO_MANY_REQUESTS)
        || is(evidence.cloudflareCode(), RATE_LIMITED_BY_CLOUDFLARE);
  }

  private boolean isPermission() {
    // Without a status, the JDK's HTTP client kept the answer to itself because it could not
    // authenticate.
    return evidence.source() == Source.GMC_SERVER
        && evidence.protocolKind().isEmpty()
        && (evidence.httpStatus().isEmpty()
            || is(evidence.httpStatus(), UNAUTHORIZED)
            || is(evidence.httpStatus(), FORBIDDEN));
  }

  private boolean isWrongPath() {
    return evidence.source() == Source.GMC_SERVER
        && (is(evidence.httpStatus(), NOT_FOUND) || is(evidence.httpStatus(), METHOD_NOT_ALLOWED));
  }

  private String inGeneral() {
    return evidence.retryable()
        ? "Try again"
            + evidence.retryAfter().map(this::notBefore).orElse(" later")
            + "; if it persists, pass the evidence on."
        : "Do not retry: pass the evidence on.";
  }

  private String notBefore(Duration wait) {
    // Rounded up, so that a caller who waits until then is not too early.
    Instant until = evidence.endedAt().plus(wait).plusNanos(999_999_999);
    return " not before " + until.truncatedTo(ChronoUnit.SECONDS);
  }

  private static boolean is(OptionalInt value, int expected) {
    return value.isPresent() && value.getAsInt() == expected;
  }
}
