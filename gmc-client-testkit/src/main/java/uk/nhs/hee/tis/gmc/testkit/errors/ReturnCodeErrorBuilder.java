package uk.nhs.hee.tis.gmc.testkit.errors;

import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.error.GmcPermissionException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.error.GmcUnavailableException;
import uk.nhs.hee.tis.gmc.client.internal.call.JudgedAttempt;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/**
 * Builds whichever exception the client makes of a return code; see {@link GmcErrors#returnCode
 * GmcErrors.returnCode}. Not thread-safe.
 */
public final class ReturnCodeErrorBuilder
    extends GmcErrorBuilder<GmcException, ReturnCodeErrorBuilder> {
  private final ReturnCode code;

  ReturnCodeErrorBuilder(ReturnCode code) {
    this.code = code;
  }

  @Override
  Failure failure(GmcOperation failed) {
    return new OutcomeOf(Failures.returnCode(code).apply(failed));
  }

  @Override
  GmcException make(GmcException real, String text, @Nullable Throwable because) {
    Evidence evidence = real.evidence();
    if (real instanceof GmcOutcomeUnknownException) {
      return new GmcOutcomeUnknownException(text, evidence, because);
    }
    if (real instanceof GmcPermissionException) {
      return new GmcPermissionException(text, evidence, because);
    }
    if (real instanceof GmcUnavailableException) {
      return new GmcUnavailableException(text, evidence, because);
    }
    return real instanceof GmcProtocolException
        ? new GmcProtocolException(text, evidence, because)
        : new GmcRejectedException(text, evidence, because);
  }

  /** A failure that leaves the outcome of a write open, if it does. */
  private static final class OutcomeOf implements Failure {
    private final Failure failure;

    OutcomeOf(Failure failure) {
      this.failure = failure;
    }

    @Override
    public Evidence.Builder evidence() {
      return failure.evidence();
    }

    @Override
    public GmcException exception(Evidence evidence) {
      GmcException behind = failure.exception(evidence);
      boolean unknown = !evidence.operation().isRead() && evidence.effect() == Effect.MAY_HAVE_RUN;
      return unknown ? JudgedAttempt.outcomeUnknown(behind, evidence) : behind;
    }

    @Override
    public GmcException heldBack(Evidence evidence) {
      return failure.heldBack(evidence);
    }
  }
}
