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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcRateLimitedException;
import uk.nhs.hee.tis.gmc.client.error.GmcTimeoutException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.Answer;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;

/** How long a call waits between attempts, and when it stops: by a clock that a test moves. */
@SuppressWarnings("FutureReturnValueIgnored") // The client without threads has done it all.
class BackOffTest {
  private static final List<Call> CALLS = List.of(Call.values());
  private static final String RAY = "8f3c2a9d1b7e4650-LHR";
  private static final Duration SIXTY_AND_THE_SHORTEST_WAIT = Duration.ofSeconds(60).plusNanos(1);
  private static final Duration LONG = Duration.ofMinutes(10);

  private final Setting setting = new Setting();
  private final List<Duration> waits = new ArrayList<>();
  private final GmcListener listener =
      new GmcListener() {
        @Override
        public void retryScheduled(GmcCall call, GmcException because, Duration after) {
          waits.add(after);
        }
      };

  private GmcClientBuilder client(RetryPolicy policy) {
    return setting.client().retryPolicy(policy).listener(listener);
  }

  private static RetryPolicy attempts(int most) {
    return RetryPolicy.builder().maxAttempts(most).build();
  }

  private static Answer rateLimit(String retryAfter) {
    return page(429, "error code: 1015", "cf-ray", RAY, "Retry-After", retryAfter);
  }

  private CompletableFuture<? extends GmcAnswer> start(GmcClientBuilder client) {
    return Setting.start(Call.GET_DOCTORS, client.build());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, 0, 0, 0, 0",
    "0.5, 250, 500, 1000, 2000, 4000, 5000, 5000",
    "0.999, 499.5, 999, 1998, 3996, 7992, 9990, 9990"
  })
  void limitDoublesUpToTheLongestAndChanceTakesAPartOfIt(
      double random, double a, double b, double c, double d, double e, double f, double g) {
    setting.http.always(Failure.REFUSED.of(Call.GET_DOCTORS.operation()));
    setting.random = random;

    start(client(attempts(8)));
    setting.time.advance(LONG);

    assertThat(waits).extracting(wait -> wait.toNanos() / 1e6).containsExactly(a, b, c, d, e, f, g);
    assertThat(setting.http.requests()).isEqualTo(8);
  }

  @Test
  void nextAttemptGoesOutWhenTheWaitIsOverAndNotBefore() {
    setting.http.always(Failure.REFUSED.of(Call.GET_DOCTORS.operation()));
    setting.random = 0.5;

    start(client(attempts(2)));
    setting.time.advance(Duration.ofMillis(250).minusNanos(1));
    assertThat(setting.http.requests()).isEqualTo(1);
    setting.time.advance(Duration.ofNanos(1));

    assertThat(setting.http.requests()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "0, 0.25",
    "00000007, 7",
    "'Tue, 05 Jan 2027 00:05:09 GMT', 9",
    "'Tuesday, 05-Jan-27 00:05:09 GMT', 9",
    "'Tue Jan  5 00:05:09 2027', 9",
    "'Tue, 05 Jan 2027 00:04:00 GMT', 0.25"
  })
  void retryAfterIsWaitedForUnlessTheBackOffIsLonger(String header, double seconds) {
    setting.http.then(rateLimit(header)).always(success());
    setting.random = 0.5;

    start(client(attempts(2)));

    assertThat(waits).extracting(wait -> wait.toNanos() / 1e9).containsExactly(seconds);
  }

  @ParameterizedTest
  @CsvSource({
    "'Mon, 04 Jan 2027 23:00:00 GMT', 'Mon, 04 Jan 2027 23:00:09 GMT', 9",
    "'Mon, 04 Jan 2027 23:00:00 GMT', 'Mon, 04 Jan 2027 22:00:00 GMT', 0.25",
    "'Tue, 05 Jan 2027 02:00:00 GMT', 'Tue, 05 Jan 2027 02:00:09 GMT', 9",
    "'yesterday', 'Tue, 05 Jan 2027 00:05:09 GMT', 9"
  })
  void retryAfterAsADateCountsFromTheDateOfTheAnswer(String date, String until, double seconds) {
    setting
        .http
        .then(page(429, "error code: 1015", "cf-ray", RAY, "Date", date, "Retry-After", until))
        .always(success());
    setting.random = 0.5;

    start(client(attempts(2)));

    assertThat(waits).extracting(wait -> wait.toNanos() / 1e9).containsExactly(seconds);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void retryAfterOfAnUnknownIntermediaryIsWaitedForToo(int status) {
    setting
        .http
        .then(page(status, "<center>nginx</center>", "Server", "nginx", "Retry-After", "7"))
        .always(success());

    start(client(attempts(2)));

    assertThat(waits).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void retryAfterOfAServerInMaintenanceIsWaitedForToo() {
    setting
        .http
        .then(
            page(
                503,
                "<html><h1>Maintenance</h1></html>",
                "cf-ray",
                RAY,
                "X-Powered-By",
                "ASP.NET",
                "Retry-After",
                "7"))
        .always(success());

    start(client(attempts(2)));

    assertThat(waits).containsExactly(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"61", "119", "3600", "Tue, 05 Jan 2027 00:07:00 GMT"})
  void retryAfterBeyondHalfOfTheDeadlineFailsAtOnceAndIsTold(String header) {
    setting.http.always(rateLimit(header));

    GmcException failure = Setting.failureOf(start(client(attempts(3))));

    assertThat(failure).isInstanceOf(GmcRateLimitedException.class);
    assertThat(failure.retryAfter())
        .hasValueSatisfying(wait -> assertThat(wait).isGreaterThan(Duration.ofMinutes(1)));
    assertThat(failure.evidence().retryAfter()).isEqualTo(failure.retryAfter());
    assertThat(setting.http.requests()).isEqualTo(1);
    assertThat(setting.time.waits()).isEmpty();
  }

  @Test
  void retryAfterOfHalfOfTheDeadlineIsWaitedFor() {
    setting.http.then(rateLimit("60")).always(success());

    CompletableFuture<? extends GmcAnswer> outcome = start(client(attempts(3)));
    setting.time.advance(Duration.ofSeconds(60));

    assertThat(outcome.join().duration()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void everyAttemptHasItsTimeOutAndTheLastOnlyWhatIsLeft() {
    GmcClientBuilder client =
        client(attempts(5))
            .attemptTimeout(Duration.ofSeconds(60))
            .callDeadline(SIXTY_AND_THE_SHORTEST_WAIT.multipliedBy(2).plusSeconds(30));
    setting.random = 0;

    CompletableFuture<? extends GmcAnswer> outcome = start(client);
    assertThat(setting.time.waits()).containsExactly(Duration.ofSeconds(60));
    setting.time.advance(SIXTY_AND_THE_SHORTEST_WAIT);
    assertThat(setting.time.waits()).containsExactly(Duration.ofSeconds(60));
    setting.time.advance(SIXTY_AND_THE_SHORTEST_WAIT);
    assertThat(setting.time.waits()).containsExactly(Duration.ofSeconds(30));
    setting.time.advance(Duration.ofSeconds(30));

    GmcException failure = Setting.failureOf(outcome);
    assertThat(failure)
        .isInstanceOf(GmcTimeoutException.class)
        .hasMessage(
            "GetDoctorsForDB got no usable answer from 127.0.0.1: no answer within 150 s."
                + " The request may have reached the GMC. Try again later; if it persists, pass"
                + " the evidence on. Who must act: the caller's network team, then the GMC's"
                + " service team. Time: 2027-01-05T00:07:30Z.");
    assertThat(failure.attempts()).isEqualTo(3);
    assertThat(setting.http.exchanges()).allMatch(exchange -> exchange.isCancelled());
    assertThat(setting.http.exchanges())
        .extracting(exchange -> exchange.request().timeout().orElseThrow())
        .containsExactly(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(30));
  }

  @Test
  void deadlineOfACallReplacesTheClients() {
    GmcClient gmc = client(attempts(5)).build();
    CallOptions options = CallOptions.builder().deadline(Duration.ofSeconds(3)).build();

    Setting.start(Call.GET_DOCTORS, gmc, options);

    assertThat(setting.time.waits()).containsExactly(Duration.ofSeconds(3));
  }

  @Test
  void budgetIsSharedByAllCallsAndThenNothingIsRepeated() {
    setting.http.always(Failure.REFUSED.of(Call.GET_DOCTORS.operation()));
    GmcClient gmc = client(attempts(3).toBuilder().budget(5).build()).build();

    for (int i = 0; i < 10; i++) {
      Setting.start(CALLS.get(i % 6), gmc);
      setting.time.advance(LONG);
    }

    assertThat(setting.http.requests()).isEqualTo(10 + 5);
  }

  @Test
  void tenCallsThatSucceedAtOnceGiveOneRepeatBack() {
    GmcClient gmc = client(attempts(3).toBuilder().budget(1).build()).build();
    failOnce(gmc);
    assertThat(waits).as("the budget").hasSize(1);
    failOnce(gmc);
    assertThat(waits).as("spent").hasSize(1);

    succeed(gmc, 9);
    failOnce(gmc);
    assertThat(waits).as("nine tenths").hasSize(1);
    succeed(gmc, 1);
    failOnce(gmc);

    assertThat(waits).as("one whole").hasSize(2);
  }

  @Test
  void budgetNeverExceedsItsBeginning() {
    GmcClient gmc = client(attempts(10).toBuilder().budget(2).build()).build();
    succeed(gmc, 100);
    setting.http.always(Failure.REFUSED.of(Call.GET_DOCTORS.operation()));

    Setting.start(Call.GET_DOCTORS, gmc);
    setting.time.advance(LONG);

    assertThat(setting.http.requests()).isEqualTo(100 + 1 + 2);
  }

  @Test
  void callThatSucceedsAtItsRepeatGivesNothingBack() {
    GmcClient gmc = client(attempts(3).toBuilder().budget(2).build()).build();
    for (int i = 0; i < 10; i++) {
      failOnce(gmc);
    }

    assertThat(waits).hasSize(2);
  }

  private void failOnce(GmcClient gmc) {
    setting.http.then(Failure.REFUSED.of(Call.GET_DOCTORS.operation()));
    setting.http.always(success());
    Setting.start(Call.GET_DOCTORS, gmc);
    setting.time.advance(LONG);
  }

  private void succeed(GmcClient gmc, int times) {
    setting.http.always(success());
    for (int i = 0; i < times; i++) {
      Setting.start(Call.GET_DOCTORS, gmc).join();
    }
  }

  private static Answer success() {
    return soap(Soap.success(Call.GET_DOCTORS.operation()));
  }
}
