package uk.nhs.hee.tis.gmc.client.internal.call;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.GmcCall;
import uk.nhs.hee.tis.gmc.client.GmcListener;

/** Time, randomness, threads and listeners: what a test replaces. Immutable. */
public final class Surroundings {
  final Clock clock;
  final LongSupplier ticker;
  final DoubleSupplier random;
  final NameLookup names;
  final @Nullable Executor executor;
  final @Nullable ScheduledExecutorService scheduler;
  final List<GmcListener> listeners;
  final @Nullable Executor teller;
  final List<Function<GmcCall, Supplier<Map<String, String>>>> attemptHeaders;

  /**
   * Creates them.
   *
   * @param clock stamps evidence and cools the circuit down
   * @param ticker measures deadlines, in nanoseconds
   * @param random gives numbers from 0 to below 1 for the jitter of back-offs
   * @param names looks the endpoint's addresses up for evidence
   * @param executor reads the answers of asynchronous calls, or null for an own one
   * @param scheduler waits, or null for an own one
   * @param teller tells the listeners, or null for an own one
   * @param attemptHeaders give further headers of each attempt
   */
  public Surroundings(
      Clock clock,
      LongSupplier ticker,
      DoubleSupplier random,
      NameLookup names,
      @Nullable Executor executor,
      @Nullable ScheduledExecutorService scheduler,
      List<GmcListener> listeners,
      @Nullable Executor teller,
      List<Function<GmcCall, Supplier<Map<String, String>>>> attemptHeaders) {
    this.clock = new UnfailingClock(clock);
    this.ticker = ticker;
    this.random = random;
    this.names = names;
    this.executor = executor;
    this.scheduler = scheduler;
    this.listeners = List.copyOf(listeners);
    this.teller = teller;
    this.attemptHeaders = List.copyOf(attemptHeaders);
  }
}
