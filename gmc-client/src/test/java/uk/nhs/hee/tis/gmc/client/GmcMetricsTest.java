package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.soap;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.metrics.GmcMetrics;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** What a meter registry shows of a client's calls. */
@SuppressWarnings("FutureReturnValueIgnored") // The client without threads has done it all.
class GmcMetricsTest {
  private static final ClientIdentity IDENTITY =
      ClientIdentity.builder().product("sync", "1.2.0").contact("who@example.nhs.uk").build();

  private final Setting setting = new Setting();
  private final MockClock clock = new MockClock();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);

  private GmcClientBuilder client() {
    return setting
        .client()
        .identity(IDENTITY)
        .retryPolicy(RetryPolicy.builder().maxAttempts(2).build())
        .circuitBreakerPolicy(CircuitBreakerPolicy.defaults())
        .listener(GmcMetrics.listener(registry, IDENTITY));
  }

  /** Name, tags and value of every meter of a name that is not zero. */
  private List<String> meters(String name) {
    return registry.getMeters().stream()
        .filter(meter -> meter.getId().getName().equals(name))
        .map(meter -> tags(meter) + " = " + value(meter))
        .filter(text -> !text.endsWith(" = 0"))
        .sorted()
        .collect(Collectors.toList());
  }

  private static String tags(Meter meter) {
    return meter.getId().getTags().stream()
        .map(tag -> tag.getKey() + '=' + tag.getValue())
        .collect(Collectors.joining(" "));
  }

  private static long value(Meter meter) {
    return Math.round(meter.measure().iterator().next().getValue());
  }

  @Test
  void callThatIsRepeatedIsOneCallTwoAttemptsAndOneRetry() {
    setting.random = 1;
    setting.http.then(
        Failure.REFUSED.of(GmcOperation.GET_DOCTORS_FOR_DB),
        soap(Soap.success(GmcOperation.GET_DOCTORS_FOR_DB)));

    Setting.start(Call.GET_DOCTORS, client().build());
    setting.time.advance(Duration.ofSeconds(1));

    assertThat(meters("gmc.client.calls"))
        .containsExactly(
            "client=sync/1.2.0 kind=none operation=GetDoctorsForDB outcome=success = 1");
    assertThat(meters("gmc.client.attempts"))
        .containsExactly(
            "client=sync/1.2.0 kind=none operation=GetDoctorsForDB outcome=success = 1",
            "client=sync/1.2.0 kind=none operation=GetDoctorsForDB outcome=unreachable = 1");
    assertThat(meters("gmc.client.retries"))
        .containsExactly(
            "client=sync/1.2.0 kind=none operation=GetDoctorsForDB outcome=unreachable = 1");
    Timer timer = registry.get("gmc.client.calls").timer();
    assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(500);
  }

  @Test
  void attemptsAreTimedWithoutTheWaitsBetweenThem() {
    setting.random = 1;
    GmcClient gmc = client().attemptTimeout(Duration.ofSeconds(3)).build();

    Setting.start(Call.GET_DOCTORS, gmc);
    setting.time.advance(Duration.ofSeconds(30));

    Timer attempts = registry.get("gmc.client.attempts").timer();
    assertThat(attempts.count()).isEqualTo(2);
    assertThat(attempts.totalTime(TimeUnit.SECONDS)).isEqualTo(6);
  }

  @Test
  void callThatIsGivenUpIsCancelledNotUnreachable() {
    Setting.start(Call.GET_DOCTORS, client().build()).cancel(true);

    assertThat(meters("gmc.client.calls"))
        .containsExactly(
            "client=sync/1.2.0 kind=none operation=GetDoctorsForDB outcome=cancelled = 1");
  }

  @Test
  void callThatASinkOfTheCallersEndedIsAborted() {
    setting.http.always(soap(Soap.success(GmcOperation.GET_DOCTORS_FOR_DB)));
    GmcClient gmc = client().build();

    gmc.async()
        .<Object>getDoctorsForDb(
            Call.BODY,
            () -> {
              throw new IllegalStateException("no sink");
            });

    assertThat(meters("gmc.client.calls"))
        .containsExactly(
            "client=sync/1.2.0 kind=none operation=GetDoctorsForDB outcome=aborted = 1");
    assertThat(meters("gmc.client.attempts"))
        .containsExactly(
            "client=sync/1.2.0 kind=none operation=GetDoctorsForDB outcome=cancelled = 1");
  }

  @ParameterizedTest
  @CsvSource({
    "BLOCK, blocked, firewall_rule",
    "CHALLENGE, blocked, challenge",
    "RATE_LIMIT, rate-limited, none",
    "CODE_99, permission, 99",
    "REJECTED, rejected, 110",
    "BAD_GATEWAY, unavailable, none",
    "CODE_98, unavailable, 98",
    "REFUSED, unreachable, none",
    "TIMEOUT, timeout, none",
    "CUT, protocol, truncated"
  })
  void failedCallIsToldByTheTypeAndKindOfItsException(String failure, String outcome, String kind) {
    setting.http.always(Failure.valueOf(failure).of(GmcOperation.CHECK_RECOMMENDATION_STATUS));

    Setting.start(Call.CHECK_STATUS, client().retryPolicy(RetryPolicy.none()).build());

    assertThat(meters("gmc.client.calls"))
        .containsExactly(
            "client=sync/1.2.0 kind="
                + kind
                + " operation=CheckRecommendationStatus outcome="
                + outcome
                + " = 1");
  }

  @Test
  void writeThatMayHaveRunIsAnAttemptThatBrokeOffAndAnUnknownOutcome() {
    setting.http.always(Failure.DROPPED.of(GmcOperation.TRY_ADD_DOCTOR));

    Setting.start(Call.ADD, client().build());

    assertThat(meters("gmc.client.attempts"))
        .containsExactly(
            "client=sync/1.2.0 kind=none operation=TryAddDoctor outcome=unreachable = 1");
    assertThat(meters("gmc.client.calls"))
        .containsExactly(
            "client=sync/1.2.0 kind=none operation=TryAddDoctor outcome=outcome-unknown = 1");
  }

  @Test
  void codeThatNobodyKnowsMakesNoTagOfItsOwn() {
    setting.http.always(soap(Soap.code(GmcOperation.TRY_ADD_DOCTOR, "7777")));

    Setting.start(Call.ADD, client().build());

    assertThat(meters("gmc.client.calls"))
        .containsExactly(
            "client=sync/1.2.0 kind=unknown operation=TryAddDoctor outcome=rejected = 1");
  }

  @Test
  void blockOpensTheCircuitAndSetsTheAvailabilityUntilAProbeSucceeds() {
    setting.http.then(Failure.BLOCK.of(GmcOperation.GET_DOCTORS_FOR_DB));
    setting.http.always(soap(Soap.success(GmcOperation.GET_DOCTORS_FOR_DB)));
    GmcClient gmc = client().build();
    assertThat(meters("gmc.client.circuit.open")).isEmpty();
    assertThat(meters("gmc.client.availability"))
        .containsExactly("client=sync/1.2.0 state=available = 1");

    Setting.start(Call.GET_DOCTORS, gmc);

    assertThat(meters("gmc.client.circuit.open")).containsExactly("client=sync/1.2.0 = 1");
    assertThat(meters("gmc.client.availability"))
        .containsExactly("client=sync/1.2.0 state=blocked = 1");

    setting.time.advance(Duration.ofMinutes(2));
    Setting.start(Call.GET_DOCTORS, gmc);

    assertThat(meters("gmc.client.circuit.open")).isEmpty();
  }

  @Test
  void ageOfTheLastSuccessGrowsUntilTheNext() {
    setting.http.always(soap(Soap.success(GmcOperation.GET_DOCTORS_FOR_DB)));
    GmcClient gmc = client().build();
    Setting.start(Call.GET_DOCTORS, gmc);
    clock.add(Duration.ofHours(9));

    assertThat(meters("gmc.client.last.success.age"))
        .containsExactly(
            "client=sync/1.2.0 designated.body=1-1RSSQ2H operation=GetDoctorsForDB = 32400");

    Setting.start(Call.GET_DOCTORS, gmc);

    assertThat(meters("gmc.client.last.success.age")).isEmpty();
  }

  @Test
  void furtherTagsTellTwoClientsOfOneIdentityApart() {
    setting.http.always(Failure.BLOCK.of(GmcOperation.GET_DOCTORS_FOR_DB));
    client().listener(GmcMetrics.listener(registry, IDENTITY, "account", "south")).build();

    Setting.start(
        Call.GET_DOCTORS,
        setting
            .client()
            .circuitBreakerPolicy(CircuitBreakerPolicy.defaults())
            .listener(GmcMetrics.listener(registry, IDENTITY, "account", "north"))
            .build());

    assertThat(meters("gmc.client.circuit.open"))
        .containsExactly("account=north client=sync/1.2.0 = 1");
    assertThatThrownBy(() -> GmcMetrics.listener(registry, IDENTITY, "account"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noTagHasPersonalDataOrTheContact() {
    for (Call call : Call.values()) {
      setting.http.then(Failure.DROPPED.of(GmcOperation.TRY_ADD_DOCTOR));
      Setting.start(call, client().retryPolicy(RetryPolicy.none()).build());
    }

    assertThat(registry.getMeters())
        .flatExtracting(meter -> meter.getId().getTags())
        .extracting(Tag::getValue)
        .doesNotContain(Call.add().gmcNumber())
        .noneMatch(value -> value.contains("example.nhs.uk"));
  }
}
