package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.client.RetryPolicy;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcIntermediaryException;

/** The proxy between a caller and the mock server. */
class GmcForwardProxyTest {
  private static final String LOGIN =
      "Basic " + Base64.getEncoder().encodeToString("user:pass".getBytes(StandardCharsets.UTF_8));

  private static GmcClient through(GmcForwardProxy proxy, GmcMockServer gmc) {
    return GmcClient.builder()
        .endpoint(gmc.endpoint())
        .credentials(GmcCredentials.of(gmc.username(), gmc.password()))
        .internalUser("a.tester")
        .retryPolicy(RetryPolicy.none())
        .httpClient(HttpClient.newBuilder().proxy(ProxySelector.of(proxy.address())).build())
        .build();
  }

  /**
   * The first line of the answer to a CONNECT with these headers, and what the tunnel then says.
   */
  private static String connect(GmcForwardProxy proxy, String target, String headers)
      throws IOException {
    try (Socket socket = new Socket(proxy.address().getAddress(), proxy.address().getPort())) {
      socket
          .getOutputStream()
          .write(
              ("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n" + headers + "\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  @Test
  void aPlainRequestGoesThroughToTheMockServer() {
    try (GmcMockServer gmc = GmcMockServer.create().start();
        GmcForwardProxy proxy = GmcForwardProxy.create().start();
        GmcClient client = through(proxy, gmc)) {
      gmc.register().addDesignatedBody(Requests.HERE);
      client.tryAddDoctor(Requests.add("9000001"));

      assertThat(client.getDoctorsForDb(Requests.HERE).doctors()).hasSize(1);
      assertThat(gmc.requests()).hasSize(2);
      assertThat(proxy.tunnelRequests()).isZero();
      assertThat(proxy.logins()).isZero();
    }
  }

  @Test
  void aPlainRequestWithoutALoginMeets407AndDoesNotReachTheMockServer() {
    try (GmcMockServer gmc = GmcMockServer.create().start();
        GmcForwardProxy proxy = GmcForwardProxy.create().requiresLogin("user", "pass").start();
        GmcClient client = through(proxy, gmc)) {
      assertThatThrownBy(() -> client.getDoctorsForDb(Requests.HERE))
          .isInstanceOf(GmcIntermediaryException.class)
          .satisfies(e -> assertThat(((GmcException) e).evidence().httpStatus()).hasValue(407));

      assertThat(gmc.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|407|0",
        "Proxy-Authorization: Basic d3Jvbmc6d3Jvbmc=|407|1",
        "Proxy-Authorization: RIGHT|200|1",
      })
  void aTunnelNeedsTheRightLoginAndEachIsCounted(String header, int status, int logins)
      throws IOException {
    try (ServerSocket target = greeting();
        GmcForwardProxy proxy = GmcForwardProxy.create().requiresLogin("user", "pass").start()) {
      String sent = header.isEmpty() ? "" : header.replace("RIGHT", LOGIN) + "\r\n";

      String answer = connect(proxy, "localhost:" + target.getLocalPort(), sent);

      assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
      assertThat(answer.contains("Proxy-Authenticate: Basic realm=")).isEqualTo(status == 407);
      assertThat(answer.endsWith("hello")).isEqualTo(status == 200);
      assertThat(proxy.tunnelRequests()).isEqualTo(1);
      assertThat(proxy.logins()).isEqualTo(logins);
    }
  }

  /** A server that greets its first caller and ends the connection. */
  private static ServerSocket greeting() throws IOException {
    ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread thread =
        new Thread(
            () -> {
              try (Socket caller = server.accept()) {
                caller.getOutputStream().write("hello".getBytes(StandardCharsets.US_ASCII));
              } catch (IOException e) {
                // No tunnel came in this test, and the server was closed.
                return;
              }
            });
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 502, 503})
  void tunnelsAreRefusedUntilTheyAreAllowedAgain(int status) throws IOException {
    try (ServerSocket target = greeting();
        GmcForwardProxy proxy = GmcForwardProxy.create().refusesTunnels(status).start()) {
      String there = "localhost:" + target.getLocalPort();

      assertThat(connect(proxy, there, "")).startsWith("HTTP/1.1 " + status + " ");
      proxy.allowsTunnels();
      assertThat(connect(proxy, there, "")).startsWith("HTTP/1.1 200 ").endsWith("hello");
      assertThat(proxy.tunnelRequests()).isEqualTo(2);
    }
  }

  @Test
  void nothingButTheLoopbackAddressIsReached() throws IOException {
    try (GmcForwardProxy proxy = GmcForwardProxy.create().start()) {
      assertThat(connect(proxy, "203.0.113.1:443", ""))
          .startsWith("HTTP/1.1 403 ")
          .contains("ERR_ACCESS_DENIED");
    }
  }

  @Test
  void aTargetThatIsDownIsToldAsSquidDoes() throws IOException {
    // Bound, so that nobody else is given the port, but nobody listens.
    try (Socket down = new Socket();
        GmcForwardProxy proxy = GmcForwardProxy.create().start()) {
      down.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

      assertThat(connect(proxy, "localhost:" + down.getLocalPort(), ""))
          .startsWith("HTTP/1.1 503 ")
          .contains("ERR_CONNECT_FAIL");
    }
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> GmcForwardProxy.create().refusesTunnels(200))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("status must be 400 to 599, but is 200");
    assertThatThrownBy(() -> GmcForwardProxy.create().address())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the proxy is not running: call start()");
  }
}
