package uk.nhs.hee.tis.gmc.client.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import uk.nhs.hee.tis.gmc.client.GmcAttempt;
import uk.nhs.hee.tis.gmc.client.GmcAvailability;
import uk.nhs.hee.tis.gmc.client.GmcCall;
import uk.nhs.hee.tis.gmc.client.GmcListener;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;

/** Keeps the meters of one client. Thread-safe. */
final class MeteringListener implements GmcListener {
  private final MeterRegistry registry;
  private final Tags client;
  private final Map<Tags, AtomicLong> lastSuccesses = new ConcurrentHashMap<>();
  private volatile boolean circuitOpen;
  private volatile GmcAvailability.State state = GmcAvailability.State.AVAILABLE;

  MeteringListener(MeterRegistry registry, Tags client) {
    this.registry = registry;
    this.client = client;
    Gauge.builder("gmc.client.circuit.open", this, listener -> listener.circuitOpen ? 1 : 0)
        .description("1 while calls to GMC Connect are held back, else 0")
        .tags(client)
        .strongReference(true)
        .register(registry);
    for (GmcAvailability.State each : GmcAvailability.State.values()) {
      Gauge.builder("gmc.client.availability", this, listener -> listener.state == each ? 1 : 0)
          .description("1 for the present availability of GMC Connect, 0 for the others")
          .tags(client.and("state", each.name().toLowerCase(Locale.ROOT)))
          .strongReference(true)
          .register(registry);
    }
  }

  @Override
  public void attemptEnded(GmcCall call, GmcAttempt attempt) {
    Tags outcome = tags(attempt.failure().map(Outcome::of).orElse(Outcome.SUCCESS));
    registry.timer("gmc.client.attempts", tags(call).and(outcome)).record(attempt.duration());
  }

  @Override
  public void retryScheduled(GmcCall call, GmcException because, Duration after) {
    registry.counter("gmc.client.retries", tags(call).and(tags(Outcome.of(because)))).increment();
  }

  @Override
  public void callSucceeded(GmcCall call, CallInfo info) {
    ended(call, Outcome.SUCCESS, info.duration());
    lastSuccesses
        .computeIfAbsent(tags(call).and("designated.body", call.designatedBodyCode()), this::age)
        .set(registry.config().clock().wallTime());
  }

  @Override
  public void callFailed(GmcCall call, GmcException failure) {
    ended(
        call,
        Outcome.of(failure),
        Duration.between(failure.evidence().startedAt(), failure.evidence().endedAt()));
  }

  @Override
  public void callAborted(GmcCall call, Duration duration, Throwable thrown) {
    ended(call, Outcome.ABORTED, duration);
  }

  @Override
  public void circuitOpened(GmcException because) {
    circuitOpen = true;
  }

  @Override
  public void circuitClosed() {
    circuitOpen = false;
  }

  @Override
  public void availabilityChanged(GmcAvailability before, GmcAvailability now) {
    state = now.state();
  }

  private void ended(GmcCall call, Outcome outcome, Duration duration) {
    registry.timer("gmc.client.calls", tags(call).and(tags(outcome))).record(duration);
  }

  private AtomicLong age(Tags tags) {
    AtomicLong last = new AtomicLong(registry.config().clock().wallTime());
    TimeGauge.builder(
            "gmc.client.last.success.age",
            last,
            TimeUnit.MILLISECONDS,
            at -> registry.config().clock().wallTime() - at.get())
        .description("Time since GMC Connect last answered such a call for the body")
        .tags(tags)
        .register(registry);
    return last;
  }

  private Tags tags(GmcCall call) {
    return client.and("operation", call.operation().operationName());
  }

  private static Tags tags(Outcome outcome) {
    return Tags.of("outcome", outcome.name(), "kind", outcome.kind());
  }
}
