package uk.nhs.hee.tis.gmc.example.recommendation;

/** What became of a submission. */
public enum Outcome {
  /** On its way, or the service stopped before it could tell: look it up as {@link #UNKNOWN}. */
  SENDING,
  /** The GMC accepted it. */
  ACCEPTED,
  /** The GMC refused it: correct it, then submit it again. */
  REJECTED,
  /** It certainly did not reach the GMC's service: submit it again when the cause is gone. */
  NOT_SENT,
  /** It may have been accepted: somebody must look the doctor up in GMC Connect. */
  UNKNOWN;

  boolean maySubmitAgain() {
    return this == REJECTED || this == NOT_SENT;
  }
}
