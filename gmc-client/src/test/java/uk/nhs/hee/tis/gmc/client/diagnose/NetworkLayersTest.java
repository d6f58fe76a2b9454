package uk.nhs.hee.tis.gmc.client.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.diagnose.LayerResult.Status;
import uk.nhs.hee.tis.gmc.client.fixture.ClosedPort;
import uk.nhs.hee.tis.gmc.client.fixture.Reply;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** Names and connections: whatever fails there, nothing was sent. */
class NetworkLayersTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  @Test
  void aWrongHost() {
    DiagnosisReport report =
        Diagnoses.of(URI.create("https://gmc-connect.invalid/service")).build().run();

    assertThat(report.conclusion())
        .isEqualTo(
            "The failing layer is name resolution: gmc-connect.invalid resolves to no"
                + " address: look at the host name in the endpoint; who must act: the caller's"
                + " network team, then the GMC's service team.");
    assertThat(report.evidence()).isEmpty();
    assertThat(report.layers())
        .extracting(LayerResult::status)
        .containsExactly(
            Status.PASSED,
            Status.FAILED,
            Status.SKIPPED,
            Status.PASSED,
            Status.SKIPPED,
            Status.SKIPPED,
            Status.SKIPPED,
            Status.SKIPPED,
            Status.SKIPPED,
            Status.SKIPPED);
    assertThat(Diagnoses.finding(report, Layer.TCP)).isEqualTo("a nearer layer fails");
  }

  @Test
  void aClosedPort() throws Exception {
    try (ClosedPort port = new ClosedPort()) {
      DiagnosisReport report =
          Diagnoses.of(URI.create("http://127.0.0.1:" + port.number())).build().run();

      assertThat(report.conclusion())
          .isEqualTo(
              "The failing layer is TCP: 127.0.0.1 does not accept connections on port "
                  + port.number()
                  + " (connection refused): look at the host and port in the endpoint; who must"
                  + " act: the caller's network team, then the GMC's service team.");
      assertThat(report.layer(Layer.TCP).orElseThrow().facts())
          .containsExactly(Map.entry("127.0.0.1", "no connection (ConnectException)"));
    }
  }

  @Test
  void anAddressThatOnlyOtherClientsWouldTry() throws Exception {
    InetAddress closed = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
    InetAddress open = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try (ServerSocket listener = new ServerSocket(0, 50, open)) {
      Route route =
          Route.of(
              URI.create("http://gmc.example:" + listener.getLocalPort()),
              HttpClient.newHttpClient(),
              "the endpoint");

      LayerResult result = TcpProbe.probe(route, List.of(closed, open), TIMEOUT).build();
      LayerResult reversed = TcpProbe.probe(route, List.of(open, closed), TIMEOUT).build();

      assertThat(result.status()).isEqualTo(Status.FAILED);
      assertThat(result.finding())
          .isEqualTo(
              "connected to 1 of 2 addresses of gmc.example on port "
                  + listener.getLocalPort()
                  + ", but not to the first, which Java uses");
      assertThat(result.facts().get("127.0.0.1")).matches("connected in \\d+ ms");
      assertThat(reversed.status()).isEqualTo(Status.PASSED);
    }
  }

  @Test
  void aProxyThatJavaDoesNotKnowOf() throws Exception {
    try (ClosedPort port = new ClosedPort()) {
      DiagnosisReport report =
          Diagnoses.of(port.endpoint())
              .variables(Map.of("https_proxy", "http://zzuser:zzpass@proxy.example:3128"))
              .build()
              .run();

      assertThat(Diagnoses.finding(report, Layer.PROXY))
          .isEqualTo(
              "none is in use, although https_proxy is set: Java reads the property"
                  + " https.proxyHost only");
    }
  }

  @Test
  void aServerThatHangsUp() {
    try (WireServer server = WireServer.start().always(Reply.hangUp())) {
      DiagnosisReport report = Diagnoses.of(server.endpoint()).build().run();

      assertThat(report.conclusion())
          .isEqualTo(
              "The failing layer is the Cloudflare edge: no answer to a plain GET"
                  + " (IOException); who must act: the caller's network team, then the GMC's"
                  + " service team.");
    }
  }

  @Test
  void aServerThatSaysNothing() {
    try (WireServer server = WireServer.start().always(Reply.silence())) {
      DiagnosisReport report =
          Diagnoses.of(server.endpoint()).timeout(Duration.ofSeconds(2)).build().run();

      assertThat(Diagnoses.finding(report, Layer.EDGE))
          .matches("no answer to a plain GET \\((HttpTimeoutException|SocketTimeoutException)\\)");
    }
  }

  @Test
  void anInterruptedThreadKeepsItsFlagAndSkipsTheRest() {
    Thread.currentThread().interrupt();
    DiagnosisReport report = Diagnoses.of(URI.create("http://localhost:1")).build().run();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(Diagnoses.status(report, Layer.CONFIGURATION)).isEqualTo(Status.PASSED);
    assertThat(Diagnoses.finding(report, Layer.TCP)).isEqualTo("the diagnosis was interrupted");
    assertThat(report.conclusion()).isEqualTo("No probed layer fails, but no read was attempted.");
  }
}
