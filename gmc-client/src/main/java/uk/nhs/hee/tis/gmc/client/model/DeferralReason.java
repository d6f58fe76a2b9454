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

  /**
   * {@return the reason with this GMC code}
   *
   * @param code as {@link #code()} gives it, such as {@code 1}
   * @throws UnsendableValueException for {@code deferralReason}, if no reason has the code, or it
   *     is missing or blank
   */
  public static DeferralReason ofCode(String code) {
    return RequestChecks.ofCode(
        "deferralReason",
        code,
        values(),
        DeferralReason::code,
        ReturnCode.INVALID_RECOMMENDATION_REASON);
  }

  /** {@return the GMC's code for it, as written on the wire} */
  public String code() {
    return code;
  }
}
