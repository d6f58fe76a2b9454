package uk.nhs.hee.tis.gmc.client.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Objects;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcListener;

/**
 * Counts and times a client's calls in a Micrometer {@link MeterRegistry} of version 1.6 or later,
 * which the application supplies.
 *
 * <pre>{@code
 * GmcClient.builder()
 *     .identity(identity)
 *     .listener(GmcMetrics.listener(registry, identity)) // …
 * }</pre>
 *
 * <table>
 * <caption>The meters; each has the tag {@code client}, the product and version that begin the
 * User-Agent</caption>
 * <tr><th>name</th><th>what</th><th>further tags</th></tr>
 * <tr><td>{@code gmc.client.calls}</td><td>timer of ended calls, retries and waits included</td>
 *     <td>{@code operation}, {@code outcome}, {@code kind}</td></tr>
 * <tr><td>{@code gmc.client.attempts}</td><td>timer of ended attempts, one request each</td>
 *     <td>{@code operation}, {@code outcome}, {@code kind}</td></tr>
 * <tr><td>{@code gmc.client.retries}</td><td>counter of attempts that will be retried</td>
 *     <td>{@code operation}, {@code outcome}, {@code kind} of the failure behind it</td></tr>
 * <tr><td>{@code gmc.client.circuit.open}</td><td>gauge: 1 while the circuit is open, else 0</td>
 *     <td></td></tr>
 * <tr><td>{@code gmc.client.availability}</td><td>gauge: 1 for the current state, 0 for the
 * rest</td>
 *     <td>{@code state}: available, degraded, blocked, access_denied, unreachable</td></tr>
 * <tr><td>{@code gmc.client.last.success.age}</td><td>gauge of the time since a call for a body
 *     succeeded, in the registry's unit of time, from the first such call on</td>
 *     <td>{@code operation}, {@code designated.body}</td></tr>
 * </table>
 *
 * <p>{@code outcome} is {@code success}, {@code blocked}, {@code rate-limited}, {@code permission},
 * {@code rejected}, {@code unavailable}, {@code unreachable}, {@code timeout}, {@code
 * intermediary}, {@code protocol}, {@code outcome-unknown}, {@code not-sent}, {@code cancelled} or
 * (for calls only, where a sink of the caller's threw) {@code aborted}, after the exception that a
 * call ends in. {@code kind} is that exception's kind in lower case, such as {@code firewall_rule},
 * or the GMC's return code, or {@code unknown} for a code that this library does not know; else
 * {@code none}. No tag contains personal data, a request id or more of the identity than its
 * product and version.
 */
public final class GmcMetrics {
  private GmcMetrics() {}

  /**
   * Returns a listener that keeps the meters of one client. Thread-safe.
   *
   * @param registry where the meters are registered
   * @param identity the client's identity; its product and version become the tag {@code client}
   * @param furtherTags alternating names and values, such as {@code "account", "north"}, to
   *     distinguish two clients with the same identity, whose gauges would otherwise collide
   * @return the listener, for {@code GmcClientBuilder.listener(…)}
   * @throws IllegalArgumentException if the last of the further tags has no value
   * @throws NullPointerException if the registry or the identity is null
   */
  @SuppressWarnings("exports") // Callers of this have Micrometer; nobody else needs it.
  public static GmcListener listener(
      MeterRegistry registry, ClientIdentity identity, String... furtherTags) {
    Objects.requireNonNull(registry, "registry");
    return new MeteringListener(
        registry, Tags.of("client", product(identity.userAgent())).and(furtherTags));
  }

  private static String product(String userAgent) {
    int end = userAgent.indexOf(' ');
    return end < 0 ? userAgent : userAgent.substring(0, end);
  }
}
