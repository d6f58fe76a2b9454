package uk.nhs.hee.tis.gmc.client.error;

/** How sure a verdict is of who answered. */
public enum Confidence {
  /** A documented sign of the sender, or a parsed answer of the service, says so. */
  CERTAIN,
  /** Several signs agree and none contradicts. */
  LIKELY,
  /** A guess from what is missing: to be confirmed before anybody acts on it. */
  WEAK
}
