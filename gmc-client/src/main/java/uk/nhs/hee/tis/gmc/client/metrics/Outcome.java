package uk.nhs.hee.tis.gmc.client.metrics;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.error.GmcCancelledException;
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

/** How a call or an attempt ended, in the few words that tags may have. */
final class Outcome {
  static final Outcome SUCCESS = new Outcome("success", "none");

  /** The caller's own code threw. */
  static final Outcome ABORTED = new Outcome("aborted", "none");

  private final String name;
  private final String kind;

  private Outcome(String name, String kind) {
    this.name = name;
    this.kind = kind;
  }

  String name() {
    return name;
  }

  String kind() {
    return kind;
  }

  static Outcome ofEnding(@Nullable GmcException failure) {
    return failure == null ? SUCCESS : of(failure);
  }

  static Outcome of(GmcException failure) {
    if (failure instanceof GmcBlockedException) {
      return new Outcome("blocked", kind(((GmcBlockedException) failure).kind()));
    }
    if (failure instanceof GmcIntermediaryException) {
      return new Outcome("intermediary", kind(((GmcIntermediaryException) failure).kind()));
    }
    if (failure instanceof GmcProtocolException) {
      return new Outcome("protocol", kind(((GmcProtocolException) failure).kind()));
    }
    return new Outcome(name(failure), returnCode(failure));
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
    if (failure instanceof GmcCancelledException) {
      return "cancelled";
    }
    return failure instanceof GmcNotSentException ? "not-sent" : "unreachable";
  }

  /** Unknown codes share one value: what the other side invents must not create tags. */
  private static String returnCode(GmcException failure) {
    return failure
        .evidence()
        .returnCode()
        .map(code -> code.isKnown() ? code.code() : "unknown")
        .orElse("none");
  }

  private static String kind(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
