package uk.nhs.hee.tis.gmc.testkit;

import java.time.Duration;
import uk.nhs.hee.tis.gmc.client.CircuitBreakerPolicy;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcClientBuilder;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.client.RetryPolicy;

/** Real clients of a mock server. */
final class Clients {
  static final String INTERNAL_USER = "a.tester";

  private Clients() {}

  static GmcClientBuilder of(GmcMockServer gmc) {
    return GmcClient.builder()
        .endpoint(gmc.endpoint())
        .credentials(GmcCredentials.of(gmc.username(), gmc.password()))
        .identity(
            ClientIdentity.builder()
                .product("gmc-client-testkit-test", "1.0")
                .contact("tester@example.nhs.uk")
                .build())
        .internalUser(INTERNAL_USER)
        .retryPolicy(RetryPolicy.none())
        .circuitBreakerPolicy(CircuitBreakerPolicy.none())
        .attemptTimeout(Duration.ofSeconds(20));
  }
}
