package uk.nhs.hee.tis.gmc.client.internal.verdict;

/** Who must act, in the words of the evidence. */
final class Who {
  static final String CALLER = "the caller";
  static final String NETWORK = "the caller's network team";
  static final String FIREWALL = "the GMC's firewall team";
  static final String SERVICE = "the GMC's service team";
  static final String CALLER_FIREWALL = "the caller, then the GMC's firewall team";
  static final String CALLER_SERVICE = "the caller, then the GMC's service team";
  static final String SERVICE_FIREWALL = "the GMC's service team, then its firewall team";
  static final String SERVICE_CLOUDFLARE = "the GMC's service team or Cloudflare";
  static final String CLOUDFLARE = "Cloudflare, through the GMC";

  private Who() {}
}
