package uk.nhs.hee.tis.gmc.client.internal.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** Sends POST requests to one endpoint. Thread-safe. */
public final class HttpExchange {
  private final URI endpoint;
  private final long maxAnswerBytes;
  private final ScheduledExecutorService timer;
  private final HttpClients clients;

  /** Creates it. */
  public HttpExchange(
      HttpClients clients, URI endpoint, long maxAnswerBytes, ScheduledExecutorService timer) {
    this.clients = clients;
    this.endpoint = endpoint;
    this.maxAnswerBytes = maxAnswerBytes;
    this.timer = timer;
  }

  /**
   * Sends a request; the future ends when the answer can be read. Cancelling it ends the exchange.
   *
   * @param body one that may be taken only once goes out on a connection that should be alive
   * @param timeout how long the exchange may take, to the last byte of the body
   * @param mayWait whether the calling thread may wait until the headers are here, which saves
   *     handing over to other threads; else no thread waits
   */
  public CompletableFuture<HttpAnswer> send(
      Map<String, String> headers, ObservedBody body, Duration timeout, boolean mayWait) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            // HTTP/2 would send an upgrade header over plain HTTP and retry automatically on
            // GOAWAY.
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(timeout)
            .header("Accept-Encoding", "gzip")
            .POST(body);
    headers.forEach(request::setHeader);
    PendingAnswer pending = new PendingAnswer(maxAnswerBytes, timeout);
    HeldHttpClient held;
    try {
      held = body.isOnce() ? clients.forWrite() : clients.forRead();
    } catch (UncheckedIOException | InternalError e) {
      // A process without a file descriptor left; Java 11 wraps it in an InternalError.
      if (!(e.getCause() instanceof IOException)) {
        throw e;
      }
      pending.completeExceptionally(e.getCause());
      return pending;
    }
    body.givenTo(held.client());
    return mayWait && held.isOwn()
        ? pending.await(held, request.build())
        : pending.start(held, request.build(), timer);
  }

  /** Returns whether the HTTP client answers authentication challenges. */
  public boolean hasAuthenticator() {
    return clients.haveAuthenticator();
  }

  /** Returns the proxy that requests go through, by name and unresolved; null if they go direct. */
  public @Nullable InetSocketAddress proxy() {
    ProxySelector proxies = clients.proxies();
    if (proxies == null) {
      return null;
    }
    // As java.net.http chooses: the first of the list or none.
    return proxies.select(endpoint).stream()
        .limit(1)
        .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
        .map(Proxy::address)
        .filter(InetSocketAddress.class::isInstance)
        .map(InetSocketAddress.class::cast)
        .findFirst()
        .orElse(null);
  }

  /** Releases connections and threads; no exchange may be in progress. */
  public void close() {
    clients.close();
  }
}
