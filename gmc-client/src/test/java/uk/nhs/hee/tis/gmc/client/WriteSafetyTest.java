package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.soap;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcNotSentException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.error.GmcUnreachableException;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;

/** What is said of a write that may have run, and when it goes out again. */
@SuppressWarnings("FutureReturnValueIgnored") // The client without threads has done it all.
class WriteSafetyTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final RetryPolicy OPTED_IN =
      RetryPolicy.builder().retryWhenOutcomeUnknown(true).build();

  private final Setting setting = new Setting();

  private static String unknown(String operation, String howToFindOut) {
    return operation
        + " may have been carried out; this side cannot tell. The failure: "
        + operation
        + " got no usable answer from 127.0.0.1: the connection broke before an answer came"
        + " (IOException). The request may have reached the GMC. "
        + howToFindOut
        + " Who must act: the caller's network team, then the GMC's service team. Time:"
        + " 2027-01-05T00:05:00Z.";
  }

  private GmcException dropped(Call call) {
    setting.http.then(Failure.DROPPED.of(call.operation()));
    GmcClient gmc = setting.client().retryPolicy(RetryPolicy.defaults()).build();
    return Setting.failureOf(Setting.start(call, gmc));
  }

  @ParameterizedTest
  @CsvSource({
    "ADD, 100 means that the doctor is connected.",
    "REMOVE, 140 means that the doctor is no longer connected."
  })
  void addedOrRemovedDoctorWithoutAnswerSaysThatARetryTells(Call call, String means) {
    GmcException failure = dropped(call);

    assertThat(failure)
        .isInstanceOf(GmcOutcomeUnknownException.class)
        .hasCauseInstanceOf(GmcUnreachableException.class)
        .hasMessage(
            unknown(
                call.operation().operationName(), "Retry it to find out: return code " + means));
    assertThat(failure.effect()).isEqualTo(Effect.MAY_HAVE_RUN);
  }

  @ParameterizedTest
  @EnumSource(names = {"RECOMMEND", "RECOMMEND_V2"})
  void recommendationWithoutAnswerSaysWhereToLook(Call call) {
    assertThat(dropped(call))
        .isInstanceOf(GmcOutcomeUnknownException.class)
        .hasMessage(
            unknown(
                call.operation().operationName(),
                "Do not submit it again: look the doctor up in GMC Connect, or ask the"
                    + " GMC; if it arrived, a second one would be refused with return code 91,"
                    + " which does not say whose recommendation is open."));
  }

  @ParameterizedTest
  @CsvSource({"ADD, 100", "REMOVE, 140"})
  void repeatAfterAnUnknownOutcomeReadsAlreadySoAsDone(Call call, String code) {
    ConnectionReceipt receipt =
        (ConnectionReceipt) afterDrop(call, soap(Soap.code(call.operation(), code))).join();

    assertThat(receipt.outcome()).isEqualTo(ConnectionReceipt.Outcome.DONE);
    assertThat(receipt.attempts()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"ADD, 100", "REMOVE, 140"})
  void repeatAfterARefusedConnectionReadsAlreadySoAsItIs(Call call, String code) {
    setting.http.then(
        Failure.REFUSED.of(call.operation()), soap(Soap.code(call.operation(), code)));

    ConnectionReceipt receipt = (ConnectionReceipt) optedIn(call).join();

    assertThat(receipt.outcome()).isEqualTo(ConnectionReceipt.Outcome.ALREADY_SO);
  }

  @Test
  void repeatThatCannotConnectLeavesTheOutcomeUnknown() {
    GmcException failure =
        Setting.failureOf(afterDrop(Call.ADD, Failure.REFUSED.of(Call.ADD.operation())));

    assertThat(failure).isInstanceOf(GmcOutcomeUnknownException.class);
    assertThat(failure.effect()).isEqualTo(Effect.MAY_HAVE_RUN);
    assertThat(failure.attempts()).isEqualTo(3);
  }

  @Test
  void repeatThatIsRejectedLeavesTheOutcomeUnknown() {
    GmcException failure =
        Setting.failureOf(afterDrop(Call.ADD, soap(Soap.code(Call.ADD.operation(), "106"))));

    assertThat(failure)
        .isInstanceOf(GmcOutcomeUnknownException.class)
        .hasCauseInstanceOf(GmcRejectedException.class);
    assertThat(failure.effect()).isEqualTo(Effect.MAY_HAVE_RUN);
    assertThat(setting.http.requests()).isEqualTo(2);
  }

  private CompletableFuture<? extends GmcAnswer> afterDrop(
      Call call, RecordingHttpClient.Answer repeated) {
    setting.http.then(Failure.DROPPED.of(call.operation())).always(repeated);
    return optedIn(call);
  }

  private CompletableFuture<? extends GmcAnswer> optedIn(Call call) {
    GmcClient gmc = setting.client().retryPolicy(OPTED_IN).build();
    CompletableFuture<? extends GmcAnswer> outcome = Setting.start(call, gmc);
    setting.time.advance(LONG);
    return outcome;
  }

  @ParameterizedTest
  @EnumSource(names = {"RECOMMEND", "RECOMMEND_V2"})
  void recommendationIsRepeatedUntilItMayHaveRunAndNeverAfter(Call call) {
    setting.http.then(Failure.REFUSED.of(call.operation()), Failure.DROPPED.of(call.operation()));

    GmcException failure = Setting.failureOf(optedIn(call));

    assertThat(setting.http.requests()).isEqualTo(2);
    assertThat(failure).isInstanceOf(GmcOutcomeUnknownException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1-1rssq2h", " 1-1RSSQ2H", "1-1RSSQ2H\t", "1-1RSSQ2H\u00a0", "1-1Rssq2h\u200b"})
  void theSameBodyWrittenOtherwiseIsTheSameBody(String code) {
    GmcClient gmc = setting.client().build();
    gmc.async().tryRecommendation(Call.revalidation());

    GmcException refused =
        Setting.failureOf(
            gmc.async()
                .tryRecommendation(
                    Call.revalidation().toBuilder().designatedBodyCode(code).build()));

    assertThat(refused).isInstanceOf(GmcNotSentException.class);
    assertThat(setting.http.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "RECOMMEND, RECOMMEND",
    "RECOMMEND_V2, RECOMMEND_V2",
    "RECOMMEND, RECOMMEND_V2",
    "RECOMMEND_V2, RECOMMEND"
  })
  void secondSubmissionInFlightIsNotSent(Call first, Call second) {
    GmcClient gmc = setting.client().build();
    Setting.start(first, gmc);

    GmcException refused = Setting.failureOf(Setting.start(second, gmc));

    assertThat(refused)
        .isInstanceOf(GmcNotSentException.class)
        .hasMessage(
            second.operation().operationName()
                + " was not sent: this client is already submitting a recommendation for the same"
                + " doctor and designated body. Wait for its outcome before"
                + " submitting again.");
    assertThat(refused.effect()).isEqualTo(Effect.NOT_SENT);
    assertThat(refused.source()).isEqualTo(Source.CALLER);
    assertThat(refused.attempts()).isZero();
    assertThat(setting.http.requests()).isEqualTo(1);
    assertThat(Setting.failureOf(Setting.start(second, gmc)))
        .as("the refused one does not free the first one's place")
        .isInstanceOf(GmcNotSentException.class);
  }

  @Test
  void otherDoctorsAndBodiesAreUnaffected() {
    GmcClient gmc = setting.client().build();
    Setting.start(Call.RECOMMEND, gmc);

    gmc.async().tryRecommendation(Call.revalidation().toBuilder().gmcNumber("7000002").build());
    gmc.async()
        .tryRecommendation(Call.revalidation().toBuilder().designatedBodyCode("1-OTHER").build());

    assertThat(setting.http.requests()).isEqualTo(3);
  }

  @Test
  void submissionIsFreeAgainOnceTheFirstHasEndedInWhateverWay() {
    GmcClient gmc = setting.client().build();
    setting.http.then(
        soap(Soap.success(Call.RECOMMEND.operation())),
        Failure.DROPPED.of(Call.RECOMMEND.operation()),
        soap(Soap.code(Call.RECOMMEND.operation(), "91")));

    Setting.start(Call.RECOMMEND, gmc);
    Setting.start(Call.RECOMMEND, gmc);
    Setting.start(Call.RECOMMEND, gmc);
    Setting.start(Call.RECOMMEND, gmc).cancel(true);
    Setting.start(Call.RECOMMEND, gmc);

    assertThat(setting.http.requests()).isEqualTo(5);
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCK", "CHALLENGE", "CODE_99", "CODE_81", "REJECTED"})
  void refusalIsNeverRepeatedWhateverThePolicy(Failure failure) {
    RetryPolicy eager = OPTED_IN.toBuilder().maxAttempts(100).build();
    GmcClient gmc = setting.client().retryPolicy(eager).build();
    for (Call call : Call.values()) {
      setting.http.then(failure.of(call.operation()));

      Setting.start(call, gmc);
      setting.time.advance(LONG);
    }

    assertThat(setting.http.requests()).isEqualTo(Call.values().length);
  }
}
