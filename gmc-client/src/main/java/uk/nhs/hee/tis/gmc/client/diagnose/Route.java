package uk.nhs.hee.tis.gmc.client.diagnose;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/** Where an HTTP client connects to for the endpoint: the GMC's host, or the caller's proxy. */
final class Route {
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  final String host;
  final int port;
  final boolean tls;
  final @Nullable InetSocketAddress proxy;

  /** By which name the caller knows the endpoint's option. */
  final String endpointName;

  private Route(URI endpoint, @Nullable InetSocketAddress proxy, String endpointName) {
    this.endpointName = endpointName;
    this.tls = endpoint.getScheme().toLowerCase(Locale.ROOT).equals("https");
    this.host = endpoint.getHost().replaceAll("[\\[\\]]", "");
    int otherwise = tls ? HTTPS_PORT : HTTP_PORT;
    this.port = endpoint.getPort() < 0 ? otherwise : endpoint.getPort();
    this.proxy = proxy;
  }

  static Route of(URI endpoint, HttpClient client, String endpointName) {
    return new Route(endpoint, proxy(endpoint, client), endpointName);
  }

  /** Chooses as {@code java.net.http} does: the first of the list, if it is an HTTP proxy. */
  private static @Nullable InetSocketAddress proxy(URI endpoint, HttpClient client) {
    ProxySelector selector = client.proxy().orElseGet(ProxySelector::getDefault);
    List<Proxy> proxies = selector == null ? List.of() : selector.select(endpoint);
    if (proxies.isEmpty() || proxies.get(0).type() != Proxy.Type.HTTP) {
      return null;
    }
    return (InetSocketAddress) proxies.get(0).address();
  }

  /** Returns the name that must resolve on this side. */
  String nearHost() {
    if (proxy == null) {
      return host;
    }
    String name = proxy.getHostString();
    // User info in front of the host is not shown.
    return name.substring(name.lastIndexOf('@') + 1);
  }

  int nearPort() {
    return proxy == null ? port : proxy.getPort();
  }

  /** Returns host and port as a request line has them. */
  String authority() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }

  /** Returns who must act where nothing is connected to: the same as a call's exception names. */
  List<Actor> actors() {
    return proxy == null
        ? List.of(Actor.CALLER_NETWORK, Actor.GMC_SERVICE)
        : List.of(Actor.CALLER_NETWORK);
  }

  /** Returns what to look at, after a colon; the endpoint says nothing of a proxy. */
  String hint(String ofEndpoint) {
    return proxy == null ? ": look at the " + ofEndpoint + " in " + endpointName : "";
  }

  /** Returns what is connected to, in words. */
  String near() {
    return (proxy == null ? "" : "the proxy ") + nearHost();
  }
}
