package uk.nhs.hee.tis.gmc.client.internal.call;

import java.time.Duration;
import uk.nhs.hee.tis.gmc.client.CircuitBreakerPolicy;
import uk.nhs.hee.tis.gmc.client.RetryPolicy;

/** How long and how often a client tries. Immutable. */
public final class Limits {
  final Duration attemptTimeout;
  final Duration callDeadline;
  final RetryPolicy retryPolicy;
  final CircuitBreakerPolicy circuitBreakerPolicy;

  /** Creates the limits. */
  public Limits(
      Duration attemptTimeout,
      Duration callDeadline,
      RetryPolicy retryPolicy,
      CircuitBreakerPolicy circuitBreakerPolicy) {
    this.attemptTimeout = attemptTimeout;
    this.callDeadline = callDeadline;
    this.retryPolicy = retryPolicy;
    this.circuitBreakerPolicy = circuitBreakerPolicy;
  }
}
