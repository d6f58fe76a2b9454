package uk.nhs.hee.tis.gmc.client.diagnose;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import uk.nhs.hee.tis.gmc.client.diagnose.LayerResult.Status;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/** Tells which proxy is in use, and asks it for a tunnel to the GMC. */
final class ProxyProbe {
  private static final int LOGIN = 407;

  private ProxyProbe() {}

  /** Returns the verdict where no proxy is in use. */
  static LayerResult.Builder none(Map<String, String> variables) {
    String ignored =
        Stream.of("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy")
            .filter(name -> !variables.getOrDefault(name, "").isBlank())
            .findFirst()
            .map(
                name ->
                    ", although " + name + " is set: Java reads the property https.proxyHost only")
            .orElse("");
    return result(Status.PASSED, "none is in use" + ignored);
  }

  static LayerResult.Builder probe(
      Route route, InetAddress address, HttpClient client, String userAgent, Duration timeout) {
    String name = route.nearHost() + ":" + route.nearPort();
    if (!route.tls) {
      return result(Status.PASSED, name + " is in use; plain http needs no tunnel");
    }
    try {
      Tunnel tunnel =
          TimeBox.within(
              timeout,
              () -> {
                try (Socket socket = Tunnel.connect(route, address, timeout)) {
                  return Tunnel.ask(socket, route, userAgent);
                }
              });
      return judge(tunnel, name, route, client.authenticator().isPresent());
    } catch (IOException e) {
      return failed(name + " does not answer CONNECT (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static LayerResult.Builder judge(
      Tunnel tunnel, String name, Route route, boolean clientCanLogIn) {
    if (tunnel.isOpen()) {
      return result(Status.PASSED, name + " is in use and opens a tunnel to " + route.authority());
    }
    if (tunnel.status() != LOGIN) {
      String answer = tunnel.status() == 0 ? "no HTTP answer" : "HTTP " + tunnel.status();
      return failed(name + " opens no tunnel to " + route.authority() + " (" + answer + ")");
    }
    String login =
        name
            + " wants a login (HTTP 407"
            + tunnel.loginScheme().map(scheme -> ", " + scheme).orElse("")
            + ")";
    return clientCanLogIn
        ? result(Status.WARNED, login + ", which only the client itself can give")
            .actors(Actor.CALLER_NETWORK)
        : failed(login + "; the GMC has seen nothing");
  }

  private static LayerResult.Builder failed(String finding) {
    return result(Status.FAILED, finding).actors(Actor.CALLER_NETWORK);
  }

  private static LayerResult.Builder result(Status status, String finding) {
    return LayerResult.of(Layer.PROXY, status, finding);
  }
}
