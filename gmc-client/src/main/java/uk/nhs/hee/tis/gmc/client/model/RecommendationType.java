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

  /** {@return the GMC's code for it, as written on the wire} */
  public String code() {
    return code;
  }
}
