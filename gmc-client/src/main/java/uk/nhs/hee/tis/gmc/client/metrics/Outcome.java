package uk.nhs.hee.tis.gmc.client.metrics;

import io.micrometer.core.instrument.Tags;
import java.util.Locale;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcIntermediaryException;
import uk.nhs.hee.tis.gmc.client.error.GmcNotSentException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.error.GmcPermissionException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.error.GmcRateLimitedException;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.error.GmcTimeoutException;
import uk.nhs.hee.tis.gmc.client.error.GmcUnavailableException;

/** The tags of how a call or an attempt ended. */
final class Outcome {
  static final Tags SUCCESS = tags("success", "none");

  private Outcome() {}

  static Tags of(GmcException failure) {
    if (failure instanceof GmcBlockedException) {
      return tags("blocked", ((GmcBlockedException) failure).kind());
    }
    if (failure instanceof GmcIntermediaryException) {
      return tags("intermediary", ((GmcIntermediaryException) failure).kind());
    }
    if (failure instanceof GmcProtocolException) {
      return tags("protocol", ((GmcProtocolException) failure).kind());
    }
    return tags(name(failure), returnCode(failure));
  }

  private static String name(GmcException failure) {
    if (failure instanceof GmcRateLimitedException) {
      return "rate-limited";
    }
    if (failure instanceof GmcPermissionException) {
      return "permission";
    }
    if (failure instanceof GmcRejectedException) {
      return "rejected";
    }
    if (failure instanceof GmcUnavailableException) {
      return "unavailable";
    }
    if (failure instanceof GmcTimeoutException) {
      return "timeout";
    }
    if (failure instanceof GmcOutcomeUnknownException) {
      return "outcome-unknown";
    }
    return failure instanceof GmcNotSentException ? "not-sent" : "unreachable";
  }

  /** A code that nobody knows is not told apart: what the other side invents must not make tags. */
  private static String returnCode(GmcException failure) {
    return failure
        .evidence()
        .returnCode()
        .map(code -> code.isKnown() ? code.code() : "unknown")
        .orElse("none");
  }

  private static Tags tags(String outcome, Enum<?> kind) {
    return tags(outcome, kind.name().toLowerCase(Locale.ROOT));
  }

  private static Tags tags(String outcome, String kind) {
    return Tags.of("outcome", outcome, "kind", kind);
  }
}
