package uk.nhs.hee.tis.gmc.example.first;

import static uk.nhs.hee.tis.gmc.testkit.DoctorRow.doctor;
import static uk.nhs.hee.tis.gmc.testkit.assertions.GmcAssertions.assertThat;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.testkit.GmcMockServer;
import uk.nhs.hee.tis.gmc.testkit.GmcTest;

@GmcTest
class NightlySyncTest {
  @Test
  void listsTheDoctorsOfABody(GmcMockServer gmc) {
    gmc.whenGettingDoctorsFor("1-1RSSQ2H").answers(doctor("9000001").underNotice());
    GmcClient client =
        GmcClient.builder()
            .endpoint(gmc.endpoint())
            .credentials(GmcCredentials.of(gmc.username(), gmc.password()))
            .identity(ClientIdentity.builder().product("nightly-sync", "1.2.0").build())
            .internalUser("a.tester")
            .build();

    Assertions.assertThat(client.getDoctorsForDb("1-1RSSQ2H").doctors()).hasSize(1);
    assertThat(gmc).received(1).listRequestFor("1-1RSSQ2H");
  }
}
