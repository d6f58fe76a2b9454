package uk.nhs.hee.tis.gmc.client;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a client stops sending because calls would only be refused. Immutable.
 *
 * <p>A block, a challenge or a refusal of the account (return code 99, or HTTP 401 or 403 from the
 * GMC's server) opens the circuit at once; an outage does so after a run of failed calls, and a
 * block of kind {@code WAF}, which may concern the contents of one request, when it hits three
 * different requests in a row. While the circuit is open, calls fail at once with the failure that
 * opened it, marked {@link uk.nhs.hee.tis.gmc.client.error.GmcException#fromOpenCircuit()}. After
 * the cool-down one call at a time, a read or a write, goes out as a probe: a block keeps it from
 * the GMC, and if it gets through, it does what its caller asked for. Any answer from the service,
 * even a refusal of that one request, closes the circuit. A call with credentials or headers of its
 * own stands apart where the account is refused: its refusal does not open the circuit, and a
 * circuit that such a refusal opened does not hold it back. A rate limit neither opens nor closes
 * it.
 *
 * <pre>{@code
 * GmcClient.builder()
 *     .circuitBreakerPolicy(
 *         CircuitBreakerPolicy.builder().failuresToOpen(3).coolDown(Duration.ofMinutes(5)).build())
 *     // …
 * }</pre>
 */
public final class CircuitBreakerPolicy {
  private static final CircuitBreakerPolicy DEFAULTS = builder().build();
  private static final CircuitBreakerPolicy NONE = builder().enabled(false).build();

  private final boolean enabled;
  private final int failuresToOpen;
  private final Duration coolDown;

  private CircuitBreakerPolicy(Builder from) {
    enabled = from.enabled;
    failuresToOpen = from.failuresToOpen;
    coolDown = from.coolDown;
  }

  /** {@return the policy of a client that sets none: 5 failed calls in a row, 1 min cool-down} */
  public static CircuitBreakerPolicy defaults() {
    return DEFAULTS;
  }

  /** {@return the policy that always sends} */
  public static CircuitBreakerPolicy none() {
    return NONE;
  }

  /** {@return a builder that starts from the defaults} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts from this policy} */
  public Builder toBuilder() {
    Builder to = new Builder();
    to.enabled = enabled;
    to.failuresToOpen = failuresToOpen;
    to.coolDown = coolDown;
    return to;
  }

  /** {@return whether the circuit opens at all} */
  public boolean enabled() {
    return enabled;
  }

  /** {@return how many calls in a row must fail because of an outage before the circuit opens} */
  public int failuresToOpen() {
    return failuresToOpen;
  }

  /** {@return how long the circuit stays open before a call may go out as a probe} */
  public Duration coolDown() {
    return coolDown;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CircuitBreakerPolicy
        && enabled == ((CircuitBreakerPolicy) other).enabled
        && failuresToOpen == ((CircuitBreakerPolicy) other).failuresToOpen
        && coolDown.equals(((CircuitBreakerPolicy) other).coolDown);
  }

  @Override
  public int hashCode() {
    return Objects.hash(enabled, failuresToOpen, coolDown);
  }

  @Override
  public String toString() {
    return "CircuitBreakerPolicy[enabled="
        + enabled
        + ", failuresToOpen="
        + failuresToOpen
        + ", coolDown="
        + coolDown
        + "]";
  }

  /** Builds a {@link CircuitBreakerPolicy}. Not thread-safe. */
  public static final class Builder {
    private boolean enabled = true;
    private int failuresToOpen = 5;
    private Duration coolDown = Duration.ofMinutes(1);

    private Builder() {}

    private Builder enabled(boolean enabled) {
      this.enabled = enabled;
      return this;
    }

    /**
     * Sets how many calls in a row must fail because of an outage before the circuit opens; default
     * 5.
     *
     * @param failuresToOpen calls, not attempts; 1 or more
     * @return this builder
     * @throws IllegalArgumentException if it is below 1
     */
    public Builder failuresToOpen(int failuresToOpen) {
      if (failuresToOpen < 1) {
        throw new IllegalArgumentException("failuresToOpen must be 1 or more: " + failuresToOpen);
      }
      this.failuresToOpen = failuresToOpen;
      return this;
    }

    /**
     * Sets how long the circuit stays open before a call may go out as a probe; default 1 min.
     *
     * @param coolDown a time of at most a day
     * @return this builder
     * @throws IllegalArgumentException if it is not positive, or longer than a day
     */
    public Builder coolDown(Duration coolDown) {
      this.coolDown = Rules.positive("coolDown", coolDown);
      return this;
    }

    /** {@return the policy} */
    public CircuitBreakerPolicy build() {
      return new CircuitBreakerPolicy(this);
    }
  }
}
