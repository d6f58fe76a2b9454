package uk.nhs.hee.tis.gmc.client.model;

/**
 * Which evidence is missing when a deferral gives {@link DeferralReason#INSUFFICIENT_EVIDENCE}
 * ({@code RoRecommendationSubreason}, known to TryRecommendationV2 only).
 */
public enum DeferralSubreason {
  /** Appraisal activity. */
  APPRAISAL_ACTIVITY("1"),
  /** Colleague feedback. */
  COLLEAGUE_FEEDBACK("2"),
  /** Compliments and complaints. */
  COMPLIMENTS_AND_COMPLAINTS("3"),
  /** Continuing professional development. */
  CPD("4"),
  /** Interruption to practice. */
  INTERRUPTION_TO_PRACTICE("5"),
  /** Patient feedback. */
  PATIENT_FEEDBACK("6"),
  /** Quality improvement activity. */
  QIA("7"),
  /** Significant events. */
  SIGNIFICANT_EVENTS("8");

  private final String code;

  DeferralSubreason(String code) {
    this.code = code;
  }

  /**
   * {@return the sub-reason with this GMC code}
   *
   * @param code as {@link #code()} gives it, such as {@code 1}
   * @throws UnsendableValueException for {@code deferralSubreason}, if no sub-reason has the code,
   *     or it is missing or blank
   */
  public static DeferralSubreason ofCode(String code) {
    return RequestChecks.ofCode(
        "deferralSubreason",
        code,
        values(),
        DeferralSubreason::code,
        ReturnCode.INVALID_RECOMMENDATION_SUBREASON);
  }

  /** {@return the GMC's code for it, as written on the wire} */
  public String code() {
    return code;
  }
}
