package uk.nhs.hee.tis.gmc.client.internal.call;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.GmcListener;

/** Time, chance, threads and listeners: what a test replaces. Immutable. */
public final class Surroundings {
  final Clock clock;
  final LongSupplier ticker;
  final DoubleSupplier random;
  final @Nullable Executor executor;
  final @Nullable ScheduledExecutorService scheduler;
  final List<GmcListener> listeners;

  /**
   * Creates them.
   *
   * @param clock stamps evidence and cools the circuit down
   * @param ticker measures deadlines, in nanoseconds
   * @param random gives numbers from 0 to below 1 for the jitter of back-offs
   * @param executor reads the answers of asynchronous calls, or null for an own one
   * @param scheduler waits, or null for an own one
   */
  public Surroundings(
      Clock clock,
      LongSupplier ticker,
      DoubleSupplier random,
      @Nullable Executor executor,
      @Nullable ScheduledExecutorService scheduler,
      List<GmcListener> listeners) {
    this.clock = new UnfailingClock(clock);
    this.ticker = ticker;
    this.random = random;
    this.executor = executor;
    this.scheduler = scheduler;
    this.listeners = List.copyOf(listeners);
  }
}
