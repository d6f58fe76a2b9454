package uk.nhs.hee.tis.gmc.client.internal.call;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** The outcome of a call; cancelling it ends the call, its exchange and its repeats. */
final class CallFuture<A> extends CompletableFuture<A> {
  private final BooleanSupplier giveUp;

  /**
   * Creates it.
   *
   * @param giveUp ends the call, unless it has ended already; returns whether it did
   */
  CallFuture(BooleanSupplier giveUp) {
    this.giveUp = giveUp;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return (isDone() || giveUp.getAsBoolean()) && super.cancel(mayInterruptIfRunning);
  }
}
