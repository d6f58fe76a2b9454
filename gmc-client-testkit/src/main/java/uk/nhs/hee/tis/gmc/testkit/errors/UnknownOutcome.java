package uk.nhs.hee.tis.gmc.testkit.errors;

import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.internal.call.JudgedAttempt;

/** A write that may have run, with the evidence of the failure behind it. */
final class UnknownOutcome implements Failure {
  private final GmcException behind;

  UnknownOutcome(GmcException behind) {
    this.behind = behind;
  }

  @Override
  public Evidence.Builder evidence() {
    return behind.evidence().toBuilder();
  }

  @Override
  public GmcException exception(Evidence evidence) {
    return JudgedAttempt.outcomeUnknown(behind, evidence);
  }

  @Override
  public GmcException heldBack(Evidence evidence) {
    throw new IllegalStateException("a call that was not sent cannot have an unknown outcome");
  }
}
