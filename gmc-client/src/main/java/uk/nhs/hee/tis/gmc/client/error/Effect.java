package uk.nhs.hee.tis.gmc.client.error;

/** Whether the operation of a failed call may have run at the GMC. */
public enum Effect {
  /** Not a byte of the request reached GMC Connect: it certainly did not run. */
  NOT_SENT,
  /** The request was answered without being carried out: it certainly did not run. */
  NOT_PROCESSED,
  /** The request may have reached the service, and nothing says that it did not run. */
  MAY_HAVE_RUN
}
