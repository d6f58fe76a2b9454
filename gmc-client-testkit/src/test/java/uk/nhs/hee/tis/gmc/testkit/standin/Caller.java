package uk.nhs.hee.tis.gmc.testkit.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import uk.nhs.hee.tis.gmc.client.CircuitBreakerPolicy;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.client.RetryPolicy;

/** Calls a running stand-in: the service and the admin interface. */
abstract class Caller implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI endpoint;
  private final URI admin;

  Caller(URI endpoint, URI admin) {
    this.endpoint = endpoint;
    this.admin = admin;
  }

  /** Returns a caller of a stand-in in this JVM, on free ports, which ends with it. */
  static Caller of(StandIn standIn) {
    return new Caller(standIn.endpoint(), standIn.adminEndpoint()) {
      @Override
      public void close() {
        standIn.close();
      }
    };
  }

  URI endpoint() {
    return endpoint;
  }

  URI at(URI base, String path) {
    return URI.create("http://" + base.getAuthority() + path);
  }

  /** Calls the admin interface. */
  HttpResponse<String> admin(String method, String path, String... headers) {
    return send(method, at(admin, "/admin" + path), headers);
  }

  static HttpResponse<String> send(String method, URI uri, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody());
    try {
      return HTTP.send(
          (headers.length == 0 ? request : request.headers(headers)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Returns a client that repeats nothing and holds nothing back. */
  GmcClient client(String product) {
    return client(product, "gmc-test-user", "gmc-test-password");
  }

  GmcClient client(String product, String user, String password) {
    return GmcClient.builder()
        .endpoint(endpoint)
        .credentials(GmcCredentials.of(user, password))
        .identity(
            ClientIdentity.builder()
                .product(product, "1.0")
                .contact("tester@example.nhs.uk")
                .build())
        .internalUser("a.tester")
        .retryPolicy(RetryPolicy.none())
        .circuitBreakerPolicy(CircuitBreakerPolicy.none())
        .build();
  }

  @Override
  public abstract void close();
}
