package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;

/** Every operation, every failure, every policy: repeated, or not a single request more. */
@SuppressWarnings("FutureReturnValueIgnored") // The client without threads has done it all.
class RetryTableTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final RetryPolicy OPTED_IN =
      RetryPolicy.builder().retryWhenOutcomeUnknown(true).build();

  private final Setting setting = new Setting();

  static Stream<Arguments> everyCallAndFailure() {
    return Arrays.stream(Call.values())
        .flatMap(
            call -> Arrays.stream(Failure.values()).map(failure -> Arguments.of(call, failure)));
  }

  @ParameterizedTest
  @MethodSource("everyCallAndFailure")
  void defaultsRepeatWhatCannotHarm(Call call, Failure failure) {
    assertRequests(
        call, failure, RetryPolicy.defaults(), failure.isRepeated(call.operation(), false));
  }

  @ParameterizedTest
  @MethodSource("everyCallAndFailure")
  void optInRepeatsDoctorsAddedAndRemovedToo(Call call, Failure failure) {
    assertRequests(call, failure, OPTED_IN, failure.isRepeated(call.operation(), true));
  }

  @ParameterizedTest
  @MethodSource("everyCallAndFailure")
  void noneRepeatsNothing(Call call, Failure failure) {
    assertRequests(call, failure, RetryPolicy.none(), false);
  }

  private void assertRequests(Call call, Failure failure, RetryPolicy policy, boolean repeated) {
    RecordingHttpClient.Answer failed = failure.of(call.operation());
    String success = Soap.success(call.operation());
    setting.http.then(failed).always(RecordingHttpClient.soap(success));
    GmcClient gmc = setting.client().retryPolicy(policy).build();

    CompletableFuture<? extends GmcAnswer> outcome = Setting.start(call, gmc);
    setting.time.advance(LONG);

    assertThat(setting.http.requests()).isEqualTo(repeated ? 2 : 1);
    assertThat(setting.time.waits()).isEmpty();
    if (repeated) {
      assertThat(outcome.join().attempts()).isEqualTo(2);
    } else {
      assertFailed(call, failure, Setting.failureOf(outcome));
    }
  }

  private static void assertFailed(Call call, Failure failure, GmcException told) {
    boolean unknown = !call.operation().isRead() && failure.effect == Effect.MAY_HAVE_RUN;
    assertThat(told.effect()).isEqualTo(failure.effect);
    assertThat(told instanceof GmcOutcomeUnknownException).isEqualTo(unknown);
    assertThat(told.attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void callThatAlwaysFailsEndsAfterThreeAttempts(Call call) {
    setting.http.always(Failure.REFUSED.of(call.operation()));
    GmcClient gmc = setting.client().retryPolicy(RetryPolicy.defaults()).build();

    CompletableFuture<? extends GmcAnswer> outcome = Setting.start(call, gmc);
    setting.time.advance(LONG);

    assertThat(setting.http.requests()).isEqualTo(3);
    assertThat(Setting.failureOf(outcome).attempts()).isEqualTo(3);
    assertThat(Setting.failureOf(outcome).effect()).isEqualTo(Effect.NOT_SENT);
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void policyOfACallReplacesTheClients(Call call) {
    setting.http.always(Failure.REFUSED.of(call.operation()));
    GmcClient gmc = setting.client().retryPolicy(RetryPolicy.defaults()).build();
    CallOptions five =
        CallOptions.builder().retryPolicy(RetryPolicy.builder().maxAttempts(5).build()).build();

    Setting.start(call, gmc, five);
    setting.time.advance(LONG);

    assertThat(setting.http.requests()).isEqualTo(5);
  }
}
