package uk.nhs.hee.tis.gmc.client.internal.call;

import java.util.concurrent.CompletableFuture;

/** The outcome of a call; cancelling it ends the call, its exchange and its repeats. */
final class CallFuture<A> extends CompletableFuture<A> {
  private final Runnable onCancel;

  CallFuture(Runnable onCancel) {
    this.onCancel = onCancel;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled && isCancelled()) {
      onCancel.run();
    }
    return cancelled;
  }
}
