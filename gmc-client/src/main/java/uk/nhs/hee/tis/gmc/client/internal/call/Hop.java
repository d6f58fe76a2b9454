package uk.nhs.hee.tis.gmc.client.internal.call;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a request goes first: the caller's proxy, or the GMC's host itself. Immutable. */
final class Hop {
  private final @Nullable InetSocketAddress proxy;
  private final boolean tunnelled;

  /**
   * Creates it.
   *
   * @param proxy the caller's proxy, or null if requests go direct
   * @param tls whether the endpoint is https, so that a proxy only tunnels
   */
  Hop(@Nullable InetSocketAddress proxy, boolean tls) {
    this.proxy = proxy;
    this.tunnelled = proxy != null && tls;
  }

  boolean isProxy() {
    return proxy != null;
  }

  /** Returns whether a proxy reads the requests, and can answer them in the GMC's place. */
  boolean isReadByProxy() {
    return proxy != null && !tunnelled;
  }

  /** Returns whether a proxy is asked for a tunnel before a request is sent. */
  boolean isTunnelled() {
    return tunnelled;
  }

  /** Returns the proxy's host and port; user info in front of the host is left out. */
  Optional<String> proxy() {
    if (proxy == null) {
      return Optional.empty();
    }
    String host = proxy.getHostString();
    return Optional.of(host.substring(host.lastIndexOf('@') + 1) + ":" + proxy.getPort());
  }

  /** Returns the proxy by name and port, in words for use in a sentence. */
  String proxyName() {
    return proxy().map(address -> "the proxy " + address).orElse("the caller's proxy");
  }
}
