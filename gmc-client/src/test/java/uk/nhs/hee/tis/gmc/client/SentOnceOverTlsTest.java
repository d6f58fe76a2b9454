package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.http.HttpClient;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.Keys;
import uk.nhs.hee.tis.gmc.client.fixture.Reply;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** A TLS failure behind a request proves nothing: IIS, for one, asks for a certificate late. */
class SentOnceOverTlsTest {

  @Test
  void aServerThatAsksForAClientCertificateAfterTheRequestGetsItOnce() throws Exception {
    Keys keys = Keys.issued();
    SSLServerSocket listener = (SSLServerSocket) keys.listen();
    // The last version in which a handshake can be repeated.
    listener.setEnabledProtocols(new String[] {"TLSv1.2"});
    Reply renegotiation =
        (connection, serverClosed) -> {
          SSLSocket socket = (SSLSocket) connection;
          socket.setNeedClientAuth(true);
          socket.startHandshake();
          // Only reading carries the second handshake on, to the alert that ends it.
          return socket.getInputStream().read() > 0;
        };
    try (WireServer server = WireServer.startTls(listener).always(renegotiation)) {
      GmcClient gmc =
          Clients.builder(server.endpoint())
              .httpClient(HttpClient.newBuilder().sslContext(keys.trusted()).build())
              .retryPolicy(RetryPolicy.defaults())
              .build();

      GmcOutcomeUnknownException failure =
          catchThrowableOfType(GmcOutcomeUnknownException.class, () -> Call.RECOMMEND_V2.on(gmc));

      assertThat(failure).as("failure").isNotNull();
      assertThat(failure.effect()).isEqualTo(Effect.MAY_HAVE_RUN);
      assertThat(failure.evidence().signals())
          .containsExactly("the HTTP client had taken the request's body");
      assertThat(failure.attempts()).isEqualTo(1);
      assertThat(server.requests()).hasSize(1);
    }
  }
}
