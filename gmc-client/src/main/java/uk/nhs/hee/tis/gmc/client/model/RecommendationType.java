package uk.nhs.hee.tis.gmc.client.model;

/** What a responsible officer recommends to the GMC ({@code RoRecommendation}). */
public enum RecommendationType {
  /** The doctor is up to date and fit to practise. */
  REVALIDATE("1"),
  /** The decision is put off to a later date, for a reason. */
  DEFER("2"),
  /** The doctor does not take part in the process. */
  NON_ENGAGEMENT("3");

  private final String code;

  RecommendationType(String code) {
    this.code = code;
  }

  /**
   * {@return the type that the GMC knows by this code}
   *
   * @param code as {@link #code()} gives it, such as {@code 1}
   * @throws UnsendableValueException for {@code type}, if no type has the code, or it is missing or
   *     blank
   */
  public static RecommendationType ofCode(String code) {
    return RequestChecks.ofCode(
        "type", code, values(), RecommendationType::code, ReturnCode.INVALID_RECOMMENDATION);
  }

  /** {@return the GMC's code for it, as written on the wire} */
  public String code() {
    return code;
  }
}
