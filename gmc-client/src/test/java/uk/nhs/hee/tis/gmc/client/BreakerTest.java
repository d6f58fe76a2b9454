package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.page;
import static uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.soap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcPermissionException;
import uk.nhs.hee.tis.gmc.client.error.GmcRateLimitedException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.Exchange;
import uk.nhs.hee.tis.gmc.client.fixture.Rows;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;

/** When calls are held back, what they are told, and how the circuit closes again. */
@SuppressWarnings("FutureReturnValueIgnored") // The client without threads has done it all.
class BreakerTest {
  private static final List<Call> CALLS = List.of(Call.values());
  private static final Duration COOL_DOWN = Duration.ofMinutes(1);
  private static final CallOptions UNGUARDED =
      CallOptions.builder().circuitBreakerPolicy(CircuitBreakerPolicy.none()).build();

  private static final CallOptions OTHER_ACCOUNT =
      CallOptions.builder().credentials(GmcCredentials.of("other", "secret")).build();

  private final Setting setting = new Setting();
  private final List<String> events = new ArrayList<>();
  private final GmcListener listener =
      new GmcListener() {
        @Override
        public void circuitOpened(GmcException because) {
          events.add("opened by " + because.getClass().getSimpleName());
        }

        @Override
        public void circuitProbing(GmcCall probe) {
          events.add("probing by " + probe.operation());
        }

        @Override
        public void circuitClosed() {
          events.add("closed");
        }
      };
  private final GmcClient gmc =
      setting
          .client()
          .circuitBreakerPolicy(CircuitBreakerPolicy.defaults())
          .listener(listener)
          .build();

  private GmcException fail(Call call, Failure failure) {
    setting.http.then(failure.of(call.operation()));
    return Setting.failureOf(Setting.start(call, gmc));
  }

  private void succeed(Call call) {
    setting.http.then(soap(Soap.success(call.operation())));
    Setting.start(call, gmc).join();
  }

  private GmcException heldBack(Call call) {
    GmcException failure = Setting.failureOf(Setting.start(call, gmc));
    assertThat(failure.fromOpenCircuit()).isTrue();
    return failure;
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCK", "CHALLENGE", "CODE_99"})
  void refusalOfThisClientOpensAtOnceForEveryCall(Failure failure) {
    GmcException opening = fail(Call.ADD, failure);

    for (Call call : Call.values()) {
      GmcException held = heldBack(call);
      assertThat(held).hasSameClassAs(opening);
      assertThat(held.effect()).isEqualTo(Effect.NOT_SENT);
      assertThat(held.attempts()).isZero();
      assertThat(held)
          .hasMessage(
              call.operation().operationName()
                  + " was not sent: the circuit is open since an earlier call failed, and calls are"
                  + " held back until one succeeds again. That failure: "
                  + opening.getMessage());
    }
    assertThat(setting.http.requests()).isEqualTo(1);
    assertThat(events).containsExactly("opened by " + opening.getClass().getSimpleName());
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSED", "TIMEOUT", "CODE_98", "BAD_GATEWAY", "DOWN_521"})
  void fiveOutagesInARowOpen(Failure failure) {
    for (int i = 0; i < 5; i++) {
      assertThat(fail(Call.GET_DOCTORS, failure).fromOpenCircuit()).isFalse();
    }

    heldBack(Call.GET_DOCTORS);
    assertThat(setting.http.requests()).isEqualTo(5);
  }

  @Test
  void successBetweenOutagesStartsTheCountAnew() {
    for (int i = 0; i < 4; i++) {
      fail(Call.GET_DOCTORS, Failure.TIMEOUT);
    }
    succeed(Call.ADD);
    for (int i = 0; i < 4; i++) {
      fail(Call.GET_DOCTORS, Failure.TIMEOUT);
    }

    succeed(Call.GET_DOCTORS);
    assertThat(events).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"CODE_81", "REJECTED"})
  void refusalOfOneRequestNeverOpens(Failure failure) {
    for (int i = 0; i < 50; i++) {
      fail(Call.GET_DOCTORS, failure);
    }

    assertThat(events).isEmpty();
    assertThat(setting.http.requests()).isEqualTo(50);
  }

  @ParameterizedTest
  @EnumSource(names = {"RATE_LIMIT", "RATE_LIMIT_UNNAMED", "RATE_LIMIT_ON_THE_WAY"})
  void rateLimitNeverOpensHoweverManyCallsMeetIt(Failure rateLimit) {
    for (int i = 0; i < 400; i++) {
      if (i % 16 < 13) {
        GmcException failure = fail(Call.GET_DOCTORS, rateLimit);
        assertThat(failure).isInstanceOf(GmcRateLimitedException.class);
        assertThat(failure.fromOpenCircuit()).isFalse();
      } else {
        succeed(Call.GET_DOCTORS);
      }
    }

    assertThat(events).isEmpty();
    assertThat(setting.http.requests()).isEqualTo(400);
  }

  @Test
  void rateLimitBetweenOutagesNeitherCountsNorStartsTheCountAnew() {
    for (int i = 0; i < 4; i++) {
      fail(Call.GET_DOCTORS, Failure.TIMEOUT);
      fail(Call.GET_DOCTORS, Failure.RATE_LIMIT);
    }
    assertThat(events).isEmpty();

    fail(Call.GET_DOCTORS, Failure.TIMEOUT);

    heldBack(Call.GET_DOCTORS);
  }

  @Test
  void probeThatMeetsARateLimitLetsAnotherOneProbe() {
    GmcException block = fail(Call.GET_DOCTORS, Failure.BLOCK);
    setting.time.advance(COOL_DOWN);

    fail(Call.GET_DOCTORS, Failure.RATE_LIMIT);
    fail(Call.CHECK_STATUS, Failure.RATE_LIMIT);
    Setting.start(Call.ADD, gmc);

    assertThat(heldBack(Call.GET_DOCTORS)).hasSameClassAs(block);
    assertThat(events)
        .containsExactly(
            "opened by GmcBlockedException",
            "probing by GET_DOCTORS_FOR_DB",
            "probing by CHECK_RECOMMENDATION_STATUS",
            "probing by TRY_ADD_DOCTOR");
  }

  @Test
  void thousandCallsOfAnOpenCircuitAreNoRequestButTheProbe() {
    fail(Call.GET_DOCTORS, Failure.BLOCK);

    for (int i = 0; i < 500; i++) {
      heldBack(CALLS.get(i % 6));
    }
    setting.time.advance(COOL_DOWN);
    Setting.start(Call.GET_DOCTORS, gmc);
    for (int i = 0; i < 500; i++) {
      heldBack(CALLS.get(i % 6));
    }

    assertThat(setting.http.requests()).isEqualTo(2);
    assertThat(events)
        .containsExactly("opened by GmcBlockedException", "probing by GET_DOCTORS_FOR_DB");
  }

  @ParameterizedTest
  @EnumSource(names = {"ADD", "REMOVE", "RECOMMEND", "RECOMMEND_V2"})
  void writeProbesToo(Call write) {
    fail(Call.GET_DOCTORS, Failure.BLOCK);
    setting.time.advance(COOL_DOWN);

    succeed(write);

    assertThat(events)
        .containsExactly(
            "opened by GmcBlockedException", "probing by " + write.operation(), "closed");
  }

  @Test
  void blockOfOneRequestByTheFirewallOpensNothingHoweverOftenItComes() {
    for (int i = 0; i < 20; i++) {
      fail(Call.ADD, Failure.WAF);
    }

    assertThat(events).isEmpty();
    assertThat(setting.http.requests()).isEqualTo(20);
  }

  @Test
  void blockOfThreeDifferentRequestsInARowByTheFirewallOpens() {
    fail(Call.ADD, Failure.WAF);
    fail(Call.REMOVE, Failure.WAF);
    assertThat(events).isEmpty();
    assertThat(gmc.availability().state()).isEqualTo(GmcAvailability.State.AVAILABLE);

    fail(Call.RECOMMEND, Failure.WAF);

    heldBack(Call.GET_DOCTORS);
    assertThat(events).containsExactly("opened by GmcBlockedException");
    assertThat(gmc.availability().state()).isEqualTo(GmcAvailability.State.BLOCKED);
  }

  @Test
  void successBetweenBlocksOfTheFirewallStartsTheCountAnew() {
    fail(Call.ADD, Failure.WAF);
    fail(Call.REMOVE, Failure.WAF);
    succeed(Call.GET_DOCTORS);
    fail(Call.RECOMMEND, Failure.WAF);

    succeed(Call.GET_DOCTORS);
    assertThat(events).isEmpty();
  }

  @Test
  void callWithCredentialsOfItsOwnNeitherOpensNorMeetsTheCircuitForCode99() {
    setting.http.then(Failure.CODE_99.of(Call.ADD.operation()));
    GmcException own = Setting.failureOf(Setting.start(Call.ADD, gmc, OTHER_ACCOUNT));
    assertThat(own).isInstanceOf(GmcPermissionException.class);
    assertThat(events).isEmpty();
    fail(Call.ADD, Failure.CODE_99);

    setting.http.then(soap(Soap.success(Call.ADD.operation())));
    assertThat(Setting.start(Call.ADD, gmc, OTHER_ACCOUNT)).isCompleted();

    heldBack(Call.ADD);
    assertThat(events).containsExactly("opened by GmcPermissionException");
  }

  @Test
  void callWithCredentialsOfItsOwnIsHeldBackByABlock() {
    fail(Call.ADD, Failure.BLOCK);

    GmcException held = Setting.failureOf(Setting.start(Call.ADD, gmc, OTHER_ACCOUNT));

    assertThat(held.fromOpenCircuit()).isTrue();
  }

  @Test
  void probeThatSucceedsClosesForEveryCall() {
    fail(Call.GET_DOCTORS, Failure.BLOCK);
    setting.time.advance(COOL_DOWN.minusNanos(1));
    heldBack(Call.CHECK_STATUS);
    setting.time.advance(Duration.ofNanos(1));

    succeed(Call.CHECK_STATUS);
    succeed(Call.RECOMMEND_V2);

    assertThat(events)
        .containsExactly(
            "opened by GmcBlockedException", "probing by CHECK_RECOMMENDATION_STATUS", "closed");
  }

  @Test
  void probeThatTheGmcRejectsClosesToo() {
    fail(Call.GET_DOCTORS, Failure.BLOCK);
    setting.time.advance(COOL_DOWN);

    fail(Call.CHECK_STATUS, Failure.REJECTED);

    succeed(Call.ADD);
  }

  @Test
  void probeThatFailsOpensForAnotherCoolDownWithItsOwnFailure() {
    fail(Call.GET_DOCTORS, Failure.BLOCK);
    setting.time.advance(COOL_DOWN);
    GmcException probe = fail(Call.GET_DOCTORS, Failure.TIMEOUT);
    setting.time.advance(COOL_DOWN.minusNanos(1));

    assertThat(heldBack(Call.GET_DOCTORS)).hasSameClassAs(probe);
    setting.time.advance(Duration.ofNanos(1));
    succeed(Call.GET_DOCTORS);

    assertThat(events)
        .containsExactly(
            "opened by GmcBlockedException",
            "probing by GET_DOCTORS_FOR_DB",
            "probing by GET_DOCTORS_FOR_DB",
            "closed");
  }

  @Test
  void cancelledProbeLetsAnotherOneProbe() {
    fail(Call.GET_DOCTORS, Failure.BLOCK);
    setting.time.advance(COOL_DOWN);

    Setting.start(Call.GET_DOCTORS, gmc).cancel(true);

    succeed(Call.GET_DOCTORS);
    assertThat(events).endsWith("closed");
  }

  @Test
  void probeThatTheCallersSinkEndsLetsAnotherOneProbe() {
    fail(Call.GET_DOCTORS, Failure.BLOCK);
    setting.time.advance(COOL_DOWN);
    setting.http.then(soap(Soap.list(Rows.rows(1))));

    assertThat(gmc.async().getDoctorsForDb(Call.BODY, ThrowingSink::new))
        .isCompletedExceptionally();

    succeed(Call.GET_DOCTORS);
    assertThat(events).endsWith("closed");
  }

  @Test
  void stragglersOfBeforeNeitherCloseNorProlongNorRename() {
    List<CompletableFuture<? extends GmcAnswer>> stragglers = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      stragglers.add(Setting.start(Call.GET_DOCTORS, gmc));
    }
    List<Exchange> exchanges = setting.http.exchanges();
    setting.time.advance(Duration.ofSeconds(1));
    fail(Call.GET_DOCTORS, Failure.BLOCK);
    setting.time.advance(Duration.ofSeconds(30));

    for (Exchange exchange : exchanges.subList(0, 6)) {
      Failure.BAD_GATEWAY.of(Call.GET_DOCTORS.operation()).on(exchange);
    }
    exchanges.get(6).respond(200, Soap.success(Call.GET_DOCTORS.operation()));

    assertThat(stragglers.get(6)).isCompleted();
    assertThat(heldBack(Call.ADD)).isInstanceOf(GmcBlockedException.class);
    setting.time.advance(Duration.ofSeconds(30));
    succeed(Call.GET_DOCTORS);
  }

  @Test
  void repeatIsNotMadeOnceAnotherCallHasOpenedTheCircuit() {
    GmcClient repeating =
        setting
            .client()
            .retryPolicy(RetryPolicy.defaults())
            .circuitBreakerPolicy(CircuitBreakerPolicy.defaults())
            .build();
    CompletableFuture<? extends GmcAnswer> slow = Setting.start(Call.GET_DOCTORS, repeating);
    setting.http.then(Failure.BLOCK.of(Call.ADD.operation()));
    Setting.start(Call.ADD, repeating);

    Failure.BAD_GATEWAY.of(Call.GET_DOCTORS.operation()).on(setting.http.exchanges().get(0));

    assertThat(Setting.failureOf(slow).attempts()).isEqualTo(1);
    assertThat(setting.time.waits()).isEmpty();
  }

  @Test
  void callHeldBackIsToldWhatIsLeftOfTheWaitThatWasAskedFor() {
    String ray = "8f3c2a9d1b7e4650-LHR";
    setting.http.then(page(403, "error code: 1020", "cf-ray", ray, "Retry-After", "50"));
    GmcException opening = Setting.failureOf(Setting.start(Call.ADD, gmc));
    assertThat(opening).isInstanceOf(GmcBlockedException.class);
    assertThat(opening.retryAfter()).hasValue(Duration.ofSeconds(50));

    setting.time.advance(Duration.ofSeconds(20));
    assertThat(heldBack(Call.ADD).retryAfter()).hasValue(Duration.ofSeconds(30));
    setting.time.advance(Duration.ofSeconds(31));
    assertThat(heldBack(Call.ADD).retryAfter()).hasValue(Duration.ZERO);
  }

  @Test
  void callWithoutBreakerGoesOutAndOpensNothing() {
    setting.http.always(Failure.BLOCK.of(Call.ADD.operation()));
    Setting.start(Call.ADD, gmc, UNGUARDED);
    assertThat(events).isEmpty();
    Setting.start(Call.ADD, gmc);
    heldBack(Call.ADD);

    assertThat(Setting.failureOf(Setting.start(Call.ADD, gmc, UNGUARDED)).fromOpenCircuit())
        .isFalse();

    assertThat(setting.http.requests()).isEqualTo(3);
  }
}
