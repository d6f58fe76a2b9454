package uk.nhs.hee.tis.gmc.client.metrics;

import io.micrometer.observation.ObservationRegistry;
import java.util.Objects;
import uk.nhs.hee.tis.gmc.client.GmcClientBuilder;

/**
 * Observes a client's calls with Micrometer Observation 1.10 or later, which the application
 * supplies: spans, if the application traces.
 *
 * <pre>{@code
 * GmcClientBuilder observed =
 *     GmcObservations.observe(observations, GmcClient.builder().identity(identity));
 * }</pre>
 *
 * <p>{@code gmc.client.call} is a call, a child of the current observation of the thread that makes
 * it; {@code gmc.client.attempt} is each of its attempts, which sends the trace's headers, such as
 * {@code traceparent}. Both have the key values {@code operation}, {@code outcome} and {@code
 * kind}, as {@link GmcMetrics} has them; both are named after the operation, and neither contains
 * personal data or a request id, which some callers derive from a GMC number.
 *
 * <p>With OpenTelemetry's agent, which traces the HTTP client itself, this is not needed.
 */
public final class GmcObservations {
  private GmcObservations() {}

  /**
   * Lets a registry observe the calls of a client.
   *
   * @param registry makes and keeps the observations
   * @param builder of the client; gains a listener and an attempt-headers function
   * @return the builder
   * @throws NullPointerException if an argument is null
   */
  @SuppressWarnings("exports") // Callers of this have Micrometer; nobody else needs it.
  public static GmcClientBuilder observe(ObservationRegistry registry, GmcClientBuilder builder) {
    ObservingListener listener =
        new ObservingListener(Objects.requireNonNull(registry, "registry"));
    return builder.listener(listener).attemptHeaders(listener::begin);
  }
}
