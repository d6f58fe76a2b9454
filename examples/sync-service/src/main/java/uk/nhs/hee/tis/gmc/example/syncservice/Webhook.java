package uk.nhs.hee.tis.gmc.example.syncservice;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * An incoming webhook of Slack or Teams. Posts one text after the other on a thread of its own; a
 * failure is logged and not repeated. The URL is a secret: whoever has it can post.
 */
final class Webhook implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final URI url;
  private final RestClient rest;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread daemon = new Thread(work, "alert-webhook");
            daemon.setDaemon(true);
            return daemon;
          });

  Webhook(URI url) {
    this.url = url;
    JdkClientHttpRequestFactory http =
        new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(TIMEOUT).build());
    http.setReadTimeout(TIMEOUT);
    this.rest = RestClient.builder().requestFactory(http).build();
  }

  /** Posts a text, some time soon. */
  void post(String text) {
    thread.execute(() -> postNow(text));
  }

  private void postNow(String text) {
    try {
      rest.post()
          .uri(url)
          .contentType(MediaType.APPLICATION_JSON)
          .body(Map.of("text", text))
          .retrieve()
          .toBodilessEntity();
    } catch (RestClientException e) {
      // Not the exception itself: its message quotes the URL.
      LOG.warn("The alert was not posted ({}): {}", e.getClass().getSimpleName(), text);
    }
  }

  /** Waits a little for what is still to be posted. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
