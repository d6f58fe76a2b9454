package uk.nhs.hee.tis.gmc.example.syncservice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An incoming webhook as Slack and Teams have it. It stays until the JVM ends, because Spring's
 * cached context knows its URL.
 */
final class WebhookStandIn implements BeforeEachCallback {
  private final HttpServer server;
  private final BlockingQueue<String> posts = new LinkedBlockingQueue<>();
  private volatile int status = 200;
  private volatile CountDownLatch gate = new CountDownLatch(0);

  WebhookStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/services/T0/s3cret", this::take);
    server.start();
  }

  URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/services/T0/s3cret");
  }

  void answers(int status) {
    this.status = status;
  }

  /** Answers nothing more until the latch is open. */
  void waitsFor(CountDownLatch gate) {
    this.gate = gate;
  }

  /** Returns the next post, its content type before its body. */
  String nextPost() throws InterruptedException {
    return posts.poll(20, TimeUnit.SECONDS);
  }

  boolean hasNoPost() {
    return posts.isEmpty();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      gate.await();
      posts.add(exchange.getRequestHeaders().getFirst("Content-Type") + " " + body);
      exchange.sendResponseHeaders(status, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    posts.clear();
    status = 200;
    gate = new CountDownLatch(0);
  }
}
