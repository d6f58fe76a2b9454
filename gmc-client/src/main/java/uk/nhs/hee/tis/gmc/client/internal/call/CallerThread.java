package uk.nhs.hee.tis.gmc.client.internal.call;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Runs the steps of one blocking call on the thread that waits for it, so that the blocking face is
 * the asynchronous pipeline without a second thread.
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
    // The caller was interrupted and left: what comes now only cleans up.
    step.run();
  }

  /**
   * Runs steps until the future ends.
   *
   * @throws InterruptedException if the caller is interrupted; the caller then ends the call and
   *     {@link #leave}s
   */
  @SuppressWarnings("FutureReturnValueIgnored") // The empty step only wakes this thread up.
  <T> T await(CompletableFuture<T> future) throws InterruptedException, ExecutionException {
    future.whenComplete((result, failure) -> execute(() -> {}));
    while (!future.isDone()) {
      steps.take().run();
    }
    leave();
    return future.get();
  }

  /** Runs what is left, and lets what still comes run on the thread that brings it. */
  void leave() {
    synchronized (this) {
      gone = true;
    }
    for (Runnable step = steps.poll(); step != null; step = steps.poll()) {
      step.run();
    }
  }
}
