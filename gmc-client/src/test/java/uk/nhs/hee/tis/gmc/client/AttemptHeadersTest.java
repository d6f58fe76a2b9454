package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.soap;

import ch.qos.logback.classic.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.LogCapture;
import uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** The headers of attempts that are no identity, such as {@code traceparent}. */
@SuppressWarnings("FutureReturnValueIgnored") // The client without threads has done it all.
class AttemptHeadersTest {
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final Setting setting = new Setting();

  private List<String> sent(String header) {
    return setting.http.exchanges().stream()
        .map(exchange -> exchange.request().headers().allValues(header).toString())
        .collect(Collectors.toList());
  }

  private Evidence failed(GmcClientBuilder client) {
    return Setting.failureOf(Setting.start(Call.ADD, client.build())).evidence();
  }

  @Test
  void everyAttemptHasItsOwn() {
    setting.random = 0;
    setting.http.then(
        Failure.REFUSED.of(GmcOperation.GET_DOCTORS_FOR_DB),
        soap(Soap.success(GmcOperation.GET_DOCTORS_FOR_DB)));
    List<GmcCall> asked = new ArrayList<>();
    GmcClient gmc =
        setting
            .client()
            .retryPolicy(RetryPolicy.defaults())
            .attemptHeaders(
                call -> {
                  asked.add(call);
                  AtomicInteger attempts = new AtomicInteger();
                  return () -> Map.of("traceparent", "attempt-" + attempts.incrementAndGet());
                })
            .build();

    Setting.start(Call.GET_DOCTORS, gmc);
    setting.time.advance(Duration.ofSeconds(1));

    assertThat(asked).extracting(GmcCall::designatedBodyCode).containsExactly(Call.BODY);
    assertThat(sent("traceparent")).containsExactly("[attempt-1]", "[attempt-2]");
  }

  @Test
  void theyAreNoIdentityAndNoEvidenceShowsThem() {
    setting.http.always(Failure.REFUSED.of(GmcOperation.TRY_ADD_DOCTOR));
    GmcClientBuilder client =
        setting.client().attemptHeaders(call -> () -> Map.of("traceparent", TRACE));

    Evidence evidence = failed(client);

    assertThat(sent("traceparent")).containsExactly("[" + TRACE + "]");
    assertThat(evidence.identityHeaders()).isEmpty();
    assertThat(evidence.toText() + evidence.toJson()).doesNotContain("traceparent", TRACE);
    assertThat(client.build().identity().describe()).doesNotContain("traceparent");
  }

  @Test
  void pageThatRepeatsOneIsNotShown() {
    setting.http.always(RecordingHttpClient.page(403, "<p>zzmark: " + TRACE, "Via", "1.1 p"));

    Evidence evidence =
        failed(setting.client().attemptHeaders(call -> () -> Map.of("traceparent", TRACE)));

    assertThat(evidence.toText()).doesNotContain("zzmark", TRACE);
  }

  @Test
  void theyReplaceNoHeaderOfTheIdentity() {
    setting.http.always(soap(Soap.success(GmcOperation.TRY_ADD_DOCTOR)));
    ClientIdentity identity = Clients.identity().with(Map.of("X-Team", "reval"));

    Setting.start(
        Call.ADD,
        setting
            .client()
            .identity(identity)
            .attemptHeaders(call -> () -> Map.of("x-team", "another", "tracestate", "a=1"))
            .build());

    assertThat(sent("X-Team")).containsExactly("[reval]");
    assertThat(sent("tracestate")).containsExactly("[a=1]");
  }

  @Test
  void callThatIsNotSentAsksForNone() {
    setting.http.always(Failure.BLOCK.of(GmcOperation.TRY_ADD_DOCTOR));
    List<String> asked = new ArrayList<>();
    GmcClient gmc =
        setting
            .client()
            .circuitBreakerPolicy(CircuitBreakerPolicy.defaults())
            .attemptHeaders(
                call ->
                    () -> {
                      asked.add(call.clientRequestId());
                      return Map.of();
                    })
            .build();

    Setting.start(Call.ADD, gmc);
    Setting.start(Call.ADD, gmc);

    assertThat(asked).hasSize(1);
  }

  static List<Supplier<Map<String, String>>> wrong() {
    return List.of(
        () -> {
          throw new IllegalStateException("no tracer");
        },
        () -> {
          throw new NoClassDefFoundError("no tracer");
        },
        () -> Map.of("User-Agent", "Mozilla/5.0"),
        () -> Map.of("Host", "elsewhere"),
        () -> Map.of("traceparent", "a\r\nX-Injected: b"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void functionThatFailsCostsItsHeadersAndNothingElse(Supplier<Map<String, String>> wrong) {
    setting.http.always(soap(Soap.success(GmcOperation.TRY_ADD_DOCTOR)));
    try (LogCapture logs = LogCapture.start()) {
      var outcome =
          Setting.start(
              Call.ADD,
              setting
                  .client()
                  .attemptHeaders(call -> wrong)
                  .attemptHeaders(call -> () -> Map.of("tracestate", "a=1"))
                  .build());

      assertThat(outcome).isCompleted();
      assertThat(sent("User-Agent")).containsExactly("[" + Clients.USER_AGENT + "]");
      assertThat(sent("traceparent")).containsExactly("[]");
      assertThat(sent("tracestate")).containsExactly("[a=1]");
      assertThat(logs.messages(Level.WARN))
          .containsExactly("An attempt-headers function failed; its headers are not sent");
      assertThat(logs.everything()).doesNotContain("X-Injected");
    }
  }

  @Test
  void functionIsAskedOnTheCallersThread() {
    setting.http.always(soap(Soap.success(GmcOperation.TRY_ADD_DOCTOR)));
    List<Thread> asked = new ArrayList<>();
    List<Runnable> later = new ArrayList<>();

    Setting.start(
        Call.ADD,
        setting
            .client()
            .executor(later::add)
            .attemptHeaders(
                call -> {
                  asked.add(Thread.currentThread());
                  return Map::of;
                })
            .build());

    assertThat(asked).containsExactly(Thread.currentThread());
    assertThat(setting.http.requests()).isZero();
  }
}
