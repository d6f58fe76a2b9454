package uk.nhs.hee.tis.gmc.client.internal.call;

import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.CircuitBreakerPolicy;
import uk.nhs.hee.tis.gmc.client.GmcCall;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcException;

/**
 * Which calls may be sent: none at an open circuit, and of recommendations for the same doctor and
 * designated body one at a time. Thread-safe.
 */
final class Admission {
  private final CircuitBreaker breaker;
  private final CircuitBreakerPolicy policy;
  private final IncidentLog incidents;
  private final InFlight inFlight = new InFlight();

  /**
   * Creates it.
   *
   * @param policy of calls that have none of their own
   */
  Admission(CircuitBreaker breaker, CircuitBreakerPolicy policy, IncidentLog incidents) {
    this.breaker = breaker;
    this.policy = policy;
    this.incidents = incidents;
  }

  /** Returns why the call is not sent, or null if it has entered and must leave. */
  @Nullable GmcException holdBack(CallRequest<?> request, GmcCall call, CallRecord record) {
    CircuitBreaker.Opened opened = breaker.holdsBack(call, request, policy(request)).orElse(null);
    if (opened != null) {
      Evidence.Builder facts =
          record
              .addTo(opened.exception.evidence().toBuilder())
              .retryAfter(breaker.waitLeft(opened))
              .effect(Effect.NOT_SENT)
              .fromOpenCircuit(true);
      Evidence evidence =
          facts.incident(incidents.heldBack(opened.failure.kind(), facts.build())).build();
      return opened.failure.heldBack(evidence, String.valueOf(opened.exception.getMessage()));
    }
    String key = request.singleFlightKey().orElse(null);
    if (key != null && !inFlight.enter(key)) {
      CallFailure failure = CallerFailures.inFlight();
      return failure.exception(record.addTo(failure.judged()).build());
    }
    return null;
  }

  /** Returns whether the circuit has opened since the call entered. */
  boolean isClosedTo(CallRequest<?> request, GmcCall call) {
    return breaker.isOpenFor(call, request, policy(request));
  }

  /** Returns when the circuit opens for the call. */
  CircuitBreakerPolicy policy(CallRequest<?> request) {
    return request.options.circuitBreakerPolicy().orElse(policy);
  }

  /** Lets the next recommendation for the same doctor and designated body enter. */
  void leave(CallRequest<?> request) {
    request.singleFlightKey().ifPresent(inFlight::leave);
  }
}
