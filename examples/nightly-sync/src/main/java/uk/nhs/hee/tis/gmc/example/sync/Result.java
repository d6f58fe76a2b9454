package uk.nhs.hee.tis.gmc.example.sync;

/** How a run ended for one designated body. */
enum Result {
  /** Fetched whole and written. */
  COMPLETE,
  /** Fetched whole and written, but somebody should look at it before it is applied. */
  LOOK_AT,
  /** Complete since an earlier run, so not fetched in this one. */
  KEPT,
  /** Not fetched or not written: the old file, if any, is untouched. */
  FAILED,
  /** Not tried, because an earlier refusal would have met it too. */
  NOT_ATTEMPTED;

  /** Returns whether the body's file is whole. */
  boolean isComplete() {
    return this == COMPLETE || this == LOOK_AT || this == KEPT;
  }
}
