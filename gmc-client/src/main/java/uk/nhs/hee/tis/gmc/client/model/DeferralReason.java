package uk.nhs.hee.tis.gmc.client.model;

/** Why a recommendation defers ({@code RoRecommendationReason}). */
public enum DeferralReason {
  /**
   * There is not enough evidence for a positive recommendation; needs a {@link DeferralSubreason}.
   */
  INSUFFICIENT_EVIDENCE("1"),
  /** The doctor is subject to an ongoing process; takes no sub-reason. */
  ONGOING_PROCESS("2");

  private final String code;

  DeferralReason(String code) {
    this.code = code;
  }

  /** {@return the GMC's code for it, as written on the wire} */
  public String code() {
    return code;
  }
}
