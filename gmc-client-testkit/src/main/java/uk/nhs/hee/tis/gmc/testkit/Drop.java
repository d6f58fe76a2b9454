package uk.nhs.hee.tis.gmc.testkit;

/** When a connection is dropped: whether the GMC has acted by then, which the caller cannot see. */
public enum Drop {
  /** The connection is reset before the register has seen the request. */
  BEFORE_PROCESSING,
  /** The register acts, then the connection closes without a byte of an answer. */
  AFTER_PROCESSING
}
