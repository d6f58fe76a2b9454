package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.error.GmcTimeoutException;
import uk.nhs.hee.tis.gmc.client.error.GmcUnreachableException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.Causes;
import uk.nhs.hee.tis.gmc.client.fixture.FakeHttpClient;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient;
import uk.nhs.hee.tis.gmc.client.fixture.Reply;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** Failures after the request may have arrived: a write's outcome is unknown then. */
class MayHaveRunTest {
  private static final String END =
      " Who must act: the caller's network team, then the GMC's service team. Time:"
          + " 2027-01-05T00:05:00Z.";

  private final WireServer server = WireServer.start();
  private final GmcClientBuilder builder = Clients.builder(server.endpoint());
  private final Setting setting = new Setting();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void aCallWhoseConnectionIsClosedWithoutAnAnswerMayHaveRun(Call call) {
    server.then(Reply.hangUp());

    GmcException failure = mayHaveRun(call, GmcUnreachableException.class);

    assertThat(failure)
        .hasMessage(
            start(call)
                + "the connection broke before an answer came ("
                + Causes.name(failure)
                + ")."
                + end(call));
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aCallWhoseConnectionIsResetWithoutAnAnswerMayHaveRun(Call call) {
    server.then(Reply.reset());

    GmcException failure = mayHaveRun(call, GmcUnreachableException.class);

    assertThat(failure)
        .hasMessage(
            start(call)
                + "the connection broke before an answer came ("
                + Causes.name(failure)
                + ")."
                + end(call));
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatIsNotHttp(Call call) {
    server.then(Reply.raw("220 mail.example ESMTP\r\n\r\n"));

    GmcException failure = mayHaveRun(call, GmcUnreachableException.class);

    assertThat(failure)
        .hasMessage(start(call) + "what came back is not a valid HTTP answer." + end(call))
        .satisfies(
            it ->
                assertThat(Causes.of(it))
                    .hasMessage("not a valid HTTP answer; what came instead is not repeated here"));
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aReusedConnectionThatBreaksIsNotUsedToSendAgain(Call call) {
    server.then(HttpReply.soap(Soap.success(call.operation())), Reply.hangUp());
    GmcClient gmc = builder.build();
    call.on(gmc);

    GmcException failure = mayHaveRun(call, gmc, GmcUnreachableException.class);

    assertThat(failure.attempts()).isEqualTo(1);
    assertThat(server.requests()).hasSize(2);
    assertThat(server.connections()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aCallWithoutAnAnswerWithinTheAttemptTimeOutMayHaveRun(Call call)
      throws InterruptedException {
    CountDownLatch arrived = new CountDownLatch(1);
    server.then(Reply.silence().afterOpening(arrived));
    GmcClient gmc = builder.scheduler(setting.time.scheduler()).build();
    CompletableFuture<?> outcome = Setting.start(call, gmc);
    arrived.await();

    setting.time.advance(Duration.ofSeconds(60));
    CompletionException ended =
        catchThrowableOfType(CompletionException.class, () -> outcome.join());

    assertThat(mayHaveRun(call, (GmcException) Causes.of(ended), GmcTimeoutException.class))
        .hasMessage(start(call) + "no answer within 60 s." + end(call));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void theDeadlineOfTheCallOrOfTheClientEndsACallWithoutAnAnswer() {
    CallOptions hurry = CallOptions.builder().deadline(Duration.ofMillis(140)).build();
    CompletableFuture<?> ofTheCall =
        Setting.start(Call.GET_DOCTORS, setting.client().build(), hurry);
    setting.time.advance(Duration.ofMillis(140));
    CompletableFuture<?> ofTheClient =
        Setting.start(
            Call.GET_DOCTORS, setting.client().callDeadline(Duration.ofMillis(130)).build());
    setting.time.advance(Duration.ofMillis(130));

    assertThat(Setting.failureOf(ofTheCall))
        .isInstanceOf(GmcTimeoutException.class)
        .hasMessage(
            start(Call.GET_DOCTORS, "127.0.0.1")
                + "no answer within 140 ms."
                + end(Call.GET_DOCTORS));
    assertThat(Setting.failureOf(ofTheClient))
        .isInstanceOf(GmcTimeoutException.class)
        .hasMessage(
            start(Call.GET_DOCTORS, "127.0.0.1")
                + "no answer within 130 ms."
                + end(Call.GET_DOCTORS));
  }

  @ParameterizedTest
  @EnumSource
  void aCallWhoseAnswerStallsBehindItsHeadersMayHaveRun(Call call) {
    GmcException failure =
        stalling(
            call,
            RecordingHttpClient.stalling(
                200, "text/xml", Soap.success(call.operation()).substring(0, 250)));

    GmcException judged = mayHaveRun(call, failure, GmcTimeoutException.class);
    assertThat(judged)
        .hasMessage(start(call, "127.0.0.1") + "no complete answer within 1 ms." + end(call));
    assertThat(judged.evidence().httpStatus()).hasValue(200);
  }

  @Test
  void aPageThatStallsIsJudgedByWhatCameOfIt() {
    GmcException failure =
        stalling(
            Call.GET_DOCTORS, RecordingHttpClient.stalling(200, "text/html", "<html>".repeat(20)));

    assertThat(mayHaveRun(Call.GET_DOCTORS, failure, GmcProtocolException.class))
        .hasMessage(
            "Probably something on the caller's side of the network, such as a proxy, gave no"
                + " usable answer to this GetDoctorsForDB request (HTTP 200 with an HTML page"
                + " instead of SOAP, weak). None of the answer was used. Do not retry: pass the"
                + " evidence on. Who must act: the caller's network team. If you ask the GMC, quote"
                + " the time 2027-01-05T00:05:00Z.");
  }

  /** How a call fails whose answer begins like this, and does not go on in time. */
  private GmcException stalling(Call call, RecordingHttpClient.Answer beginning) {
    Duration attemptTimeout = Duration.ofMillis(1);
    setting.http.always(beginning);
    CompletableFuture<?> outcome =
        Setting.start(call, setting.client().attemptTimeout(attemptTimeout).build());
    setting.time.advance(attemptTimeout);
    return Setting.failureOf(outcome);
  }

  @ParameterizedTest
  @EnumSource(names = {"GET_DOCTORS", "ADD"})
  void anHttpClientThatForgetsItsTimeOutDoesNotHoldTheCall(Call call) {
    builder.httpClient(FakeHttpClient.neverAnswering()).attemptTimeout(Duration.ofMillis(1));

    GmcException failure = mayHaveRun(call, GmcTimeoutException.class);

    assertThat(failure).hasMessage(start(call) + "no answer within 1 ms." + end(call));
  }

  @ParameterizedTest
  @EnumSource
  void aCallWhoseAnswerIsResetPartWayMayHaveRun(Call call) {
    server.then(HttpReply.soap(Soap.success(call.operation())).cutAt(250).thenReset());

    GmcException failure = mayHaveRun(call, GmcProtocolException.class);

    assertThat(((GmcProtocolException) failure).kind())
        .isEqualTo(GmcProtocolException.Kind.TRUNCATED);
    assertThat(failure)
        .hasMessage(start(call) + "the answer broke off part-way through." + end(call));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "301 Moved Permanently",
        "302 Found",
        "303 See Other",
        "307 Temporary Redirect",
        "308 Permanent Redirect"
      })
  void aRedirectIsNotFollowed(String status) {
    try (WireServer elsewhere = WireServer.start()) {
      HttpReply redirect =
          HttpReply.of(status, "text/html", "<html>Moved</html>")
              .header("Location: " + elsewhere.endpoint());
      for (Call call : List.of(Call.GET_DOCTORS, Call.RECOMMEND_V2)) {
        server.then(redirect);

        GmcException failure =
            catchThrowableOfType(GmcException.class, () -> call.on(builder.build()));

        assertThat(failure.evidence().httpStatus())
            .hasValue(Integer.parseInt(status.substring(0, 3)));
      }
      assertThat(elsewhere.connections()).isZero();
    }
  }

  private GmcException mayHaveRun(Call call, Class<? extends GmcException> type) {
    return mayHaveRun(call, builder.build(), type);
  }

  /** Returns the failure itself, having taken it out of the unknown outcome of a write. */
  private static GmcException mayHaveRun(
      Call call, GmcClient gmc, Class<? extends GmcException> type) {
    return mayHaveRun(call, catchThrowableOfType(GmcException.class, () -> call.on(gmc)), type);
  }

  private static GmcException mayHaveRun(
      Call call, GmcException failure, Class<? extends GmcException> type) {
    assertThat(failure).as("failure").isNotNull();
    assertThat(failure.effect()).isEqualTo(Effect.MAY_HAVE_RUN);
    if (call.operation().isRead()) {
      assertThat(failure).isInstanceOf(type);
      return failure;
    }
    assertThat(failure)
        .isInstanceOf(GmcOutcomeUnknownException.class)
        .hasMessageStartingWith(call.operation().operationName() + " may have been carried out;")
        .hasMessageEndingWith(" The failure: " + Causes.of(failure).getMessage());
    assertThat(Causes.of(failure)).isInstanceOf(type);
    return (GmcException) Causes.of(failure);
  }

  private static String start(Call call) {
    return start(call, "localhost");
  }

  private static String start(Call call, String host) {
    return call.operation().operationName() + " got no usable answer from " + host + ": ";
  }

  private static String end(Call call) {
    return " The request may have reached the GMC. " + advice(call) + END;
  }

  private static String advice(Call call) {
    switch (call) {
      case ADD:
        return "Retry it to find out: return code 100 means that the doctor is connected.";
      case REMOVE:
        return "Retry it to find out: return code 140 means that the doctor is no longer"
            + " connected.";
      case RECOMMEND:
      case RECOMMEND_V2:
        return "Do not submit it again: look the doctor up in GMC Connect, or ask the GMC; if it"
            + " arrived,"
            + " a second one would be refused with return code 91, which does not say whose"
            + " recommendation is open.";
      default:
        return "Try again later; if it persists, pass the evidence on.";
    }
  }
}
