package uk.nhs.hee.tis.gmc.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** Clients for tests: their clock stands still, and they share one HTTP client. */
final class Clients {
  static final Instant NOW = Instant.parse("2027-01-05T00:05:00Z");
  static final String USERNAME = "account-of-tests";
  static final String PASSWORD = "not-a-real-one";
  static final String USER_AGENT = "sync-under-test/1.0 (team@example.nhs.uk)";

  private static final HttpClient SHARED = HttpClient.newHttpClient();

  private Clients() {}

  static GmcClient of(WireServer server) {
    return builder(server.endpoint()).build();
  }

  static GmcClientBuilder builder(URI endpoint) {
    return GmcClient.builder()
        .endpoint(endpoint)
        .credentials(GmcCredentials.of(USERNAME, PASSWORD))
        .identity(identity())
        .internalUser("a.admin")
        .httpClient(SHARED)
        .retryPolicy(RetryPolicy.none())
        .circuitBreakerPolicy(CircuitBreakerPolicy.none())
        .clock(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  static ClientIdentity identity() {
    return ClientIdentity.builder()
        .product("sync-under-test", "1.0")
        .contact("team@example.nhs.uk")
        .sdkMetadata(false)
        .build();
  }
}
