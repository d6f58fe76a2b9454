package uk.nhs.hee.tis.gmc.client.internal.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Sends POST requests to one endpoint. Thread-safe. */
public final class HttpExchange {
  private final HttpClient client;
  private final URI endpoint;
  private final long maxAnswerBytes;

  /** Creates it. */
  public HttpExchange(HttpClient client, URI endpoint, long maxAnswerBytes) {
    this.client = client;
    this.endpoint = endpoint;
    this.maxAnswerBytes = maxAnswerBytes;
  }

  /**
   * Sends a request; the future ends when the answer's headers are there. Cancelling it ends the
   * exchange.
   *
   * @param timeout how long the exchange may take, to the last byte of the body
   */
  public CompletableFuture<HttpAnswer> send(
      Map<String, String> headers, byte[] body, Duration timeout) {
    long deadlineNanos = System.nanoTime() + timeout.toNanos();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            // HTTP/2 would send an upgrade header over plain HTTP and retry by itself on GOAWAY.
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(timeout)
            .header("Accept-Encoding", "gzip")
            .POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::setHeader);
    CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
    CompletableFuture<HttpResponse<BodyStream>> exchange =
        client.sendAsync(request.build(), info -> arrived(info, deadlineNanos, answer));
    link(exchange, answer);
    return answer;
  }

  /**
   * The answer is there as soon as its headers are: were the exchange waited for, a body that
   * breaks at once would fail it, and status and headers would be lost.
   */
  private BodyStream arrived(
      ResponseInfo info, long deadlineNanos, CompletableFuture<HttpAnswer> answer) {
    BodyStream body = new BodyStream(deadlineNanos);
    if (!answer.complete(new HttpAnswer(info.statusCode(), info.headers(), body, maxAnswerBytes))) {
      // JDK 11 does not end an exchange when its future is cancelled; a closed body does.
      body.close();
    }
    return body;
  }

  @SuppressWarnings(
      "FutureReturnValueIgnored") // Each stage hands everything on to the other future.
  private void link(
      CompletableFuture<HttpResponse<BodyStream>> exchange, CompletableFuture<HttpAnswer> answer) {
    exchange.whenComplete(
        (ignored, failure) -> {
          if (failure != null && !answer.completeExceptionally(failure)) {
            answer.thenAccept(begun -> begun.broken(failure));
          }
        });
    answer.whenComplete(
        (ignored, failure) -> {
          if (answer.isCancelled()) {
            exchange.cancel(true);
          }
        });
  }
}
