package uk.nhs.hee.tis.gmc.client.internal.call;

import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
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

  private Surroundings(Builder from) {
    clock = new UnfailingClock(from.clock);
    ticker = from.ticker;
    random = from.random;
    names = from.names;
    executor = from.executor;
    scheduler = from.scheduler;
    listeners = List.copyOf(from.listeners);
    teller = from.teller;
    attemptHeaders = List.copyOf(from.attemptHeaders);
  }

  /** Returns a builder with the system's clocks and name service, and with no listeners. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds the surroundings. Not thread-safe. */
  public static final class Builder {
    private Clock clock = Clock.systemUTC();
    private LongSupplier ticker = System::nanoTime;
    private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();
    private NameLookup names = InetAddress::getAllByName;
    private @Nullable Executor executor;
    private @Nullable ScheduledExecutorService scheduler;
    private final List<GmcListener> listeners = new ArrayList<>();
    private @Nullable Executor teller;
    private final List<Function<GmcCall, Supplier<Map<String, String>>>> attemptHeaders =
        new ArrayList<>();

    private Builder() {}

    /** Sets what stamps evidence and cools the circuit down. */
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /** Sets what measures deadlines, in nanoseconds. */
    public Builder ticker(LongSupplier ticker) {
      this.ticker = ticker;
      return this;
    }

    /** Sets the chance behind the jitter of back-offs, from 0 to below 1. */
    public Builder random(DoubleSupplier random) {
      this.random = random;
      return this;
    }

    /** Sets what looks the endpoint's addresses up for evidence. */
    public Builder names(NameLookup names) {
      this.names = names;
      return this;
    }

    /** Sets what reads the answers of asynchronous calls; by default the client's own threads. */
    public Builder executor(Executor executor) {
      this.executor = executor;
      return this;
    }

    /** Sets what waits; by default a thread of the client's own. */
    public Builder scheduler(ScheduledExecutorService scheduler) {
      this.scheduler = scheduler;
      return this;
    }

    /** Adds a listener, after those added before. */
    public Builder listener(GmcListener listener) {
      listeners.add(listener);
      return this;
    }

    /** Sets what tells the listeners; by default a thread of the client's own. */
    public Builder teller(Executor teller) {
      this.teller = teller;
      return this;
    }

    /** Adds a function that gives further headers of each attempt. */
    public Builder attemptHeaders(Function<GmcCall, Supplier<Map<String, String>>> headers) {
      attemptHeaders.add(headers);
      return this;
    }

    /** Returns the surroundings. */
    public Surroundings build() {
      return new Surroundings(this);
    }
  }
}
