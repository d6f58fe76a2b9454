package uk.nhs.hee.tis.gmc.example.sync;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress for a person: a bar of the designated bodies, with the doctors fetched so far. */
final class ProgressOnTerminal implements Progress {
  private static final int UPDATE_MILLIS = 200;

  private final ProgressBar bar;
  private long doctors;
  private int failed;

  ProgressOnTerminal(PrintStream out, int bodies) {
    bar =
        new ProgressBarBuilder()
            .setTaskName("Designated bodies")
            .setInitialMax(bodies)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .hideEta()
            .setConsumer(new BarConsumer(out))
            .build();
  }

  @Override
  public synchronized void done(Outcome outcome) {
    doctors += outcome.doctors();
    failed += outcome.result().isComplete() ? 0 : 1;
    bar.setExtraMessage(
        " " + Words.of(doctors) + " doctors" + (failed == 0 ? "" : ", " + failed + " incomplete"));
    bar.step();
  }

  @Override
  public void close() {
    bar.close();
  }

  /** Leaves the cursor at the start of the bar, so that a line of the log overwrites it. */
  private static final class BarConsumer extends ConsoleProgressBarConsumer {
    private final PrintStream out;

    BarConsumer(PrintStream out) {
      super(out);
      this.out = out;
    }

    @Override
    public void accept(String bar) {
      super.accept(bar);
      out.print('\r');
    }
  }
}
