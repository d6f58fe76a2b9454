package uk.nhs.hee.tis.gmc.example.syncservice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.testkit.assertions.GmcAssertions;

/** A second class of tests with the same context finds the stand-in where the first one left it. */
class CachedContextTest extends StandInTests {
  @Autowired private GmcClient client;
  @Autowired private Environment environment;

  @Test
  void theClientOfTheContextReachesTheStandIn() {
    gmc.whenGettingDoctors().answers();

    assertThat(client.getDoctorsForDb("1-A").doctors()).isEmpty();
    GmcAssertions.assertThat(gmc).received(1).listRequestFor("1-A");
    assertThat(environment.getProperty("GMC_CONNECT_URL")).isEqualTo(gmc.endpoint().toString());
  }
}
