package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.soap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.Rows;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** What a listener is told, in which order, and what becomes of one that throws. */
@SuppressWarnings("FutureReturnValueIgnored") // The client without threads has done it all.
class ListenerTest {
  private final Setting setting = new Setting();
  private final List<String> events = new ArrayList<>();
  private final GmcListener recording =
      listener(
          (method, arguments) ->
              events.add(
                  method
                      + Arrays.stream(arguments)
                          .map(ListenerTest::text)
                          .collect(Collectors.joining())));
  private final Logger logger = (Logger) LoggerFactory.getLogger("uk.nhs.hee.tis.gmc.client");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  private interface Event {
    void on(String method, Object[] arguments);
  }

  private static GmcListener listener(Event event) {
    return (GmcListener)
        Proxy.newProxyInstance(
            GmcListener.class.getClassLoader(),
            new Class<?>[] {GmcListener.class},
            (proxy, method, arguments) -> {
              event.on(method.getName(), arguments == null ? new Object[0] : arguments);
              return null;
            });
  }

  private static String text(Object argument) {
    if (argument instanceof GmcAttempt) {
      GmcAttempt attempt = (GmcAttempt) argument;
      return " "
          + attempt.number()
          + " "
          + attempt.duration()
          + attempt.failure().map(ListenerTest::text).orElse("");
    }
    return argument instanceof RuntimeException
        ? " " + argument.getClass().getSimpleName()
        : argument instanceof Duration || argument instanceof Integer ? " " + argument : "";
  }

  @BeforeEach
  void capture() {
    logger.setLevel(Level.WARN);
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void release() {
    logger.detachAppender(log);
    logger.setLevel(null);
  }

  private GmcClientBuilder client(GmcListener listener) {
    return setting
        .client()
        .retryPolicy(RetryPolicy.builder().maxAttempts(2).build())
        .circuitBreakerPolicy(CircuitBreakerPolicy.defaults())
        .listener(listener);
  }

  @Test
  void successIsStartedAndSucceeded() {
    setting.http.always(soap(Soap.success(GmcOperation.TRY_ADD_DOCTOR)));

    Setting.start(Call.ADD, client(recording).build());

    assertThat(events)
        .containsExactly("callStarted", "attemptStarted 1", "attemptEnded 1 PT0S", "callSucceeded");
  }

  @Test
  void processThatCanStartNoThreadTellsOnTheCalls() {
    setting.http.always(soap(Soap.success(GmcOperation.TRY_RECOMMENDATION_V2)));
    GmcClient gmc =
        client(recording)
            .teller(
                telling -> {
                  throw new OutOfMemoryError("unable to create native thread");
                })
            .build();

    Setting.start(Call.RECOMMEND_V2, gmc).join();
    Setting.start(Call.RECOMMEND_V2, gmc).join();

    List<String> each =
        List.of("callStarted", "attemptStarted 1", "attemptEnded 1 PT0S", "callSucceeded");
    assertThat(events)
        .containsExactlyElementsOf(
            Stream.concat(each.stream(), each.stream()).collect(Collectors.toList()));
  }

  @Test
  void attemptThatIsGivenUpEndsBeforeItsCallAndTakesAsLongAsItTook() {
    var outcome = Setting.start(Call.ADD, client(recording).build());
    setting.time.advance(Duration.ofSeconds(3));

    outcome.cancel(true);

    assertThat(events)
        .containsExactly(
            "callStarted",
            "attemptStarted 1",
            "attemptEnded 1 PT3S GmcCancelledException",
            "callFailed GmcOutcomeUnknownException");
  }

  @Test
  void callThatIsGivenUpBetweenAttemptsEndsNoAttemptTwice() {
    setting.random = 0.5;
    setting.http.then(Failure.REFUSED.of(GmcOperation.TRY_ADD_DOCTOR));
    var outcome = Setting.start(Call.ADD, client(recording).build());

    outcome.cancel(true);

    assertThat(events)
        .containsExactly(
            "callStarted",
            "attemptStarted 1",
            "attemptEnded 1 PT0S GmcUnreachableException",
            "retryScheduled GmcUnreachableException PT0.25S",
            "callFailed GmcCancelledException");
  }

  @Test
  void attemptWhoseSinkFailsEndsWithItsCall() {
    setting.http.always(soap(Soap.list(Rows.rows(1))));

    client(recording)
        .build()
        .async()
        .getDoctorsForDb(
            Call.BODY,
            () -> {
              throw new IllegalStateException("the disk is full");
            });

    assertThat(events)
        .containsExactly(
            "callStarted",
            "attemptStarted 1",
            "attemptEnded 1 PT0S GmcCancelledException",
            "callAborted PT0S IllegalStateException");
  }

  @Test
  void repeatTellsTheFailureAndTheWait() {
    setting.random = 0.5;
    setting.http.then(
        Failure.REFUSED.of(GmcOperation.TRY_ADD_DOCTOR),
        soap(Soap.success(GmcOperation.TRY_ADD_DOCTOR)));

    Setting.start(Call.ADD, client(recording).build());
    setting.time.advance(Duration.ofSeconds(1));

    assertThat(events)
        .containsExactly(
            "callStarted",
            "attemptStarted 1",
            "attemptEnded 1 PT0S GmcUnreachableException",
            "retryScheduled GmcUnreachableException PT0.25S",
            "attemptStarted 2",
            "attemptEnded 2 PT0S",
            "callSucceeded");
  }

  @Test
  void failureEndsInTheExceptionThatTheCallerGets() {
    setting.http.always(Failure.DROPPED.of(GmcOperation.TRY_ADD_DOCTOR));

    Setting.start(Call.ADD, client(recording).build());

    assertThat(events)
        .containsExactly(
            "callStarted",
            "attemptStarted 1",
            "attemptEnded 1 PT0S GmcUnreachableException",
            "callFailed GmcOutcomeUnknownException");
  }

  @Test
  void blockOpensTheCircuitAndShowsInTheAvailabilityBeforeTheCallFails() {
    setting.http.always(Failure.BLOCK.of(GmcOperation.GET_DOCTORS_FOR_DB));
    GmcClient gmc = client(recording).build();

    Setting.start(Call.GET_DOCTORS, gmc);
    Setting.start(Call.GET_DOCTORS, gmc);

    assertThat(events)
        .containsExactly(
            "callStarted",
            "attemptStarted 1",
            "attemptEnded 1 PT0S GmcBlockedException",
            "circuitOpened GmcBlockedException",
            "availabilityChanged",
            "callFailed GmcBlockedException",
            "callStarted",
            "callFailed GmcBlockedException");
  }

  @Test
  void callThatCannotBeSentIsNoEvent() {
    GmcClient gmc =
        client(recording)
            .credentials(
                () -> {
                  throw new IllegalStateException("no vault");
                })
            .build();

    assertThatThrownBy(() -> gmc.tryAddDoctor(Call.add()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no vault");
    assertThat(events).isEmpty();
  }

  static List<Throwable> whatListenersThrow() {
    return List.of(
        new IllegalStateException("mine"),
        new AssertionError("mine"),
        new StackOverflowError("mine"),
        new NoClassDefFoundError("mine"));
  }

  @ParameterizedTest
  @MethodSource("whatListenersThrow")
  void listenerThatThrowsHarmsNobodyAndIsLoggedOncePerEvent(Throwable thrown) {
    setting.http.then(
        Failure.REFUSED.of(GmcOperation.TRY_ADD_DOCTOR),
        soap(Soap.success(GmcOperation.TRY_ADD_DOCTOR)));
    GmcListener throwing =
        listener(
            (method, arguments) -> {
              ListenerTest.<RuntimeException>sneak(thrown);
            });
    GmcClient gmc = client(throwing).listener(recording).build();

    var outcome = Setting.start(Call.ADD, gmc);
    setting.time.advance(Duration.ofSeconds(1));

    assertThat(outcome).isCompleted();
    assertThat(events).hasSize(7);
    assertThat(log.list)
        .filteredOn(event -> event.getFormattedMessage().startsWith("A GmcListener"))
        .hasSize(7)
        .allMatch(event -> event.getLevel() == Level.WARN)
        .allMatch(event -> event.getThrowableProxy() != null);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> void sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
