package uk.nhs.hee.tis.gmc.client.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Path;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.nhs.hee.tis.gmc.client.diagnose.LayerResult.Status;
import uk.nhs.hee.tis.gmc.client.fixture.Keys;
import uk.nhs.hee.tis.gmc.client.fixture.Reply;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** Real handshakes with certificates of every kind. */
class TlsLayerTest {
  private static final String CALLER_NETWORK =
      "; who must act: the caller, then the caller's network team.";
  private static final String NETWORK_GMC =
      "; who must act: the caller's network team, then the GMC's service team.";

  @TempDir Path directory;

  @Test
  void aCertificateThatNobodyTrusts() throws Exception {
    try (WireServer server = WireServer.startTls(Keys.issued().listen())) {
      DiagnosisReport report = Diagnoses.of(server.endpoint()).build().run();

      assertThat(report.conclusion())
          .isEqualTo(
              "The failing layer is TLS: the certificate of localhost is not trusted: it"
                  + " is issued by CN=Trust Web Gateway CA,O=Some NHS Trust, which no authority"
                  + " in this client's trust store vouches for"
                  + NETWORK_GMC);
      assertThat(report.layer(Layer.TLS).orElseThrow().facts())
          .containsEntry("issuer", "CN=Trust Web Gateway CA,O=Some NHS Trust")
          .containsEntry("names", "localhost")
          .containsKeys("valid from", "valid until");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void anInspectionProxyWhoseAuthorityIsTrusted() throws Exception {
    try (WireServer server = WireServer.startTls(Keys.issued().listen())) {
      server.then(Diagnoses.description(), Diagnoses.list());
      DiagnosisReport report =
          Diagnoses.of(server.endpoint(), trusting(Keys.issued())).build().run();

      assertThat(report.conclusion())
          .isEqualTo(
              "No layer fails: GMC Connect answers, but there is a warning about TLS: the"
                  + " certificate of localhost is issued by CN=Trust Web Gateway CA,O=Some NHS"
                  + " Trust, not a public authority known to this Java: an inspection proxy on"
                  + " the caller's side may read and change the traffic; who must act: the"
                  + " caller's network team.");
    }
  }

  @Test
  void anInspectionProxyWhoseAuthorityWasImportedIntoTheJdk() throws Exception {
    Keys keys = Keys.selfSigned("CN=Zscaler Intermediate Root CA,O=Zscaler Inc.", "localhost");
    try (WireServer server = WireServer.startTls(keys.listen())) {
      server.then(Diagnoses.description(), Diagnoses.list());
      DiagnosisReport report =
          Diagnoses.of(server.endpoint(), trusting(keys))
              .publicAuthorities(new PublicAuthorities(keys.issuerAsAuthority(directory)))
              .build()
              .run();

      assertThat(Diagnoses.finding(report, Layer.TLS))
          .isEqualTo(
              "the certificate of localhost is issued by CN=Zscaler Intermediate Root"
                  + " CA,O=Zscaler Inc., a name used by traffic inspection products: an inspection"
                  + " proxy on the caller's side may read and change the traffic");
    }
  }

  @Test
  void allWellWithAPublicAuthority() throws Exception {
    try (WireServer server = WireServer.startTls(Keys.issued().listen())) {
      server.then(Diagnoses.description(), Diagnoses.list());
      DiagnosisReport report =
          Diagnoses.of(server.endpoint(), trusting(Keys.issued()))
              .publicAuthorities(new PublicAuthorities(Keys.issued().issuerAsAuthority(directory)))
              .build()
              .run();

      assertThat(report.conclusion())
          .isEqualTo("No layer fails: GMC Connect answers, and nobody must act.");
      LayerResult tls = report.layer(Layer.TLS).orElseThrow();
      assertThat(tls.status()).isEqualTo(Status.PASSED);
      assertThat(tls.finding())
          .matches(
              "TLSv1\\.[23], certificate of localhost issued by CN=Trust Web Gateway"
                  + " CA,O=Some NHS Trust, valid until 20.*Z");
      assertThat(tls.facts()).containsKey("protocol");
    }
  }

  @Test
  void anExpiredCertificate() throws Exception {
    Keys keys =
        Keys.selfSigned("CN=localhost", "localhost", "-startdate", "-30d", "-validity", "10");
    try (WireServer server = WireServer.startTls(keys.listen())) {
      DiagnosisReport report = Diagnoses.of(server.endpoint()).build().run();

      assertThat(report.conclusion())
          .matches(
              "The failing layer is TLS: the certificate of localhost expired at 20\\S+Z\\Q"
                  + NETWORK_GMC
                  + "\\E");
    }
  }

  @Test
  void aCertificateForAnotherHost() throws Exception {
    Keys keys = Keys.selfSigned("CN=other.example", "other.example");
    try (WireServer server = WireServer.startTls(keys.listen())) {
      DiagnosisReport report = Diagnoses.of(server.endpoint(), trusting(keys)).build().run();

      assertThat(report.conclusion())
          .isEqualTo(
              "The failing layer is TLS: the certificate of localhost is for another host"
                  + " (other.example)"
                  + NETWORK_GMC);
    }
  }

  @Test
  void aServerThatSpeaksPlainText() {
    try (WireServer server = WireServer.startPretendingTls(Reply.plainText())) {
      DiagnosisReport report = Diagnoses.of(server.endpoint()).build().run();

      assertThat(report.conclusion())
          .isEqualTo(
              "The failing layer is TLS: no handshake with localhost: the server does not"
                  + " speak TLS on this port; check the endpoint's scheme and port"
                  + CALLER_NETWORK);
    }
  }

  @Test
  void aServerThatWantsAClientCertificateUnderTls13() throws Exception {
    SSLServerSocket listener = (SSLServerSocket) Keys.issued().listen();
    listener.setNeedClientAuth(true);
    listener.setEnabledProtocols(new String[] {"TLSv1.3"});
    try (WireServer server = WireServer.startTls(listener)) {
      DiagnosisReport report =
          Diagnoses.of(server.endpoint(), trusting(Keys.issued())).build().run();

      assertThat(report.conclusion())
          .isEqualTo(
              "The failing layer is TLS: no handshake with localhost: the server requires"
                  + " a client certificate"
                  + CALLER_NETWORK);
    }
  }

  @Test
  void aServerWithoutATlsVersionInCommon() {
    Reply refusal =
        (connection, serverClosed) -> {
          connection.getInputStream().read(new byte[100_000]);
          connection.getOutputStream().write(new byte[] {21, 3, 3, 0, 2, 2, 70});
          return Reply.silence().on(connection, serverClosed);
        };
    try (WireServer server = WireServer.startPretendingTls(refusal)) {
      assertThat(Diagnoses.of(server.endpoint()).build().run().conclusion())
          .isEqualTo(
              "The failing layer is TLS: no handshake with localhost: the server and this"
                  + " JVM have no TLS version in common"
                  + NETWORK_GMC);
    }
  }

  private static HttpClient trusting(Keys keys) throws Exception {
    return HttpClient.newBuilder().sslContext(keys.trusted()).build();
  }
}
