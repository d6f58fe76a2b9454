package uk.nhs.hee.tis.gmc.client.internal.call;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Passes the steps of one call to an executor that may be busy, or drop them silently, and reports
 * a step that has not begun by the call's deadline. Thread-safe.
 */
final class GuardedExecutor implements Executor {
  /** A step that begins just late shows better what was being waited for. */
  private static final Duration GRACE = Duration.ofMillis(200);

  private final Executor executor;
  private final ScheduledExecutorService timer;
  private final Supplier<Duration> remaining;
  private final Consumer<Runnable> late;

  /**
   * Creates it.
   *
   * @param remaining what is left of the call's deadline
   * @param late is given a step that has not begun when it has passed
   */
  GuardedExecutor(
      Executor executor,
      ScheduledExecutorService timer,
      Supplier<Duration> remaining,
      Consumer<Runnable> late) {
    this.executor = executor;
    this.timer = timer;
    this.remaining = remaining;
    this.late = late;
  }

  @Override
  public void execute(Runnable work) {
    Step step = new Step(work);
    executor.execute(step);
    step.guard();
  }

  private final class Step implements Runnable {
    private final Runnable work;

    /** Guarded by this, as is the next. */
    private boolean begun;

    private @Nullable Future<?> guard;

    Step(Runnable work) {
      this.work = work;
    }

    synchronized void guard() {
      if (begun) {
        return;
      }
      try {
        Duration wait = remaining.get().plus(GRACE);
        guard = timer.schedule(() -> late.accept(work), wait.toNanos(), TimeUnit.NANOSECONDS);
      } catch (RejectedExecutionException noTimer) {
        CallLog.debug("The scheduler is not accepting work: {}", noTimer.toString());
      }
    }

    @Override
    public void run() {
      synchronized (this) {
        begun = true;
        if (guard != null) {
          guard.cancel(false);
        }
      }
      work.run();
    }
  }
}
