package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.nhs.hee.tis.gmc.testkit.DoctorRow.doctor;

import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.testkit.GmcMockServer;
import uk.nhs.hee.tis.gmc.testkit.GmcTest;

@GmcTest
class ConsumerTest {
  @Test
  void listsDoctorsOnTheExpectedPath(GmcMockServer gmc) throws Exception {
    gmc.whenGettingDoctorsFor("1-1RSSQ2H").answers(doctor("9000001"), doctor("9000002"));

    int doctors =
        Consumer.doctors(
            gmc.endpoint(), GmcCredentials.of(gmc.username(), gmc.password()), "1-1RSSQ2H");

    assertEquals(2, doctors);
    assertEquals(
        System.getProperty("expected.module"), String.valueOf(GmcClient.class.getModule().getName()));
  }
}
