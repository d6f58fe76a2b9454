package uk.nhs.hee.tis.gmc.example.sync;

/** How a run ended for one designated body. */
enum Result {
  /** Fetched whole and written. */
  COMPLETE("complete"),
  /** Fetched whole and written, but somebody should look at it before it is applied. */
  LOOK_AT("look at"),
  /** Complete since an earlier run, so not fetched in this one. */
  KEPT("kept"),
  /** Not fetched or not written: the old file, if any, is untouched. */
  FAILED("failed"),
  /** Not tried, because an earlier refusal would have met it too. */
  NOT_ATTEMPTED("not attempted");

  private final String words;

  Result(String words) {
    this.words = words;
  }

  /** Returns the result in a word or two, for the table. */
  String words() {
    return words;
  }

  /** Returns whether the body's file is whole. */
  boolean isComplete() {
    return this == COMPLETE || this == LOOK_AT || this == KEPT;
  }
}
