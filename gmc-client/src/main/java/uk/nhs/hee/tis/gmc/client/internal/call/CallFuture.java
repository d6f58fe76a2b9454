package uk.nhs.hee.tis.gmc.client.internal.call;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * The outcome of a call. A caller that ends it, by cancelling it, completing it or by its own
 * time-out, abandons the call: its exchange and its retries end too. A caller that has abandoned a
 * call may submit again; a retry that still went out would be a second submission.
 */
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

  /** Ends the future with the call's answer. */
  void succeed(A answer) {
    super.complete(answer);
  }

  /** Ends the future with the call's failure. */
  void fail(Throwable failure) {
    super.completeExceptionally(failure);
  }

  private boolean givenUp() {
    return isDone() || giveUp.getAsBoolean();
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return givenUp() && super.cancel(mayInterruptIfRunning);
  }

  @Override
  public boolean complete(A instead) {
    return givenUp() && super.complete(instead);
  }

  @Override
  public boolean completeExceptionally(Throwable instead) {
    return givenUp() && super.completeExceptionally(instead);
  }
}
