package uk.nhs.hee.tis.gmc.client.metrics;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.SenderContext;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.GmcAttempt;
import uk.nhs.hee.tis.gmc.client.GmcCall;
import uk.nhs.hee.tis.gmc.client.GmcListener;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;

/**
 * Keeps the observations of one client's calls in progress. Thread-safe.
 *
 * <p>They begin when headers are requested, on the threads that call and send: a listener is
 * notified on another thread, which does not know the caller's trace and is too late for a header.
 */
final class ObservingListener implements GmcListener {
  private final ObservationRegistry registry;

  /** By identity: two calls with the same request id at the same time are equal. */
  private final Map<GmcCall, Observed> underWay =
      Collections.synchronizedMap(new IdentityHashMap<>());

  ObservingListener(ObservationRegistry registry) {
    this.registry = registry;
  }

  /** Begins to observe a call, and returns what begins to observe an attempt of it. */
  Supplier<Map<String, String>> begin(GmcCall call) {
    Observed observed = new Observed(call);
    underWay.put(call, observed);
    return observed::beginAttempt;
  }

  @Override
  public void attemptEnded(GmcCall call, GmcAttempt attempt) {
    Observed observed = underWay.get(call);
    if (observed != null) {
      observed.endAttempt(attempt.failure().orElse(null));
    }
  }

  @Override
  public void callSucceeded(GmcCall call, CallInfo info) {
    end(call, Outcome.SUCCESS, null);
  }

  @Override
  public void callFailed(GmcCall call, GmcException failure) {
    end(call, Outcome.of(failure), failure);
  }

  /** Without the exception: its message is the caller's own, and may name a doctor. */
  @Override
  public void callAborted(GmcCall call, Duration duration, Throwable thrown) {
    end(call, Outcome.ABORTED, null);
  }

  private void end(GmcCall call, Outcome outcome, @Nullable GmcException failure) {
    Observed observed = underWay.remove(call);
    if (observed != null) {
      observed.endAll(outcome, failure);
    }
  }

  private static void end(
      Observation observation, Outcome outcome, @Nullable GmcException failure) {
    observation
        .lowCardinalityKeyValue("outcome", outcome.name())
        .lowCardinalityKeyValue("kind", outcome.kind());
    if (failure != null) {
      observation.error(failure);
    }
    observation.stop();
  }

  /** A call in progress, and its attempts whose end has not been reported yet, earliest first. */
  private final class Observed {
    private final String operation;
    private final Observation whole;
    private final Queue<Observation> attempts = new ArrayDeque<>();

    Observed(GmcCall call) {
      operation = call.operation().operationName();
      whole = started(Observation.createNotStarted("gmc.client.call", registry));
    }

    synchronized Map<String, String> beginAttempt() {
      Map<String, String> headers = new ConcurrentHashMap<>();
      SenderContext<Map<String, String>> context =
          new SenderContext<>((carrier, name, value) -> headers.put(name, value));
      context.setCarrier(headers);
      context.setRemoteServiceName("GMC Connect");
      attempts.add(
          started(
              Observation.createNotStarted("gmc.client.attempt", () -> context, registry)
                  .parentObservation(whole)));
      return headers;
    }

    synchronized void endAttempt(@Nullable GmcException failure) {
      Observation earliest = attempts.poll();
      if (earliest != null) {
        end(earliest, Outcome.ofEnding(failure), failure);
      }
    }

    /** An attempt of an abandoned call may have requested headers without having started. */
    synchronized void endAll(Outcome outcome, @Nullable GmcException failure) {
      attempts.forEach(attempt -> end(attempt, outcome, failure));
      attempts.clear();
      end(whole, outcome, failure);
    }

    private Observation started(Observation observation) {
      return observation
          .contextualName(operation)
          .lowCardinalityKeyValue("operation", operation)
          .start();
    }
  }
}
