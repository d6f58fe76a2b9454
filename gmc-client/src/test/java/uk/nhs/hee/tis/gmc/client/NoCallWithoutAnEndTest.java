package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;

/** Whatever throws while a call is noted, logged or told of, its caller hears how it ended. */
class NoCallWithoutAnEndTest {
  private static final Logger LIBRARY =
      (Logger) LoggerFactory.getLogger("uk.nhs.hee.tis.gmc.client");

  /** Throws before its base class could catch it. */
  private static final class BrokenAppender extends AppenderBase<ILoggingEvent> {
    final AtomicInteger asked = new AtomicInteger();

    @Override
    public synchronized void doAppend(ILoggingEvent event) {
      asked.incrementAndGet();
      throw new IllegalStateException("the disk is full");
    }

    @Override
    protected void append(ILoggingEvent event) {}
  }

  private static final class BrokenListener implements GmcListener {
    @Override
    public void callStarted(GmcCall call) {
      throw new AssertionError("started");
    }

    @Override
    public void attemptStarted(GmcCall call, int number) {
      throw new AssertionError("attempt started");
    }

    @Override
    public void attemptEnded(GmcCall call, GmcAttempt attempt) {
      throw new AssertionError("attempt ended");
    }

    @Override
    public void retryScheduled(GmcCall call, GmcException because, Duration after) {
      throw new AssertionError("retry");
    }

    @Override
    public void callSucceeded(GmcCall call, CallInfo info) {
      throw new StackOverflowError("succeeded");
    }

    @Override
    public void callFailed(GmcCall call, GmcException failure) {
      throw new NoClassDefFoundError("failed");
    }

    @Override
    public void circuitOpened(GmcException because) {
      throw new IllegalStateException("opened");
    }

    @Override
    public void circuitClosed() {
      throw new IllegalStateException("closed");
    }

    @Override
    public void availabilityChanged(GmcAvailability before, GmcAvailability now) {
      throw new IllegalStateException("availability");
    }
  }

  private static final class BrokenClock extends Clock {
    @Override
    public Instant instant() {
      throw new IllegalStateException("no time");
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final Setting setting = new Setting();
  private final GmcClient gmc =
      setting
          .client()
          .listener(new BrokenListener())
          .clock(new BrokenClock())
          .retryPolicy(RetryPolicy.defaults())
          .circuitBreakerPolicy(CircuitBreakerPolicy.defaults())
          .build();
  private final BrokenAppender appender = new BrokenAppender();
  private final Level before = LIBRARY.getLevel();

  @BeforeEach
  void breakTheLog() {
    appender.setContext(LIBRARY.getLoggerContext());
    appender.start();
    LIBRARY.addAppender(appender);
    LIBRARY.setLevel(Level.TRACE);
  }

  @AfterEach
  void mendTheLog() {
    LIBRARY.detachAppender(appender);
    LIBRARY.setLevel(before);
  }

  @ParameterizedTest
  @EnumSource
  void anAcceptedCallHasItsAnswer(Call call) {
    setting.http.then(RecordingHttpClient.soap(Soap.success(call.operation())));

    assertThat(Setting.start(call, gmc)).isCompleted();
    assertThat(appender.asked).hasPositiveValue();
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedCallHasItsReturnCode(Call call) {
    setting.http.then(RecordingHttpClient.soap(Soap.code(call.operation(), "110")));

    assertThat(Setting.failureOf(Setting.start(call, gmc)))
        .isInstanceOf(GmcRejectedException.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"RECOMMEND", "RECOMMEND_V2", "ADD", "REMOVE"})
  void aWriteThatBrokeOffHasAnUnknownOutcome(Call call) {
    setting.http.then(Failure.DROPPED.of(call.operation()));

    assertThat(Setting.failureOf(Setting.start(call, gmc)))
        .isInstanceOf(GmcOutcomeUnknownException.class);
  }

  @ParameterizedTest
  @EnumSource
  void aCallAfterAnIncidentAndARetryHasItsAnswer(Call call) {
    setting.http.then(
        Failure.REFUSED.of(call.operation()),
        RecordingHttpClient.soap(Soap.success(call.operation())));

    CompletableFuture<? extends GmcAnswer> outcome = Setting.start(call, gmc);
    setting.time.advance(Duration.ofMinutes(1));

    assertThat(outcome).isCompleted();
  }

  @ParameterizedTest
  @EnumSource
  void aCallThatIsHeldBackIsToldSo(Call call) {
    setting.http.then(Failure.BLOCK.of(call.operation()));
    Setting.failureOf(Setting.start(call, gmc));

    assertThat(Setting.failureOf(Setting.start(call, gmc)).fromOpenCircuit()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aCancelledCallIsCancelled(Call call) {
    CompletableFuture<? extends GmcAnswer> outcome = Setting.start(call, gmc);

    assertThat(outcome.cancel(true)).isTrue();
    assertThat(outcome).isCancelled();
  }

  @Test
  void theNextSubmissionForTheSameDoctorIsFree() {
    for (int i = 0; i < 3; i++) {
      setting.http.then(RecordingHttpClient.soap(Soap.success(Call.RECOMMEND.operation())));

      assertThat(Setting.start(Call.RECOMMEND, gmc)).isCompleted();
    }
  }
}
