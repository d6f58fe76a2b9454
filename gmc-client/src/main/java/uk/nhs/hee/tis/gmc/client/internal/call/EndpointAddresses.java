package uk.nhs.hee.tis.gmc.client.internal.call;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint's addresses, for the evidence of a failed call. Thread-safe.
 *
 * <p>The name service may not respond for a minute, which may itself be the failure. So it is
 * queried on another thread, by one call at a time, and a call waits no longer than its remaining
 * time.
 *
 * <p>A blocking call queries it first too: the JDK looks up the host on the thread that sends, and
 * only its own cache keeps that from taking as long as the name service does.
 */
final class EndpointAddresses {
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[.*]");

  /** How long the JDK certainly caches an address, by default and in most configurations. */
  private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(5);

  private static final boolean JDK_KEEPS_ADDRESSES =
      isKept(Security.getProperty("networkaddress.cache.ttl"))
          && isKept(System.getProperty("sun.net.inetaddr.ttl"));

  private static final Duration LEAST_LOOK_UP = Duration.ofMillis(100);
  private static final Duration LONGEST_LOOK_UP = Duration.ofSeconds(1);

  private final String host;
  private final NameLookup names;
  private final Executor lookups;
  private final LongSupplier ticker;

  /** Guarded by this: the latest look-up. */
  private CompletableFuture<List<String>> latest = CompletableFuture.completedFuture(List.of());

  private volatile long foundAt;

  EndpointAddresses(String host, NameLookup names, Executor lookups, LongSupplier ticker) {
    this.host = host;
    this.names = names;
    this.lookups = lookups;
    this.ticker = ticker;
    this.foundAt = ticker.getAsLong() - KEPT_NANOS;
  }

  private static boolean isKept(@Nullable String seconds) {
    try {
      int kept = seconds == null ? -1 : Integer.parseInt(seconds.strip());
      return kept < 0 || TimeUnit.SECONDS.toNanos(kept) >= 2 * KEPT_NANOS;
    } catch (NumberFormatException unclear) {
      return false;
    }
  }

  /**
   * Returns whether the JDK has the host's address cached, or has looked it up in time.
   *
   * @param remaining the time that the call has left; a silent name service must leave half of it
   */
  boolean areKnownBeforeSending(Duration remaining) {
    if (LITERAL.matcher(host).matches()) {
      return true;
    }
    return JDK_KEEPS_ADDRESSES
        && (ticker.getAsLong() - foundAt < KEPT_NANOS
            || !within(atMost(remaining.dividedBy(2))).isEmpty());
  }

  /**
   * Returns the addresses; none if the host has none, or if they are not known in time.
   *
   * @param remaining the time that the call has left, if any
   */
  List<String> forEvidence(Duration remaining) {
    Duration time = atMost(remaining);
    return within(time.compareTo(LEAST_LOOK_UP) < 0 ? LEAST_LOOK_UP : time);
  }

  private static Duration atMost(Duration remaining) {
    return remaining.compareTo(LONGEST_LOOK_UP) < 0 ? remaining : LONGEST_LOOK_UP;
  }

  private List<String> within(Duration time) {
    try {
      return lookUp().get(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    } catch (ExecutionException | TimeoutException unknown) {
      return List.of();
    }
  }

  private synchronized CompletableFuture<List<String>> lookUp() {
    if (latest.isDone()) {
      latest =
          LITERAL.matcher(host).matches()
              ? CompletableFuture.completedFuture(addresses())
              : CompletableFuture.supplyAsync(this::addresses, lookups);
    }
    return latest;
  }

  private List<String> addresses() {
    try {
      List<String> found =
          Arrays.stream(names.addresses(host))
              .map(InetAddress::getHostAddress)
              .collect(Collectors.toList());
      foundAt = ticker.getAsLong();
      return found;
    } catch (UnknownHostException unresolved) {
      return List.of();
    }
  }
}
