package uk.nhs.hee.tis.gmc.example.syncservice;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import uk.nhs.hee.tis.gmc.testkit.GmcMockServer;

/** What the tests of the whole service share: a stand-in GMC, and so Spring's cached context. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"gmc.cool-down=1ns", "sync.designated-body-codes=1-A, 1-B, 1-C"})
abstract class StandInTests {
  @RegisterExtension static final GmcMockServer gmc = GmcMockServer.create();
  @RegisterExtension static final WebhookStandIn webhook = new WebhookStandIn();

  @DynamicPropertySource
  static void accessToTheStandIns(DynamicPropertyRegistry registry) {
    gmc.properties(registry::add);
    registry.add("ALERT_WEBHOOK_URL", webhook::url);
  }
}
