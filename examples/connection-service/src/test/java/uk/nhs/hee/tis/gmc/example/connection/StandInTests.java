package uk.nhs.hee.tis.gmc.example.connection;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import uk.nhs.hee.tis.gmc.testkit.GmcMockServer;

/** What the tests of the whole service share: a stand-in GMC, and so Spring's cached context. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class StandInTests {
  @RegisterExtension static final GmcMockServer gmc = GmcMockServer.create();

  @DynamicPropertySource
  static void accessToTheStandIn(DynamicPropertyRegistry registry) {
    gmc.properties(registry::add);
  }
}
