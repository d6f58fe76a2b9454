package uk.nhs.hee.tis.gmc.client.internal.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;

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
   * No thread waits meanwhile.
   *
   * @param once whether the request must not be repeated, so that its connection should be alive
   * @param timeout how long the exchange may take, to the last byte of the body
   */
  public CompletableFuture<HttpAnswer> send(
      Map<String, String> headers, byte[] body, boolean once, Duration timeout) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            // HTTP/2 would send an upgrade header over plain HTTP and retry by itself on GOAWAY.
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(timeout)
            .header("Accept-Encoding", "gzip")
            .POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::setHeader);
    HttpClient client = once ? clients.forWrite() : clients.forRead();
    return new PendingAnswer(maxAnswerBytes, timeout).start(client, request.build(), timer);
  }

  /** Lets go of connections and threads; no exchange may be under way. */
  public void close() {
    clients.close();
  }
}
