package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcTimeoutException;
import uk.nhs.hee.tis.gmc.client.error.GmcUnreachableException;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.Causes;
import uk.nhs.hee.tis.gmc.client.fixture.ClosedPort;
import uk.nhs.hee.tis.gmc.client.fixture.FakeHttpClient;
import uk.nhs.hee.tis.gmc.client.fixture.Keys;
import uk.nhs.hee.tis.gmc.client.fixture.Reply;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** Failures before a byte of the request left: also a write certainly did not run. */
class NotSentTest {
  private static final String LATER = "Try again later; if it persists, pass the evidence on.";
  private static final String NETWORK_GMC =
      " Who must act: the caller's network team, then the GMC's service team.";
  private static final String DO_NOT = "Do not retry: pass the evidence on.";

  @ParameterizedTest
  @EnumSource
  void anUnknownHostMeansThatNothingWasSent(Call call) {
    GmcUnreachableException failure =
        notSent(call, Clients.builder(URI.create("https://gmc-connect.invalid/service")));

    assertThat(failure)
        .isExactlyInstanceOf(GmcUnreachableException.class)
        .hasMessage(message(call, "gmc-connect.invalid", "the host name did not resolve"));
    assertThat(failure.evidence().resolvedAddresses()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedConnectionMeansThatNothingWasSent(Call call) throws Exception {
    try (ClosedPort port = new ClosedPort()) {
      GmcUnreachableException failure = notSent(call, Clients.builder(port.endpoint()));

      assertThat(failure)
          .isExactlyInstanceOf(GmcUnreachableException.class)
          .hasMessage(message(call, "localhost", "the connection was refused"));
      assertThat(failure.evidence().resolvedAddresses()).contains("127.0.0.1");
      assertThat(failure.evidence().signals())
          .containsExactly("the HTTP client never asked for the request's body");
    }
  }

  @ParameterizedTest
  @EnumSource
  void connectingThatTakesTooLongMeansThatNothingWasSent(Call call) {
    GmcUnreachableException failure =
        notSent(
            call,
            Clients.builder(URI.create("http://localhost/"))
                .httpClient(
                    FakeHttpClient.failing(
                        new HttpConnectTimeoutException("HTTP connect timed out"))));

    assertThat(failure)
        .isExactlyInstanceOf(GmcTimeoutException.class)
        .hasMessage(
            call.operation().operationName()
                + " got no usable answer from localhost: no connection in time"
                + " (HttpConnectTimeoutException). Nothing was sent. Try again later; if it"
                + " persists, pass the evidence on. Who must act: the caller's network team,"
                + " then"
                + " the GMC's service team. Time: 2027-01-05T00:05:00Z.");
  }

  @ParameterizedTest
  @EnumSource(names = {"GET_DOCTORS", "RECOMMEND_V2"})
  void aCertificateThatNobodyTrustsMeansThatNothingWasSent(Call call) throws Exception {
    try (WireServer server = WireServer.startTls(Keys.issued().listen())) {
      GmcUnreachableException failure = notSent(call, Clients.builder(server.endpoint()), false);

      assertThat(failure)
          .hasMessage(
              tls(
                  call,
                  ": the server's certificate is not issued by an authority that this JVM trusts",
                  "SSLHandshakeException",
                  DO_NOT + NETWORK_GMC));
      assertThat(server.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GET_DOCTORS", "RECOMMEND_V2"})
  void aServerThatHangsUpInsteadOfATlsHandshakeWasSentNothing(Call call) {
    // It reads what the client says first; otherwise the system would send a reset, which tells
    // nothing.
    Reply hangUp =
        (connection, serverClosed) ->
            connection.getInputStream().read(new byte[100_000]) > 0
                && Reply.hangUp().on(connection, serverClosed);
    try (WireServer server = WireServer.startPretendingTls(hangUp)) {
      GmcUnreachableException failure = notSent(call, Clients.builder(server.endpoint()));

      assertThat(failure).hasMessage(tls(call, "", Causes.name(failure), LATER + NETWORK_GMC));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GET_DOCTORS", "RECOMMEND_V2"})
  void aServerThatSpeaksPlainTextInsteadOfTlsWasSentNothing(Call call) {
    try (WireServer server = WireServer.startPretendingTls(Reply.plainText())) {
      GmcUnreachableException failure = notSent(call, Clients.builder(server.endpoint()), false);

      assertThat(failure)
          .hasMessage(
              tls(
                  call,
                  ": the server does not speak TLS on this port; check the endpoint's scheme and"
                      + " port",
                  Causes.name(failure),
                  DO_NOT + " Who must act: the caller, then the caller's network team."));
    }
  }

  /**
   * In some of a thousand calls the plain text is here before the JDK has begun the handshake, and
   * it asks for the body though it can no longer send it.
   */
  @Test
  void aServerThatSpeaksPlainTextWasSentNothingWheneverItsTextArrives() {
    try (WireServer server = WireServer.startPretendingTls(Reply.plainText())) {
      GmcClient gmc = Clients.builder(server.endpoint()).build();
      for (int i = 0; i < 500; i++) {
        assertThatThrownBy(() -> Call.RECOMMEND_V2.on(gmc))
            .isExactlyInstanceOf(GmcUnreachableException.class)
            .extracting(failure -> ((GmcException) failure).effect())
            .isEqualTo(Effect.NOT_SENT);
      }
    }
  }

  private static String tls(Call call, String reason, String exception, String advice) {
    return call.operation().operationName()
        + " got no usable answer from localhost: TLS failed"
        + reason
        + " ("
        + exception
        + "). Nothing was sent. "
        + advice
        + " Time: 2027-01-05T00:05:00Z.";
  }

  private static String message(Call call, String host, String finding) {
    return call.operation().operationName()
        + " got no usable answer from "
        + host
        + ": "
        + finding
        + " (ConnectException). Nothing was sent. Try again later; if it persists, pass the"
        + " evidence on. Who must act: the caller's network team, then the GMC's service team."
        + " Time: 2027-01-05T00:05:00Z.";
  }

  private static GmcUnreachableException notSent(Call call, GmcClientBuilder builder) {
    return notSent(call, builder, true);
  }

  private static GmcUnreachableException notSent(
      Call call, GmcClientBuilder builder, boolean retryable) {
    GmcUnreachableException failure =
        catchThrowableOfType(GmcUnreachableException.class, () -> call.on(builder.build()));
    assertThat(failure).as("failure").isNotNull();
    assertThat(failure.effect()).isEqualTo(Effect.NOT_SENT);
    assertThat(failure.source()).isEqualTo(Source.NETWORK);
    assertThat(failure.retryable()).isEqualTo(retryable);
    assertThat(failure.attempts()).isEqualTo(1);
    return failure;
  }
}
