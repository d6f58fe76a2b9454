package uk.nhs.hee.tis.gmc.client.internal.call;

import dev.failsafe.spi.Scheduler;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets Failsafe wait on the client's timer and work on the call's executor; its own would start
 * threads that outlive the client.
 */
final class FailsafeScheduler implements Scheduler {
  private final ScheduledExecutorService timer;
  private final Executor executor;
  private final Consumer<RejectedExecutionException> refused;

  /**
   * Creates it.
   *
   * @param refused is called when the executor refuses work after a wait; nothing else would notice
   */
  FailsafeScheduler(
      ScheduledExecutorService timer,
      Executor executor,
      Consumer<RejectedExecutionException> refused) {
    this.timer = timer;
    this.executor = executor;
    this.refused = refused;
  }

  @Override
  public ScheduledFuture<?> schedule(Callable<?> work, long delay, TimeUnit unit) {
    Step step = new Step(work);
    if (delay <= 0) {
      executor.execute(step);
    } else {
      step.wait = timer.schedule(() -> handOver(step), delay, unit);
    }
    return step;
  }

  private void handOver(Step step) {
    try {
      executor.execute(step);
    } catch (RejectedExecutionException e) {
      refused.accept(e);
    }
  }

  private static final class Step extends FutureTask<Object> implements ScheduledFuture<Object> {
    private volatile @Nullable Future<?> wait;

    @SuppressWarnings("unchecked") // Nobody reads the result.
    Step(Callable<?> work) {
      super((Callable<Object>) work);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      Future<?> timing = wait;
      if (timing != null) {
        timing.cancel(false);
      }
      // Interrupting would hit whichever thread the call's executor is using.
      return super.cancel(false);
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return 0; // Failsafe neither asks for the delay nor sorts its steps.
    }

    @Override
    public int compareTo(Delayed other) {
      return 0;
    }
  }
}
