package uk.nhs.hee.tis.gmc.example.first;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.hee.tis.gmc.client.error.GmcBlockedException.Kind.CLIENT_SIGNATURE;
import static uk.nhs.hee.tis.gmc.client.model.AddReason.HAS_CONNECTION;
import static uk.nhs.hee.tis.gmc.client.model.ReturnCode.REVALIDATION_LOCK;
import static uk.nhs.hee.tis.gmc.testkit.Drop.AFTER_PROCESSING;
import static uk.nhs.hee.tis.gmc.testkit.GmcAnswers.alreadyAdded;

import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.testkit.FakeGmcClient;
import uk.nhs.hee.tis.gmc.testkit.GmcMockServer;
import uk.nhs.hee.tis.gmc.testkit.GmcTest;
import uk.nhs.hee.tis.gmc.testkit.assertions.GmcAssertions;
import uk.nhs.hee.tis.gmc.testkit.errors.GmcErrors;

@GmcTest
class ConnectTest {
  @Test
  void anAnswerThatIsLostLeavesTheOutcomeUnknown(GmcMockServer gmc) {
    gmc.register().addDesignatedBody("1-1RSSQ2H");
    gmc.whenAdding()
        .dropsConnection(AFTER_PROCESSING)
        .then()
        .refusesWith(REVALIDATION_LOCK)
        .then()
        .answersFromTheRegister();
    GmcClient client = clientOf(gmc);

    assertThat(FirstCalls.connect(client, "9000001")).startsWith("may be connected");
    assertThat(FirstCalls.connect(client, "9000001")).startsWith("was refused by the GMC");
    assertThat(FirstCalls.connect(client, "9000001")).isEqualTo("was connected already");
  }

  @Test
  void aBlockIsNoRefusalOfTheGmc() {
    FakeGmcClient fake = FakeGmcClient.create();
    fake.whenAdding()
        .fails(GmcErrors.blocked().kind(CLIENT_SIGNATURE).build())
        .then()
        .answers(alreadyAdded());

    assertThat(FirstCalls.connect(fake, "9000001")).startsWith("is not connected");
    assertThat(FirstCalls.connect(fake, "9000001")).isEqualTo("was connected already");
    GmcAssertions.assertThat(fake).received(2).additionFor("9000001").withReason(HAS_CONNECTION);
  }

  @Test
  void aNumberThatIsNoneIsNotSent(GmcMockServer gmc) {
    assertThat(FirstCalls.connect(clientOf(gmc), "UNKNOWN"))
        .startsWith("was not sent: gmcNumber must be seven digits");
    GmcAssertions.assertThat(gmc).sentNothing();
  }

  private static GmcClient clientOf(GmcMockServer gmc) {
    return GmcClient.builder()
        .endpoint(gmc.endpoint())
        .credentials(GmcCredentials.of(gmc.username(), gmc.password()))
        .internalUser("a.tester")
        .build();
  }
}
