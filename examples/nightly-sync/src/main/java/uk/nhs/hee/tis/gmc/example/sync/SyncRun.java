package uk.nhs.hee.tis.gmc.example.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Syncs designated bodies, a few at a time. */
final class SyncRun {
  private final BodySync sync;
  private final Progress progress;
  private final int parallel;

  SyncRun(BodySync sync, Progress progress, int parallel) {
    this.sync = sync;
    this.progress = progress;
    this.parallel = parallel;
  }

  /**
   * Returns the outcome of each body, in their order.
   *
   * @throws InterruptedException if the calling thread is interrupted; the calls in flight are too
   */
  List<Outcome> of(List<DesignatedBody> bodies) throws InterruptedException {
    List<Callable<Outcome>> tasks = new ArrayList<>();
    bodies.forEach(body -> tasks.add(() -> one(body)));
    ExecutorService threads = Executors.newFixedThreadPool(parallel);
    try {
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> done : threads.invokeAll(tasks)) {
        outcomes.add(outcome(done));
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }

  private Outcome one(DesignatedBody body) {
    Outcome outcome = sync.sync(body);
    progress.done(outcome);
    return outcome;
  }

  private static Outcome outcome(Future<Outcome> done) throws InterruptedException {
    try {
      return done.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException) {
        throw (RuntimeException) e.getCause();
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
