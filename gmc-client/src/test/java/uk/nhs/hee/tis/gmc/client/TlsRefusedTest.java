package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcUnreachableException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.Keys;
import uk.nhs.hee.tis.gmc.client.fixture.Reply;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** Why TLS failed, and what the server's certificate says, as far as the JDK tells. */
@Timeout(120)
class TlsRefusedTest {
  private static GmcException failure(Call call, WireServer server, GmcClientBuilder builder) {
    GmcClient gmc =
        builder
            .endpoint(server.endpoint())
            .credentials(GmcCredentials.of(Clients.USERNAME, Clients.PASSWORD))
            .identity(Clients.identity())
            .internalUser("a.admin")
            .clock(Clock.fixed(Clients.NOW, ZoneOffset.UTC))
            .random(() -> 0)
            .build();
    try (gmc) {
      return catchThrowableOfType(GmcException.class, () -> call.on(gmc));
    }
  }

  /** What the finding says before the exception's class; the dates are those of this minute. */
  private static String reason(GmcException failure) {
    return failure
        .evidence()
        .finding()
        .replaceAll(" \\(\\w+\\)$", "")
        .replaceAll("valid from \\S+Z until \\S+Z", "valid from … until …");
  }

  private static GmcClientBuilder trusting(SSLContext context) {
    return GmcClient.builder().httpClient(HttpClient.newBuilder().sslContext(context).build());
  }

  @ParameterizedTest
  @EnumSource(names = {"GET_DOCTORS", "RECOMMEND_V2"})
  void theIssuerThatThisJvmDoesNotTrustIsNamedAfterOneConnection(Call call) throws Exception {
    Keys keys = Keys.issued();
    try (WireServer server = WireServer.startTls(keys.listen())) {
      GmcException failure = failure(call, server, GmcClient.builder());

      assertThat(failure).isExactlyInstanceOf(GmcUnreachableException.class);
      assertThat(reason(failure))
          .isEqualTo(
              "TLS failed: the server's certificate is not issued by an authority that this JVM"
                  + " trusts; it is for localhost, issued by CN=Trust Web Gateway CA,O=Some NHS"
                  + " Trust, valid from … until …");
      assertThat(failure.effect()).isEqualTo(Effect.NOT_SENT);
      assertThat(failure.retryable()).isFalse();
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aCertificateThatHasExpiredIsDatedThoughTheHttpClientIsTheCallers() throws Exception {
    Keys keys = Keys.issuedBy("CN=Long Ago", "-startdate", "-100d", "-validity", "30");
    try (WireServer server = WireServer.startTls(keys.listen())) {
      GmcException failure = failure(Call.RECOMMEND_V2, server, trusting(keys.trusted()));

      assertThat(reason(failure))
          .isEqualTo(
              "TLS failed: the server's certificate has expired; it is for localhost, issued by"
                  + " CN=Long Ago, valid from … until …");
      assertThat(failure.retryable()).isFalse();
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aCertificateForAnotherNameIsNotAskedForAgain() throws Exception {
    Keys keys = Keys.selfSigned("CN=other", "other.example.org");
    try (WireServer server = WireServer.startTls(keys.listen())) {
      GmcException failure = failure(Call.GET_DOCTORS, server, trusting(keys.trusted()));

      assertThat(reason(failure))
          .isEqualTo("TLS failed: the server's certificate is for another host name");
      assertThat(failure.retryable()).isFalse();
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aClientCertificateThatIsWantedUnderTls13IsNamed() throws Exception {
    Keys keys = Keys.issued();
    ServerSocket listener = keys.listen();
    ((SSLServerSocket) listener).setNeedClientAuth(true);
    ((SSLServerSocket) listener).setEnabledProtocols(new String[] {"TLSv1.3"});
    try (WireServer server = WireServer.startTls(listener)) {
      GmcException failure = failure(Call.GET_DOCTORS, server, trusting(keys.trusted()));

      assertThat(failure.evidence().finding()).contains("the server requires a client certificate");
      assertThat(failure.retryable()).isFalse();
      assertThat(failure.attempts()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "40 | the server refused the handshake: it requires a client certificate, or has no cipher"
            + " suite in common with this JVM, or does not serve this host name",
        "48 | the server refused this client's certificate",
        "70 | the server and this JVM have no TLS version in common",
        "112 | the server does not serve this host name",
        "116 | the server requires a client certificate"
      })
  void anAlertThatTheServerSendsIsExplainedAndNotAskedForAgain(int alert, String reason) {
    Reply refusal =
        (connection, serverClosed) -> {
          connection.getInputStream().read(new byte[100_000]);
          connection.getOutputStream().write(new byte[] {21, 3, 3, 0, 2, 2, (byte) alert});
          return Reply.silence().on(connection, serverClosed);
        };
    try (WireServer server = WireServer.startPretendingTls(refusal)) {
      GmcException failure = failure(Call.RECOMMEND_V2, server, GmcClient.builder());

      assertThat(reason(failure)).isEqualTo("TLS failed: " + reason);
      assertThat(failure.effect()).isEqualTo(Effect.NOT_SENT);
      assertThat(failure.retryable()).isFalse();
      assertThat(server.connections()).isEqualTo(1);
    }
  }
}
