package uk.nhs.hee.tis.gmc.client.error;

/** How certain a verdict is about who answered. */
public enum Confidence {
  /** A documented signal of the sender, or a parsed answer from the service, says so. */
  CERTAIN,
  /** Several signals agree and none contradicts. */
  LIKELY,
  /** A guess from what is missing, to be confirmed before anyone acts on it. */
  WEAK
}
