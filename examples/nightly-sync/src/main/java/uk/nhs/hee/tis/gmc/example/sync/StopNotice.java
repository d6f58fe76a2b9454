package uk.nhs.hee.tis.gmc.example.sync;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a run says when Ctrl-C or a signal ends its process: nothing is lost, and what to do. */
final class StopNotice implements AutoCloseable {
  private final AtomicBoolean needed = new AtomicBoolean(true);
  private final Thread hook;

  private StopNotice(PrintStream err) {
    hook =
        new Thread(
            () -> {
              if (needed.get()) {
                err.println(
                    "\nStopped before the end. Each file is a complete list, the old one or the new"
                        + " one;\n--only-missing fetches the rest.");
              }
            },
            "stop-notice");
  }

  static StopNotice on(PrintStream err) {
    StopNotice notice = new StopNotice(err);
    try {
      Runtime.getRuntime().addShutdownHook(notice.hook);
    } catch (IllegalStateException alreadyStopping) {
      notice.notNeeded();
    }
    return notice;
  }

  /** Says that the run has come to its end. */
  void notNeeded() {
    needed.set(false);
  }

  @Override
  public void close() {
    notNeeded();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyStopping) {
      // The process ends now, and the hook with it.
    }
  }
}
