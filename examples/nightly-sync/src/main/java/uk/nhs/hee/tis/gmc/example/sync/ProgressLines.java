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
    boolean complete = outcome.result().isComplete();
    String doctors = complete ? ", " + Words.of(outcome.doctors(), "doctor", "doctors") : "";
    out.println(
        done + "/" + bodies + " " + outcome.body() + doctors + ": " + outcome.result().words());
  }

  @Override
  public void close() {}
}
