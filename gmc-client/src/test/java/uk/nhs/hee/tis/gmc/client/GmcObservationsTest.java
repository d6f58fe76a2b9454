package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.soap;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.SenderContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.Rows;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.metrics.GmcObservations;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** What an observation registry sees of a client's calls. */
@SuppressWarnings("FutureReturnValueIgnored") // The client without threads has done it all.
class GmcObservationsTest {
  private final Setting setting = new Setting();
  private final ObservationRegistry registry = ObservationRegistry.create();
  private final List<String> seen = new ArrayList<>();
  private final List<Observation.Context> stopped = new ArrayList<>();

  /** A tracer, as far as this library has to do with one. */
  private final class Tracer implements ObservationHandler<Observation.Context> {
    private int spans;

    @Override
    public boolean supportsContext(Observation.Context context) {
      return true;
    }

    @Override
    public void onStart(Observation.Context context) {
      spans++;
      context.put("span", spans);
      seen.add("start " + spans + " " + name(context) + " in " + parent(context));
      if (context instanceof SenderContext) {
        inject((SenderContext<?>) context, "span-" + spans);
      }
    }

    private <C> void inject(SenderContext<C> context, String traceparent) {
      context.getSetter().set(context.getCarrier(), "traceparent", traceparent);
    }

    @Override
    public void onStop(Observation.Context context) {
      stopped.add(context);
      seen.add(
          "stop "
              + context.get("span")
              + " "
              + StreamSupport.stream(context.getLowCardinalityKeyValues().spliterator(), false)
                  .map(KeyValue::getValue)
                  .collect(Collectors.joining(" "))
              + (context.getError() == null
                  ? ""
                  : " " + context.getError().getClass().getSimpleName()));
    }

    private String name(Observation.Context context) {
      return context.getName() + " " + context.getContextualName();
    }

    private Object parent(Observation.Context context) {
      return context.getParentObservation() == null
          ? "nothing"
          : context.getParentObservation().getContextView().getOrDefault("span", "the test");
    }
  }

  @BeforeEach
  void trace() {
    registry.observationConfig().observationHandler(new Tracer());
  }

  private GmcClient client() {
    return GmcObservations.observe(
            registry,
            setting
                .client()
                .retryPolicy(RetryPolicy.builder().maxAttempts(2).build())
                .circuitBreakerPolicy(CircuitBreakerPolicy.defaults()))
        .build();
  }

  @Test
  void callIsASpanInTheCallersAndEachAttemptOneInIt() {
    setting.random = 0;
    setting.http.then(
        Failure.REFUSED.of(GmcOperation.GET_DOCTORS_FOR_DB),
        soap(Soap.success(GmcOperation.GET_DOCTORS_FOR_DB)));
    GmcClient gmc = client();

    Observation.createNotStarted("page", registry)
        .observe(() -> Setting.start(Call.GET_DOCTORS, gmc));
    setting.time.advance(Duration.ofSeconds(1));

    assertThat(seen)
        .containsExactly(
            "start 1 page null in nothing",
            "start 2 gmc.client.call GetDoctorsForDB in 1",
            "start 3 gmc.client.attempt GetDoctorsForDB in 2",
            "stop 3 none GetDoctorsForDB unreachable GmcUnreachableException",
            "stop 1 ",
            "start 4 gmc.client.attempt GetDoctorsForDB in 2",
            "stop 4 none GetDoctorsForDB success",
            "stop 2 none GetDoctorsForDB success");
    assertThat(setting.http.exchanges())
        .extracting(exchange -> exchange.request().headers().firstValue("traceparent").orElse(""))
        .containsExactly("span-3", "span-4");
  }

  @Test
  void listenerThatHearsLateOfOneAttemptDoesNotEndTheNext() {
    setting.random = 0;
    setting.http.then(
        Failure.REFUSED.of(GmcOperation.GET_DOCTORS_FOR_DB),
        soap(Soap.success(GmcOperation.GET_DOCTORS_FOR_DB)));
    List<Runnable> later = new ArrayList<>();
    GmcClient gmc =
        GmcObservations.observe(
                registry, setting.client().teller(later::add).retryPolicy(RetryPolicy.defaults()))
            .build();

    Setting.start(Call.GET_DOCTORS, gmc);
    setting.time.advance(Duration.ofSeconds(1));
    later.forEach(Runnable::run);

    assertThat(seen)
        .containsExactly(
            "start 1 gmc.client.call GetDoctorsForDB in nothing",
            "start 2 gmc.client.attempt GetDoctorsForDB in 1",
            "start 3 gmc.client.attempt GetDoctorsForDB in 1",
            "stop 2 none GetDoctorsForDB unreachable GmcUnreachableException",
            "stop 3 none GetDoctorsForDB success",
            "stop 1 none GetDoctorsForDB success");
  }

  @Test
  void callThatIsHeldBackIsASpanWithoutAnAttempt() {
    setting.http.always(Failure.BLOCK.of(GmcOperation.GET_DOCTORS_FOR_DB));
    GmcClient gmc = client();
    Setting.start(Call.GET_DOCTORS, gmc);
    seen.clear();

    Setting.start(Call.GET_DOCTORS, gmc);

    assertThat(seen)
        .containsExactly(
            "start 3 gmc.client.call GetDoctorsForDB in nothing",
            "stop 3 firewall_rule GetDoctorsForDB blocked GmcBlockedException");
  }

  @Test
  void callThatIsGivenUpEndsBothSpans() {
    var outcome = Setting.start(Call.ADD, client());

    outcome.cancel(true);

    assertThat(seen)
        .containsExactly(
            "start 1 gmc.client.call TryAddDoctor in nothing",
            "start 2 gmc.client.attempt TryAddDoctor in 1",
            "stop 2 none TryAddDoctor cancelled GmcCancelledException",
            "stop 1 none TryAddDoctor outcome-unknown GmcOutcomeUnknownException");
  }

  @Test
  void callThatTheCallersSinkEndsShowsNothingOfWhatThatThrew() {
    setting.http.always(soap(Soap.list(Rows.rows(1))));

    client()
        .async()
        .getDoctorsForDb(
            Call.BODY,
            () -> {
              throw new IllegalStateException("cannot store " + Rows.number(0));
            });

    assertThat(seen)
        .containsExactly(
            "start 1 gmc.client.call GetDoctorsForDB in nothing",
            "start 2 gmc.client.attempt GetDoctorsForDB in 1",
            "stop 2 none GetDoctorsForDB cancelled GmcCancelledException",
            "stop 1 none GetDoctorsForDB aborted");
    assertThat(stopped)
        .extracting(Observation.Context::getError)
        .filteredOn(Objects::nonNull)
        .singleElement()
        .satisfies(error -> assertThat(error).hasNoCause())
        .satisfies(error -> assertThat(error).hasMessageNotContaining(Rows.number(0)));
  }

  @Test
  void twoCallsWithOneRequestIdAtOneTimeAreTwoSpans() {
    GmcClient gmc = client();
    CallOptions options = CallOptions.builder().clientRequestId("c-1").build();
    var first = Setting.start(Call.GET_DOCTORS, gmc, options);
    var second = Setting.start(Call.GET_DOCTORS, gmc, options);

    first.cancel(true);
    second.cancel(true);

    assertThat(stopped).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void noSpanHasPersonalDataOrARequestId() {
    GmcClient gmc = client();
    CallOptions options =
        CallOptions.builder().clientRequestId(Call.add().gmcNumber()).internalUser("a.b").build();
    for (Call call : Call.values()) {
      setting.http.then(Failure.CODE_98.of(call.operation()));
      Setting.start(call, gmc, options).cancel(true);
    }

    assertThat(stopped).hasSizeGreaterThan(11);
    for (Observation.Context context : stopped) {
      assertThat(context.getAllKeyValues())
          .extracting(KeyValue::getKey)
          .containsExactly("kind", "operation", "outcome");
    }
    assertThat(seen).noneMatch(text -> text.contains(Call.add().gmcNumber()));
  }

  @Test
  void registryThatObservesNothingSendsNoHeader() {
    setting.http.always(soap(Soap.success(GmcOperation.TRY_ADD_DOCTOR)));

    Setting.start(
        Call.ADD, GmcObservations.observe(ObservationRegistry.NOOP, setting.client()).build());

    assertThat(setting.http.exchanges())
        .singleElement()
        .extracting(exchange -> exchange.request().headers().map())
        .extracting(Map::keySet)
        .asString()
        .doesNotContain("traceparent");
  }
}
