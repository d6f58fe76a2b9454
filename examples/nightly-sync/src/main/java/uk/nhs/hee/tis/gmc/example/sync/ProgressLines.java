package uk.nhs.hee.tis.gmc.example.sync;

import java.io.PrintStream;

/** Progress for a log: one plain line for each designated body that is done. */
final class ProgressLines implements Progress {
  private final PrintStream out;
  private final int bodies;
  private int done;

  ProgressLines(PrintStream out, int bodies) {
    this.out = out;
    this.bodies = bodies;
  }

  @Override
  public synchronized void done(Outcome outcome) {
    done++;
    String doctors = outcome.result().isComplete() ? ", " + Words.of(outcome.doctors()) : "";
    out.println(
        done
            + "/"
            + bodies
            + " "
            + outcome.body()
            + doctors.concat(doctors.isEmpty() ? "" : " doctors")
            + ": "
            + outcome.words());
  }

  @Override
  public void close() {}
}
