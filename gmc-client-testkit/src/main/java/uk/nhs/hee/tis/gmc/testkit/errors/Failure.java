package uk.nhs.hee.tis.gmc.testkit.errors;

import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.internal.call.JudgedAttempt;

/** A failure with the client's own judgement and words. */
interface Failure {
  /** Returns the evidence, with the facts of a nightly job's call. */
  Evidence.Builder evidence();

  /** Returns the exception that the client makes of this evidence. */
  GmcException exception(Evidence evidence);

  /** Returns the exception of a call that an open circuit held back after this failure. */
  GmcException heldBack(Evidence evidence);

  /** Returns the failure of an attempt. */
  static Failure of(JudgedAttempt attempt, Evidence.Builder evidence) {
    return new Failure() {
      @Override
      public Evidence.Builder evidence() {
        return evidence;
      }

      @Override
      public GmcException exception(Evidence built) {
        return attempt.exception(built);
      }

      @Override
      public GmcException heldBack(Evidence built) {
        return attempt.heldBack(built, String.valueOf(attempt.exception(built).getMessage()));
      }
    };
  }
}
