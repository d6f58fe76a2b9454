package uk.nhs.hee.tis.gmc.client.internal.call;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Runs the steps of one blocking call on the thread that waits for it, so that the blocking client
 * is the asynchronous pipeline without a second thread.
 */
final class CallerThread implements Executor {
  private final BlockingQueue<Runnable> steps = new LinkedBlockingQueue<>();

  /** Guarded by this. */
  private boolean gone;

  @Override
  public void execute(Runnable step) {
    synchronized (this) {
      if (!gone) {
        steps.add(step);
        return;
      }
    }
    // The call has ended, so what comes now only cleans up.
    step.run();
  }

  /** Runs steps until the future ends; {@link #leave} must follow an interrupt. */
  @SuppressWarnings("FutureReturnValueIgnored") // The empty step only wakes this thread.
  void await(CompletableFuture<?> future) throws InterruptedException {
    future.whenComplete((result, failure) -> execute(() -> {}));
    while (!future.isDone()) {
      steps.take().run();
    }
    leave();
  }

  /** Runs what is left; anything later runs on the thread that submits it. */
  void leave() {
    synchronized (this) {
      gone = true;
    }
    for (Runnable step = steps.poll(); step != null; step = steps.poll()) {
      step.run();
    }
  }
}
