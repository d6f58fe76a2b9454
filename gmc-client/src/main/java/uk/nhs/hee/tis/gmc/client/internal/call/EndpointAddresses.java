package uk.nhs.hee.tis.gmc.client.internal.call;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The endpoint's addresses, for the evidence of a failed call. Thread-safe.
 *
 * <p>The name service may be silent for a minute, and the failure may be that it is. So it is asked
 * on another thread, by one call at a time, and a call waits for no longer than it has.
 */
final class EndpointAddresses {
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[.*]");

  private final String host;
  private final NameLookup names;
  private final Executor lookups;

  /** Guarded by this: the latest look-up. */
  private CompletableFuture<List<String>> latest = CompletableFuture.completedFuture(List.of());

  EndpointAddresses(String host, NameLookup names, Executor lookups) {
    this.host = host;
    this.names = names;
    this.lookups = lookups;
  }

  /** Returns the addresses; none if the host has none, or if they are not known in time. */
  List<String> within(Duration time) {
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
      return Arrays.stream(names.addresses(host))
          .map(InetAddress::getHostAddress)
          .collect(Collectors.toList());
    } catch (UnknownHostException unresolved) {
      return List.of();
    }
  }
}
