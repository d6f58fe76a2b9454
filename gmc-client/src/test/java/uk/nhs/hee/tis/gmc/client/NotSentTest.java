package uk.nhs.hee.tis.gmc.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcTimeoutException;
import uk.nhs.hee.tis.gmc.client.error.GmcUnreachableException;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.Causes;
import uk.nhs.hee.tis.gmc.client.fixture.FakeHttpClient;
import uk.nhs.hee.tis.gmc.client.fixture.Reply;
import uk.nhs.hee.tis.gmc.client.fixture.SelfSigned;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** Failures before a byte of the request left: also a write certainly did not run. */
class NotSentTest {

  @ParameterizedTest
  @EnumSource
  void anUnknownHost(Call call) {
    GmcUnreachableException failure =
        notSent(call, Clients.builder(URI.create("https://gmc-connect.invalid/service")));

    assertThat(failure)
        .isExactlyInstanceOf(GmcUnreachableException.class)
        .hasMessage(message(call, "gmc-connect.invalid", "the host name did not resolve"));
    assertThat(failure.evidence().resolvedAddresses()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedConnection(Call call) throws Exception {
    URI endpoint;
    try (ServerSocket closedSoon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      endpoint = URI.create("http://localhost:" + closedSoon.getLocalPort() + "/");
    }

    GmcUnreachableException failure = notSent(call, Clients.builder(endpoint));

    assertThat(failure)
        .isExactlyInstanceOf(GmcUnreachableException.class)
        .hasMessage(message(call, "localhost", "the connection was refused"));
    assertThat(failure.evidence().resolvedAddresses()).contains("127.0.0.1");
    assertThat(failure.evidence().signals()).containsExactly("no connection could be opened");
  }

  @ParameterizedTest
  @EnumSource
  void connectingThatTakesTooLong(Call call) {
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
                + " (HttpConnectTimeoutException). Nothing was sent. Who must act: the caller's"
                + " network team, then the GMC. Time: 2027-01-05T00:05:00Z.");
  }

  @ParameterizedTest
  @EnumSource(names = {"GET_DOCTORS", "RECOMMEND_V2"})
  void aCertificateThatNobodyTrusts(Call call, @TempDir Path directory) throws Exception {
    try (WireServer server = WireServer.startTls(SelfSigned.listen(directory))) {
      GmcUnreachableException failure = notSent(call, Clients.builder(server.endpoint()));

      assertThat(failure).hasMessage(tls(call, "SSLHandshakeException"));
      assertThat(server.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GET_DOCTORS", "RECOMMEND_V2"})
  void aServerThatHangsUpInsteadOfATlsHandshake(Call call) {
    // It reads what the client says first; otherwise the system would send a reset, which tells
    // nothing.
    Reply hangUp =
        (connection, serverClosed) ->
            connection.getInputStream().read(new byte[100_000]) > 0
                && Reply.hangUp().on(connection, serverClosed);
    try (WireServer server = WireServer.startPretendingTls(hangUp)) {
      GmcUnreachableException failure = notSent(call, Clients.builder(server.endpoint()));

      assertThat(failure).hasMessage(tls(call, Causes.name(failure)));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GET_DOCTORS", "RECOMMEND_V2"})
  void aServerThatSpeaksPlainTextInsteadOfTls(Call call) {
    Reply plainText =
        (connection, serverClosed) -> {
          connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
          serverClosed.await();
          return false;
        };
    try (WireServer server = WireServer.startPretendingTls(plainText)) {
      GmcUnreachableException failure = notSent(call, Clients.builder(server.endpoint()));

      assertThat(failure).hasMessage(tls(call, Causes.name(failure)));
    }
  }

  private static String tls(Call call, String exception) {
    return call.operation().operationName()
        + " got no usable answer from localhost: TLS failed ("
        + exception
        + "). Nothing was sent. Who must act: the caller's network team, then the GMC. Time:"
        + " 2027-01-05T00:05:00Z.";
  }

  private static String message(Call call, String host, String finding) {
    return call.operation().operationName()
        + " got no usable answer from "
        + host
        + ": "
        + finding
        + " (ConnectException). Nothing was sent. Who must act: the caller's network team, then the"
        + " GMC. Time: 2027-01-05T00:05:00Z.";
  }

  private static GmcUnreachableException notSent(Call call, GmcClientBuilder builder) {
    GmcUnreachableException failure =
        catchThrowableOfType(GmcUnreachableException.class, () -> call.on(builder.build()));
    assertThat(failure).as("failure").isNotNull();
    assertThat(failure.effect()).isEqualTo(Effect.NOT_SENT);
    assertThat(failure.source()).isEqualTo(Source.NETWORK);
    assertThat(failure.retryable()).isTrue();
    assertThat(failure.attempts()).isEqualTo(1);
    return failure;
  }
}
