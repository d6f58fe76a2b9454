package uk.nhs.hee.tis.gmc.client.internal.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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
  private volatile @Nullable HttpClient client;

  /** Creates it. */
  public HttpExchange(
      HttpClient client, URI endpoint, long maxAnswerBytes, ScheduledExecutorService timer) {
    this.client = client;
    this.endpoint = endpoint;
    this.maxAnswerBytes = maxAnswerBytes;
    this.timer = timer;
  }

  /**
   * Sends a request; the future ends when the answer can be read. Cancelling it ends the exchange.
   * No thread waits meanwhile.
   *
   * @param timeout how long the exchange may take, to the last byte of the body
   */
  public CompletableFuture<HttpAnswer> send(
      Map<String, String> headers, byte[] body, Duration timeout) {
    HttpClient open = client;
    if (open == null) {
      return CompletableFuture.failedFuture(new IllegalStateException("the client is closed"));
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            // HTTP/2 would send an upgrade header over plain HTTP and retry by itself on GOAWAY.
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(timeout)
            .header("Accept-Encoding", "gzip")
            .POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::setHeader);
    return new PendingAnswer(maxAnswerBytes, timeout).start(open, request.build(), timer);
  }

  /** Lets go of the HTTP client, whose threads then end. */
  public void close() {
    client = null;
  }
}
