package uk.nhs.hee.tis.gmc.client.internal.call;

import java.util.function.Supplier;
import uk.nhs.hee.tis.gmc.client.GmcAvailability;
import uk.nhs.hee.tis.gmc.client.GmcCall;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcUnreachableException;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;

/**
 * What the end of a call says about GMC Connect, recorded for the circuit, the incident log,
 * availability and the listeners, and the exception that a failed call ends in. Thread-safe.
 */
final class Outcomes {
  private final Admission admission;
  private final CircuitBreaker breaker;
  private final IncidentLog incidents;
  private final AvailabilityMonitor availability;
  private final EndpointAddresses addresses;
  private final Supplier<Hop> hop;
  private final Listeners listener;

  Outcomes(
      Admission admission,
      CircuitBreaker breaker,
      IncidentLog incidents,
      AvailabilityMonitor availability,
      EndpointAddresses addresses,
      Supplier<Hop> hop,
      Listeners listener) {
    this.admission = admission;
    this.breaker = breaker;
    this.incidents = incidents;
    this.availability = availability;
    this.addresses = addresses;
    this.hop = hop;
    this.listener = listener;
  }

  /** Records a call that was answered. */
  void succeeded(CallRequest<?> request, GmcCall call, CallInfo info) {
    Bookkeeping.note(() -> breaker.succeeded(call, request));
    Bookkeeping.note(incidents::success);
    Bookkeeping.note(() -> availability.answered(call.designatedBodyCode()));
    listener.callSucceeded(call, info);
  }

  /** Records a failed call everywhere, and returns the one exception that it ends in. */
  GmcException failed(
      CallRequest<?> request, GmcCall call, CallRecord record, CallFailure failure) {
    Evidence.Builder facts = record.addTo(failure.judged());
    if (!request.operation.isRead()) {
      facts.effect(record.effect());
      if (record.effect() == Effect.MAY_HAVE_RUN) {
        // Whatever failed, how to find out comes first.
        facts.advice(null);
      }
    }
    Evidence evidence = withIncident(facts, record, failure);
    GmcException exception = failure.exception(evidence);
    Bookkeeping.note(() -> note(request, call, failure, exception));
    boolean unknown = !request.operation.isRead() && evidence.effect() == Effect.MAY_HAVE_RUN;
    GmcException told = unknown ? CallFailure.outcomeUnknown(exception, evidence) : exception;
    listener.callFailed(call, told);
    return told;
  }

  /** Records a call that the caller's own code ended, which says nothing about GMC Connect. */
  void aborted(CallRequest<?> request, GmcCall call, CallRecord record, Throwable thrown) {
    Bookkeeping.note(() -> breaker.abandoned(call));
    listener.callAborted(call, record.elapsed(), thrown);
  }

  private Evidence withIncident(Evidence.Builder facts, CallRecord record, CallFailure failure) {
    if (failure.reach() == Reach.CALLER) {
      return facts.build();
    }
    if (failure.reach() == Reach.THIS_REQUEST) {
      incidents.success();
      return facts.build();
    }
    Bookkeeping.note(() -> addAddresses(facts, record));
    return facts.incident(incidents.failed(failure.kind(), facts.build())).build();
  }

  /** With a proxy, it is the proxy that looks up the host, and the result is not known here. */
  private void addAddresses(Evidence.Builder facts, CallRecord record) {
    if (hop.get().isProxy()) {
      return;
    }
    facts.resolvedAddresses(addresses.forEvidence(record.remaining()));
  }

  private void note(
      CallRequest<?> request, GmcCall call, CallFailure failure, GmcException exception) {
    switch (failure.reach()) {
      case CALLER:
        breaker.abandoned(call);
        break;
      case SLOW_DOWN:
        breaker.abandoned(call);
        availability.failed(failure.reach(), false);
        break;
      case THIS_REQUEST:
      case THIS_BODY:
        breaker.succeeded(call, request);
        availability.answered(null);
        break;
      case BLOCKED_REQUEST:
        if (breaker.failed(call, request, failure, exception, admission.policy(request))) {
          availability.failed(Reach.BLOCK, false);
        }
        break;
      case CREDENTIALS:
        breaker.failed(call, request, failure, exception, admission.policy(request));
        if (!request.hasOwnIdentity()) {
          availability.failed(failure.reach(), false);
        }
        break;
      default:
        breaker.failed(call, request, failure, exception, admission.policy(request));
        availability.failed(failure.reach(), exception instanceof GmcUnreachableException);
    }
  }

  /** Returns GMC Connect's availability, judged from the calls recorded. */
  GmcAvailability availability() {
    return availability.now();
  }
}
