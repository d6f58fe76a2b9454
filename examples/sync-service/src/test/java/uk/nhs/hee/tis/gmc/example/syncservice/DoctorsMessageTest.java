package uk.nhs.hee.tis.gmc.example.syncservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.UnderNotice;

/** The message, to the byte, and what today's consumer makes of it. */
class DoctorsMessageTest {
  private static final LocalDateTime ASKED = LocalDateTime.parse("2027-01-05T00:05:00.123");
  private static final Doctor WHOLE =
      Doctor.builder()
          .gmcNumber("9000001")
          .firstName("Bláthnaid")
          .lastName("Quillfeather")
          .submissionDate(LocalDate.of(2027, 7, 21))
          .dateAdded(LocalDate.of(2020, 2, 1))
          .underNotice(UnderNotice.YES)
          .underNoticeText("yes")
          .sanction("None")
          .investigation("not for the queue")
          .build();
  private static final Doctor BARE = Doctor.builder().gmcNumber("9000002").build();

  private final DestructiveConsumer consumer = new DestructiveConsumer();

  private static DoctorsForDb list(Doctor... doctors) {
    return DoctorsForDb.builder()
        .designatedBodyCode("1-A")
        .doctors(List.of(doctors))
        .info(
            CallInfo.builder()
                .clientRequestId("c-1")
                .attempts(1)
                .startedAt(Instant.parse("2027-01-05T00:05:00.123456789Z"))
                .duration(Duration.ofSeconds(3))
                .build())
        .build();
  }

  @Test
  void messageHasWhatTheConsumerReadsAndNothingElse() {
    assertThat(DoctorsMessage.of(list(WHOLE, BARE)))
        .isEqualTo(
            "{\"designatedBodyCode\":\"1-A\",\"requestDateTime\":\"2027-01-05T00:05:00.123\","
                + "\"doctors\":[{\"gmcReferenceNumber\":\"9000001\","
                + "\"doctorFirstName\":\"Bláthnaid\",\"doctorLastName\":\"Quillfeather\","
                + "\"submissionDate\":\"21/07/2027\",\"dateAdded\":\"01/02/2020\","
                + "\"underNotice\":\"Yes\",\"sanction\":\"None\",\"designatedBodyCode\":\"1-A\","
                + "\"gmcLastUpdatedDateTime\":\"2027-01-05T00:05:00.123\"},"
                + "{\"gmcReferenceNumber\":\"9000002\",\"doctorFirstName\":null,"
                + "\"doctorLastName\":null,\"submissionDate\":null,\"dateAdded\":null,"
                + "\"underNotice\":null,\"sanction\":null,\"designatedBodyCode\":\"1-A\","
                + "\"gmcLastUpdatedDateTime\":\"2027-01-05T00:05:00.123\"}]}");
  }

  @Test
  void consumerReadsEveryFieldOfADoctor() throws Exception {
    consumer.take(DoctorsMessage.of(list(WHOLE)));

    assertThat(consumer.doctor("9000001"))
        .isEqualTo(
            new DestructiveConsumer.Stored(
                "Bláthnaid Quillfeather",
                LocalDate.of(2027, 7, 21),
                LocalDate.of(2020, 2, 1),
                "Yes",
                "None",
                "1-A",
                ASKED));
  }

  @Test
  void consumerDisconnectsWhoeverIsMissingAndNobodyElse() throws Exception {
    consumer.has("9000001", "1-A", ASKED.minusDays(1));
    consumer.has("9000008", "1-A", ASKED.minusDays(1));
    consumer.has("9000009", "1-B", ASKED.minusDays(1));

    consumer.take(DoctorsMessage.of(list(WHOLE, BARE)));

    assertThat(consumer.connectedTo("1-A")).containsExactly("9000001", "9000002");
    assertThat(consumer.connectedTo("1-B")).containsExactly("9000009");
  }

  @Test
  void doctorWhoWasConnectedWhileTheListWasOnItsWayStaysConnected() throws Exception {
    consumer.has("9000007", "1-A", ASKED.plusSeconds(1));

    consumer.take(DoctorsMessage.of(list(WHOLE)));

    assertThat(consumer.connectedTo("1-A")).containsExactly("9000001", "9000007");
  }

  @Test
  void emptyListDisconnectsAllOfTheBody() throws Exception {
    consumer.has("9000008", "1-A", ASKED.minusDays(1));

    consumer.take(DoctorsMessage.of(list()));

    assertThat(consumer.connectedTo("1-A")).isEmpty();
  }
}
