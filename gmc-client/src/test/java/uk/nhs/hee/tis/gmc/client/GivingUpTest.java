package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.soap;

import ch.qos.logback.classic.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcCancelledException;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.error.GmcUnreachableException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.LogCapture;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;
import uk.nhs.hee.tis.gmc.client.model.RecommendationReceipt;

/** Calls that end before their time: cancelled, interrupted, or out of executors and deadlines. */
class GivingUpTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration DEADLINE = Duration.ofMinutes(2);

  private final Setting setting = new Setting();
  private final Steps steps = new Steps();
  private final List<GmcException> failures = new ArrayList<>();
  private final GmcListener listener =
      new GmcListener() {
        @Override
        public void callFailed(GmcCall call, GmcException failure) {
          failures.add(failure);
        }
      };

  /** An executor whose steps run when the test says so, and which can be full. */
  private static final class Steps implements Executor {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean full;

    @Override
    public void execute(Runnable step) {
      if (full) {
        throw new RejectedExecutionException("full");
      }
      waiting.add(step);
    }

    void run() {
      for (Runnable step = waiting.poll(); step != null; step = waiting.poll()) {
        step.run();
      }
    }
  }

  private GmcClient stepwise() {
    return setting
        .client()
        .executor(steps)
        .retryPolicy(RetryPolicy.defaults())
        .listener(listener)
        .build();
  }

  @AfterEach
  void restoreTheFlag() {
    Thread.interrupted();
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void cancellingBeforeTheFirstStepSendsNothing(Call call) {
    CompletableFuture<? extends GmcAnswer> outcome = Setting.start(call, stepwise());

    outcome.cancel(true);
    steps.run();

    assertThat(setting.http.requests()).isZero();
    assertThat(failures).extracting(GmcException::effect).containsExactly(Effect.NOT_SENT);
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void cancellingEndsTheExchangeAndLeavesNothingScheduled(Call call) {
    CompletableFuture<? extends GmcAnswer> outcome = Setting.start(call, stepwise());
    steps.run();

    outcome.cancel(true);
    steps.run();
    setting.time.advance(LONG);

    assertThat(setting.http.exchanges()).hasSize(1).allMatch(exchange -> exchange.isCancelled());
    assertThat(setting.time.waits()).isEmpty();
    assertThat(failures).extracting(GmcException::effect).containsExactly(Effect.MAY_HAVE_RUN);
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void cancellingInABackOffSendsNoMore(Call call) {
    setting.http.always(Failure.REFUSED.of(call.operation()));
    setting.random = 0.5;
    CompletableFuture<? extends GmcAnswer> outcome = Setting.start(call, stepwise());
    steps.run();
    assertThat(setting.time.waits()).containsExactly(Duration.ofMillis(250));

    outcome.cancel(true);

    assertThat(setting.time.waits()).isEmpty();
    setting.time.advance(LONG);
    steps.run();
    assertThat(setting.http.requests()).isEqualTo(1);
    assertThat(failures).extracting(GmcException::effect).containsExactly(Effect.NOT_SENT);
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void endingTheFutureInABackOffSendsNoMore(Call call) {
    setting.http.always(Failure.REFUSED.of(call.operation()));
    setting.random = 0.5;
    CompletableFuture<? extends GmcAnswer> outcome = Setting.start(call, stepwise());
    steps.run();

    assertThat(outcome.completeExceptionally(new TimeoutException("of the caller's"))).isTrue();

    assertThat(setting.time.waits()).isEmpty();
    setting.time.advance(LONG);
    steps.run();
    assertThat(setting.http.requests()).isEqualTo(1);
    assertThat(failures).extracting(GmcException::effect).containsExactly(Effect.NOT_SENT);
    assertThatThrownBy(outcome::join).hasCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void completingTheFutureOtherwiseGivesTheCallUp() {
    CompletableFuture<RecommendationReceipt> outcome =
        stepwise().async().tryRecommendation(Call.revalidation());
    steps.run();
    RecommendationReceipt instead = null;

    assertThat(outcome.complete(instead)).isTrue();

    assertThat(setting.http.exchanges()).hasSize(1).allMatch(exchange -> exchange.isCancelled());
    assertThat(failures).extracting(GmcException::effect).containsExactly(Effect.MAY_HAVE_RUN);
    assertThat(outcome).isCompletedWithValue(null);
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void aCallThatHasEndedCannotBeEndedOtherwise(Call call) {
    setting.http.always(soap(Soap.success(call.operation())));
    CompletableFuture<? extends GmcAnswer> outcome = Setting.start(call, stepwise());
    steps.run();

    assertThat(outcome.completeExceptionally(new TimeoutException())).isFalse();

    assertThat(outcome.join().attempts()).isEqualTo(1);
    assertThat(failures).isEmpty();
  }

  @Test
  void cancellingWhenTheAnswerHasComeButIsUnreadMeansMayHaveRun() {
    setting.http.always(soap(Soap.success(Call.ADD.operation())));
    CompletableFuture<? extends GmcAnswer> outcome = Setting.start(Call.ADD, stepwise());
    steps.waiting.remove().run();

    outcome.cancel(true);
    steps.run();

    assertThat(failures).hasOnlyElementsOfType(GmcOutcomeUnknownException.class).hasSize(1);
  }

  @Test
  void aSecondCancelChangesNothing() {
    CallOptions options = CallOptions.builder().clientRequestId("nightly-7").build();
    CompletableFuture<? extends GmcAnswer> outcome = Setting.start(Call.ADD, stepwise(), options);
    try (LogCapture logs = LogCapture.start()) {
      outcome.cancel(true);
      outcome.cancel(true);

      assertThat(logs.messages(Level.DEBUG)).containsOnlyOnce("TryAddDoctor nightly-7: cancelled");
    }

    assertThat(failures).hasSize(1);
  }

  @Test
  void interruptWithTheAnswerUnreadIsAnUnknownOutcomeOfAWrite() {
    setting.http.always(
        exchange -> {
          Thread.currentThread().interrupt();
          exchange.respond(200, Soap.success(Call.ADD.operation()));
        });
    GmcClient gmc = setting.client().listener(listener).build();

    GmcOutcomeUnknownException unknown =
        catchThrowableOfType(GmcOutcomeUnknownException.class, () -> gmc.tryAddDoctor(Call.add()));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(unknown)
        .hasMessage(
            "TryAddDoctor may have been carried out; this side cannot tell. The failure:"
                + " TryAddDoctor got no usable answer from 127.0.0.1: the calling thread was"
                + " interrupted. The request may have reached the GMC. Once calls get through"
                + " again, retry it to find out: return code 100 means that the doctor is"
                + " connected."
                + " Who must act: the caller. Time: 2027-01-05T00:05:00Z.");
    assertThat(failures).containsExactly(unknown);
  }

  @Test
  void interruptBeforeTheCallSendsNothing() {
    GmcClient gmc = setting.client().build();
    Thread.currentThread().interrupt();

    GmcCancelledException stopped =
        catchThrowableOfType(GmcCancelledException.class, () -> gmc.tryAddDoctor(Call.add()));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(setting.http.requests()).isZero();
    assertThat(stopped)
        .hasMessage(
            "TryAddDoctor got no usable answer from 127.0.0.1: the calling thread was"
                + " interrupted. Nothing was sent. Call again if the answer is still wanted."
                + " Who must act: the caller. Time: 2027-01-05T00:05:00Z.");
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void fullExecutorFailsTheCallUnsentAndTheNextIsFree(Call call) {
    GmcClient gmc = stepwise();
    steps.full = true;
    GmcException refused = Setting.failureOf(Setting.start(call, gmc));
    steps.full = false;
    setting.http.always(soap(Soap.success(call.operation())));
    CompletableFuture<? extends GmcAnswer> next = Setting.start(call, gmc);
    steps.run();

    assertThat(refused.effect()).isEqualTo(Effect.NOT_SENT);
    assertThat(refused)
        .isInstanceOf(GmcCancelledException.class)
        .hasCauseInstanceOf(RejectedExecutionException.class)
        .hasMessage(
            call.operation().operationName()
                + " got no usable answer from 127.0.0.1: this side failed"
                + " (RejectedExecutionException). Nothing was sent. Look at the cause of this"
                + " exception. Who must act: the caller. Time: 2027-01-05T00:05:00Z.");
    assertThat(next).isCompleted();
  }

  @Test
  void executorThatIsFullWhenTheAnswerComesLeavesTheOutcomeOfAWriteUnknown() {
    CompletableFuture<? extends GmcAnswer> outcome = Setting.start(Call.RECOMMEND_V2, stepwise());
    steps.run();
    steps.full = true;

    setting.http.exchanges().get(0).respond(200, Soap.success(Call.RECOMMEND_V2.operation()));

    assertThat(Setting.failureOf(outcome)).isInstanceOf(GmcOutcomeUnknownException.class);
    assertThat(setting.time.waits()).isEmpty();
  }

  @Test
  void executorThatIsFullAfterABackOffEndsTheCall() {
    setting.http.always(Failure.REFUSED.of(Call.ADD.operation()));
    CompletableFuture<? extends GmcAnswer> outcome = Setting.start(Call.ADD, stepwise());
    setting.random = 0.5;
    steps.run();
    steps.full = true;

    setting.time.advance(LONG);

    assertThat(Setting.failureOf(outcome).effect()).isEqualTo(Effect.NOT_SENT);
    assertThat(setting.http.requests()).isEqualTo(1);
  }

  @Test
  void schedulerThatWasShutDownFailsTheCall() {
    CompletableFuture<? extends GmcAnswer> outcome = Setting.start(Call.GET_DOCTORS, stepwise());
    setting.time.refuse();

    steps.run();

    assertThat(Setting.failureOf(outcome)).hasCauseInstanceOf(RejectedExecutionException.class);
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void callWhoseDeadlinePassesInTheQueueIsNotSent(Call call) {
    CompletableFuture<? extends GmcAnswer> outcome = Setting.start(call, stepwise());
    setting.time.advance(DEADLINE);

    steps.run();

    assertThat(setting.http.requests()).isZero();
    assertThat(Setting.failureOf(outcome))
        .isExactlyInstanceOf(GmcCancelledException.class)
        .hasMessage(
            call.operation().operationName()
                + " got no usable answer from 127.0.0.1: the call's deadline passed before it"
                + " was sent. Nothing was sent. Allow the call more time, or make fewer calls"
                + " at once. Who must act: the caller. Time: 2027-01-05T00:07:00Z.");
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void callWhoseRetryIsOvertakenByItsDeadlineEndsInTheFailureOfItsAttempt(Call call) {
    setting.http.always(Failure.REFUSED.of(call.operation()));
    setting.random = 0.5;
    CompletableFuture<? extends GmcAnswer> outcome = Setting.start(call, stepwise());
    steps.run();
    setting.time.advance(DEADLINE);

    steps.run();

    assertThat(setting.http.requests()).isEqualTo(1);
    GmcException failure = Setting.failureOf(outcome);
    assertThat(failure)
        .isExactlyInstanceOf(GmcUnreachableException.class)
        .hasMessage(
            call.operation().operationName()
                + " got no usable answer from 127.0.0.1: the connection was refused"
                + " (ConnectException). Nothing was sent. Try again later; if it persists, pass"
                + " the evidence on. Who must act: the caller's network team, then the GMC's"
                + " service team. Time: 2027-01-05T00:07:00Z.");
    assertThat(failure.attempts()).isEqualTo(1);
    assertThat(failures).containsExactly(failure);
  }

  @ParameterizedTest
  @EnumSource(names = {"GET_DOCTORS", "CHECK_STATUS"})
  void retryThatIsNeverRunEndsInTheFailureOfItsAttempt(Call call) {
    setting.http.always(Failure.DROPPED.of(call.operation()));
    setting.random = 0.5;
    CompletableFuture<? extends GmcAnswer> unused = Setting.start(call, stepwise());
    steps.run();

    setting.time.advance(DEADLINE.plusSeconds(1));

    assertThat(failures).hasSize(1);
    assertThat(failures.get(0))
        .isExactlyInstanceOf(GmcUnreachableException.class)
        .hasMessage(
            call.operation().operationName()
                + " got no usable answer from 127.0.0.1: the connection broke before an answer"
                + " came (IOException). The request may have reached the GMC. Try again later; if"
                + " it persists, pass the evidence on. Who must act: the caller's network team,"
                + " then the GMC's service team. Time: 2027-01-05T00:07:00Z.");
    assertThat(failures.get(0).effect()).isEqualTo(Effect.MAY_HAVE_RUN);
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void headersThatTakeTheWholeDeadlineLeaveNothingToSend(Call call) {
    GmcClient gmc =
        setting
            .client()
            .attemptHeaders(
                started ->
                    () -> {
                      setting.time.advance(DEADLINE);
                      return Map.of("traceparent", "late");
                    })
            .build();

    CompletableFuture<? extends GmcAnswer> outcome = Setting.start(call, gmc);

    assertThat(setting.http.requests()).isZero();
    assertThat(Setting.failureOf(outcome))
        .isExactlyInstanceOf(GmcCancelledException.class)
        .hasMessage(
            call.operation().operationName()
                + " got no usable answer from 127.0.0.1: the call's deadline passed before it was"
                + " sent. Nothing was sent. Allow the call more time, or make fewer calls at once."
                + " Who must act: the caller. Time: 2027-01-05T00:07:00Z.");
  }
}
