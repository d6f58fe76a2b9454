package uk.nhs.hee.tis.gmc.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.ClosedPort;
import uk.nhs.hee.tis.gmc.client.fixture.Reply;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** A blocking call, which sends on its own thread, fails as the same asynchronous call does. */
@Timeout(120)
class BlockingAndAsynchronousTest {
  private final WireServer server = WireServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  private static GmcClient client(URI endpoint, Duration attemptTimeout) {
    return GmcClient.builder()
        .endpoint(endpoint)
        .credentials(GmcCredentials.of("user", "password"))
        .internalUser("a.admin")
        .attemptTimeout(attemptTimeout)
        .retryPolicy(RetryPolicy.none())
        .circuitBreakerPolicy(CircuitBreakerPolicy.none())
        .clock(Clock.fixed(Clients.NOW, ZoneOffset.UTC))
        .build();
  }

  /** Of two like failures of TLS the JDK may give one as it is and the other in an IOException. */
  private static String words(GmcException failure) {
    return String.valueOf(failure.getMessage()).replaceAll("\\(\\w+Exception\\)", "(exception)");
  }

  /** Whether the JDK asks for the body of a request whose handshake fails is a race inside it. */
  private static List<String> signals(GmcException failure) {
    return failure.evidence().signals().stream()
        .map(
            s -> s.replace("took none of the request's body", "never asked for the request's body"))
        .collect(Collectors.toList());
  }

  /** Returns the blocking call's failure, having compared it with the asynchronous call's. */
  private static GmcException failure(Call call, URI endpoint) {
    return failure(call, endpoint, Duration.ofSeconds(60));
  }

  private static GmcException failure(Call call, URI endpoint, Duration attemptTimeout) {
    try (GmcClient gmc = client(endpoint, attemptTimeout)) {
      GmcException told = catchThrowableOfType(GmcException.class, () -> call.on(gmc));
      CompletionException other =
          catchThrowableOfType(CompletionException.class, () -> Setting.start(call, gmc).join());
      GmcException same = (GmcException) Objects.requireNonNull(other.getCause());

      assertThat(told).hasSameClassAs(same);
      assertThat(words(told)).isEqualTo(words(same));
      assertThat(told.effect()).isEqualTo(same.effect());
      assertThat(signals(told)).isEqualTo(signals(same));
      return told;
    }
  }

  @ParameterizedTest
  @EnumSource
  void bothSayThatNothingWasSentWhereNothingListens(Call call) throws Exception {
    try (ClosedPort port = new ClosedPort()) {
      assertThat(failure(call, port.endpoint()).effect()).isEqualTo(Effect.NOT_SENT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void bothSayThatNothingWasSentWhereNoTlsIsSpoken(Call call) {
    try (WireServer notTls = WireServer.startPretendingTls(Reply.plainText())) {
      assertThat(failure(call, notTls.endpoint()).effect()).isEqualTo(Effect.NOT_SENT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void bothSayThatItMayHaveRunWhereTheServerHangsUp(Call call) {
    server.always(Reply.hangUp());

    assertThat(failure(call, server.endpoint()).effect()).isEqualTo(Effect.MAY_HAVE_RUN);
  }

  @ParameterizedTest
  @EnumSource(names = {"GET_DOCTORS", "ADD"})
  void bothSayThatItMayHaveRunWhereTheServerIsSilent(Call call) {
    // The request must be sent in the attempt's time: that is short for a JVM's first one.
    server.always(Reply.hangUp());
    failure(call, server.endpoint());
    server.always(Reply.silence());
    Duration attemptTimeout = Duration.ofSeconds(2);

    assertThat(failure(call, server.endpoint(), attemptTimeout).effect())
        .isEqualTo(Effect.MAY_HAVE_RUN);
  }

  @ParameterizedTest
  @EnumSource
  void bothSayThatItMayHaveRunWhereTheAnswerBreaksOff(Call call) {
    server.always(
        (connection, closed) -> {
          connection
              .getOutputStream()
              .write(
                  "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 900\r\n\r\n<soap"
                      .getBytes(UTF_8));
          return false;
        });

    assertThat(failure(call, server.endpoint()).effect()).isEqualTo(Effect.MAY_HAVE_RUN);
  }

  @ParameterizedTest
  @EnumSource
  void bothSayThatItMayHaveRunWhereWhatComesIsNoHttp(Call call) {
    server.always(Reply.raw("220 mail ready\r\n"));

    assertThat(failure(call, server.endpoint()).effect()).isEqualTo(Effect.MAY_HAVE_RUN);
  }
}
