package uk.nhs.hee.tis.gmc.client.model;

/** Whether a doctor is under notice of revalidation, so that a recommendation can be made. */
public enum UnderNotice {
  /** Under notice. */
  YES,
  /** Not under notice. */
  NO,
  /** The doctor's revalidation is on hold. */
  ON_HOLD,
  /** The GMC gave no text, or one that this version does not know. */
  UNKNOWN
}
