package uk.nhs.hee.tis.gmc.example.sync;

import java.util.List;

/** What the job tells the scheduler. */
final class ExitCode {
  /** Every body is complete. */
  static final int COMPLETE = 0;

  /** Some body failed or was not attempted. */
  static final int INCOMPLETE = 1;

  /** Nothing was tried: an argument or a setting is wrong. */
  static final int USAGE = 2;

  /** Every body is complete, but look at some before applying them. */
  static final int LOOK_AT = 3;

  private ExitCode() {}

  static int of(List<Outcome> outcomes) {
    if (outcomes.stream().anyMatch(o -> !o.result().isComplete())) {
      return INCOMPLETE;
    }
    return outcomes.stream().anyMatch(o -> o.result() == Result.LOOK_AT) ? LOOK_AT : COMPLETE;
  }
}
