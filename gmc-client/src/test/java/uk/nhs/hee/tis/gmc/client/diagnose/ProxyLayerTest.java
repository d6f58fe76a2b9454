package uk.nhs.hee.tis.gmc.client.diagnose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.nhs.hee.tis.gmc.client.diagnose.LayerResult.Status;
import uk.nhs.hee.tis.gmc.client.fixture.ClosedPort;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.Keys;
import uk.nhs.hee.tis.gmc.client.fixture.Reply;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** The caller's own proxy, on a real socket. */
class ProxyLayerTest {
  private static final URI ENDPOINT = URI.create("https://gmc-connect.invalid/service");
  private static final HttpReply LOGIN =
      HttpReply.of("407 Proxy Authentication Required", "text/html", "Log in")
          .header("Proxy-Authenticate: Basic realm=\"zz-realm\"");

  private final WireServer proxy = WireServer.start();
  private final String name = "localhost:" + proxy.endpoint().getPort();

  @AfterEach
  void stop() {
    proxy.close();
  }

  @Test
  void wantsALogin() {
    proxy.always(LOGIN);
    DiagnosisReport report = Diagnoses.of(ENDPOINT, through().build()).build().run();

    assertThat(report.conclusion())
        .isEqualTo(
            "The failing layer is the proxy: "
                + name
                + " requires authentication (HTTP 407, Basic); the GMC has seen nothing; who must"
                + " act: the"
                + " caller's network team.");
    assertThat(proxy.onlyRequest().line()).isEqualTo("CONNECT gmc-connect.invalid:443 HTTP/1.1");
    assertThat(Diagnoses.finding(report, Layer.NAME_RESOLUTION))
        .startsWith("the proxy localhost resolves to ");
    assertThat(report.toText() + report.toJson()).doesNotContain("zz-realm");
  }

  @Test
  void wantsALoginThatOnlyTheClientCanGive() {
    proxy.always(LOGIN);
    HttpClient http = through().authenticator(new Authenticator() {}).build();
    DiagnosisReport report = Diagnoses.of(ENDPOINT, http).build().run();

    assertThat(Diagnoses.finding(report, Layer.TLS))
        .isEqualTo("the proxy requires authentication" + " first");
    assertThat(report.conclusion())
        .isEqualTo(
            "The failing layer is the proxy: "
                + name
                + " requires authentication (HTTP 407), which the client did not provide: the"
                + " JDK supports Basic only, and for tunnels only if the system property"
                + " jdk.http.auth.tunneling.disabledSchemes is empty; who must act: the caller's"
                + " network team.");
  }

  @Test
  void isDown() throws Exception {
    try (ClosedPort port = new ClosedPort()) {
      DiagnosisReport report =
          Diagnoses.of(ENDPOINT, through("localhost", port.number())).build().run();

      assertThat(report.conclusion())
          .isEqualTo(
              "The failing layer is TCP: the proxy localhost does not accept connections on port "
                  + port.number()
                  + " (connection refused); who must act: the caller's network team.");
    }
  }

  @Test
  void doesNotResolve() {
    DiagnosisReport report =
        Diagnoses.of(ENDPOINT, through("svc:zz-secret@proxy.invalid", 3128)).build().run();

    assertThat(report.conclusion())
        .isEqualTo(
            "The failing layer is name resolution: the proxy proxy.invalid resolves to no address;"
                + " who must act: the caller's network team.");
    assertThat(report.toText() + report.toJson()).doesNotContain("zz-secret");
  }

  @Test
  void refusesTheLogin() {
    Route route = Route.of(ENDPOINT, through("proxy.example", 3128), "the endpoint");

    assertThat(
            ProxyProbe.ofRequest(
                    route, new IOException("too many authentication attempts. Limit: 3"))
                .orElseThrow()
                .build()
                .finding())
        .isEqualTo(
            "proxy.example:3128 refused the credentials from the HTTP client's Authenticator");
  }

  private static HttpClient through(String host, int port) {
    return HttpClient.newBuilder()
        .proxy(ProxySelector.of(InetSocketAddress.createUnresolved(host, port)))
        .build();
  }

  @Test
  void isNotBlamedWhereNoneIsInUse() {
    proxy.always(
        HttpReply.of("502 Bad Gateway", "text/html", "<html><title>502 Bad Gateway</title></html>")
            .header("Server: nginx/1.22.1"));
    DiagnosisReport report = Diagnoses.of(proxy.endpoint()).build().run();

    assertThat(report.conclusion())
        .isEqualTo(
            "The failing layer is the caller's network: something on the caller's side of the"
                + " network probably answers instead of the GMC (HTTP 502 from an unknown"
                + " intermediary, Server: nginx/1.22.1, page title: 502 Bad Gateway, weak); who"
                + " must act: the caller's network team.");
  }

  @Test
  void opensNoTunnel() {
    proxy.always(HttpReply.of("403 Forbidden", "text/html", "No"));
    DiagnosisReport report = Diagnoses.of(ENDPOINT, through().build()).build().run();

    assertThat(report.conclusion())
        .isEqualTo(
            "The failing layer is the proxy: "
                + name
                + " does not open a tunnel to gmc-connect.invalid:443 (HTTP 403); who must act: the"
                + " caller's network team.");
  }

  @Test
  void hangsUp() {
    DiagnosisReport report = Diagnoses.of(ENDPOINT, through().build()).build().run();

    assertThat(report.conclusion())
        .isEqualTo(
            "The failing layer is the proxy: "
                + name
                + " does not open a tunnel to gmc-connect.invalid:443 (no HTTP answer); who must"
                + " act: the"
                + " caller's network team.");
  }

  @Test
  void passesEverythingOn(@TempDir Path directory) throws Exception {
    Keys keys = Keys.selfSigned("CN=localhost", "localhost");
    try (WireServer gmc = WireServer.startTls(keys.listen())) {
      gmc.then(Diagnoses.description(), Diagnoses.list());
      proxy.always(tunnelTo(gmc.endpoint().getPort()));
      DiagnosisReport report =
          Diagnoses.of(gmc.endpoint(), through().sslContext(keys.trusted()).build())
              .publicAuthorities(new PublicAuthorities(keys.issuerAsAuthority(directory)))
              .build()
              .run();

      assertThat(report.conclusion())
          .isEqualTo("No layer fails: GMC Connect answers, and nobody must act.");
      assertThat(Diagnoses.finding(report, Layer.PROXY))
          .isEqualTo(
              name + " is in use and opens a tunnel to localhost:" + gmc.endpoint().getPort());
    }
  }

  @Test
  void passesPlainHttpOnWithoutATunnel() {
    proxy.then(Diagnoses.description(), Diagnoses.list());
    DiagnosisReport report =
        Diagnoses.of(
                URI.create("http://gmc-connect.invalid/service"),
                builder -> builder.allowPlainHttp().httpClient(through().build()))
            .build()
            .run();

    assertThat(Diagnoses.finding(report, Layer.PROXY))
        .isEqualTo(name + " is in use; plain http needs no tunnel");
    assertThat(report.conclusion())
        .isEqualTo(
            "No layer fails: GMC Connect answers, but there is a warning about configuration: the"
                + " endpoint is plain http, so the password travels in the clear; who must act: the"
                + " caller.");
    assertThat(Diagnoses.status(report, Layer.TLS)).isEqualTo(Status.SKIPPED);
  }

  private HttpClient.Builder through() {
    return HttpClient.newBuilder()
        .proxy(
            ProxySelector.of(
                InetSocketAddress.createUnresolved("localhost", proxy.endpoint().getPort())));
  }

  private static Reply tunnelTo(int port) {
    return (connection, serverClosed) -> {
      try (Socket far = new Socket(InetAddress.getLoopbackAddress(), port)) {
        connection.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
        Thread back = new Thread(() -> copy(far, connection), "tunnel");
        back.setDaemon(true);
        back.start();
        copy(connection, far);
      }
      return false;
    };
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.close();
    } catch (IOException oneOfThemClosed) {
      return;
    }
  }
}
