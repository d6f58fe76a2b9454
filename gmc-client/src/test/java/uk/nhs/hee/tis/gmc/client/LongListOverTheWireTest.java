package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.Rows;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;

/** A list seven times as long as any known body's, through a socket. */
class LongListOverTheWireTest {

  @Test
  void sixtyThousandDoctorsFullOfEntitiesAreRead() {
    String rows =
        IntStream.range(0, 60_000).mapToObj(Rows::fullOfEntities).collect(Collectors.joining());
    assertThat(rows.length()).isGreaterThan(20_000_000);
    try (WireServer server = WireServer.start().then(HttpReply.soap(Soap.list(rows)))) {

      DoctorsForDb doctors = Clients.of(server).getDoctorsForDb(Call.BODY);

      assertThat(doctors.doctors()).hasSize(60_000);
      assertThat(doctors.doctors().get(59_999).lastName()).hasValue("&'".repeat(20));
      assertThat(doctors.duplicateGmcNumbers()).isEmpty();
      assertThat(doctors.rowsWithoutGmcNumber()).isEmpty();
    }
  }
}
