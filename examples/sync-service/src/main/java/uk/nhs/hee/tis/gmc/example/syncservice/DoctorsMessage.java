package uk.nhs.hee.tis.gmc.example.syncservice;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;

/**
 * A whole list as the one message that today's consumer reads. It ignores what it does not know and
 * takes what is absent for null, so a message of any other shape is a list of nobody to it.
 */
final class DoctorsMessage {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  /**
   * UTC without a zone, which is what the consumer parses. To the millisecond, because its database
   * keeps no more: a doctor stored with less than {@code requestDateTime} would be disconnected.
   */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  /** Not the application's own mapper, which is of another type on Spring Boot 4: Jackson 3's. */
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private DoctorsMessage() {}

  /**
   * Returns the message.
   *
   * @param list a list in which every doctor has a GMC number
   * @return JSON; whoever's {@code gmcLastUpdatedDateTime} is before its {@code requestDateTime},
   *     the time at which the GMC was asked, is no longer connected to the body
   */
  static String of(DoctorsForDb list) {
    String asked = TIME.format(list.startedAt());
    ObjectNode message =
        MAPPER
            .createObjectNode()
            .put("designatedBodyCode", list.designatedBodyCode())
            .put("requestDateTime", asked);
    ArrayNode doctors = message.putArray("doctors");
    for (Doctor doctor : list.doctors()) {
      doctors
          .addObject()
          .put("gmcReferenceNumber", doctor.gmcNumber().orElseThrow())
          .put("doctorFirstName", doctor.firstName().orElse(null))
          .put("doctorLastName", doctor.lastName().orElse(null))
          .put("submissionDate", date(doctor.submissionDate()))
          .put("dateAdded", date(doctor.dateAdded()))
          .put("underNotice", underNotice(doctor))
          .put("sanction", doctor.sanction().orElse(null))
          .put("designatedBodyCode", list.designatedBodyCode())
          .put("gmcLastUpdatedDateTime", asked);
    }
    return message.toString();
  }

  private static String date(Optional<LocalDate> date) {
    return date.map(DATE::format).orElse(null);
  }

  /** The GMC's own three texts, however this answer spelt them. */
  private static String underNotice(Doctor doctor) {
    return switch (doctor.underNotice()) {
      case YES -> "Yes";
      case NO -> "No";
      case ON_HOLD -> "On Hold";
      case UNKNOWN -> doctor.underNoticeText().orElse(null);
    };
  }
}
