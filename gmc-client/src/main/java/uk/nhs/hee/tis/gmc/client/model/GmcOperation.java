package uk.nhs.hee.tis.gmc.client.model;

/**
 * The six operations of GMC Connect, by the GMC's own names (its public service description).
 *
 * <p>Two of them only read and may be retried freely. The other four write: adding and removing a
 * doctor may be retried after an unknown outcome, a recommendation never.
 */
public enum GmcOperation {
  /** Reads every doctor connected to a designated body, in one answer. */
  GET_DOCTORS_FOR_DB("GetDoctorsForDB", true),
  /** Reads the status of one recommendation. */
  CHECK_RECOMMENDATION_STATUS("CheckRecommendationStatus", true),
  /** Submits a recommendation, first version, which has no sub-reason. */
  TRY_RECOMMENDATION("TryRecommendation", false),
  /** Submits a recommendation, second version: a deferral may carry a sub-reason. */
  TRY_RECOMMENDATION_V2("TryRecommendationV2", false),
  /** Connects a doctor to a designated body. */
  TRY_ADD_DOCTOR("TryAddDoctor", false),
  /** Disconnects a doctor from a designated body. */
  TRY_REMOVE_DOCTOR("TryRemoveDoctor", false);

  private final String operationName;
  private final boolean read;

  GmcOperation(String operationName, boolean read) {
    this.operationName = operationName;
    this.read = read;
  }

  /** {@return the operation's name on the wire, such as {@code GetDoctorsForDB}} */
  public String operationName() {
    return operationName;
  }

  /** {@return whether the operation only reads, so that retrying it changes nothing at the GMC} */
  public boolean isRead() {
    return read;
  }

  /** {@return whether the operation submits a recommendation, in either version} */
  public boolean isRecommendation() {
    return this == TRY_RECOMMENDATION || this == TRY_RECOMMENDATION_V2;
  }
}
