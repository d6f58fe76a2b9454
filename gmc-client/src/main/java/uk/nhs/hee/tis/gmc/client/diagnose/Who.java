package uk.nhs.hee.tis.gmc.client.diagnose;

/** Who must act, in the words of the evidence. */
final class Who {
  static final String CALLER = "the caller";
  static final String NETWORK = "the caller's network team";
  static final String NETWORK_GMC = "the caller's network team, then the GMC";

  private Who() {}
}
