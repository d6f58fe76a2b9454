package uk.nhs.hee.tis.gmc.example.connection;

/** What became of one doctor. */
public enum ConnectionOutcome {
  /** The GMC carried it out. */
  DONE,
  /** It was so already. */
  ALREADY_SO,
  /** Not sent: the request itself cannot be right. */
  INVALID,
  /** The GMC refused it. */
  REJECTED,
  /** It failed, and was certainly not carried out. */
  FAILED,
  /** Not sent: an earlier failure would have met it too. */
  NOT_ATTEMPTED,
  /** It may have been carried out. To find out, do it again: ALREADY_SO says that it was. */
  OUTCOME_UNKNOWN;

  boolean isAsWished() {
    return this == DONE || this == ALREADY_SO;
  }
}
