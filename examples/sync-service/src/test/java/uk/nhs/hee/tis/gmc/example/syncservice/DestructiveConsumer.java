package uk.nhs.hee.tis.gmc.example.syncservice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads messages as today's consumer of the queue does: unknown properties are ignored, absent ones
 * are null, its database keeps milliseconds, and whoever of the body was updated before the request
 * is disconnected.
 */
final class DestructiveConsumer {

  /** What its database has of a doctor. */
  record Stored(
      String name,
      LocalDate submissionDate,
      LocalDate dateAdded,
      String underNotice,
      String sanction,
      String designatedBodyCode,
      LocalDateTime gmcLastUpdatedDateTime) {

    private Stored disconnected() {
      return new Stored(
          name, submissionDate, dateAdded, underNotice, sanction, null, gmcLastUpdatedDateTime);
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Message(String designatedBodyCode, String requestDateTime, List<Row> doctors) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Row(
      String gmcReferenceNumber,
      String doctorFirstName,
      String doctorLastName,
      String submissionDate,
      String dateAdded,
      String underNotice,
      String sanction,
      String designatedBodyCode,
      String gmcLastUpdatedDateTime) {

    private Stored stored() {
      return new Stored(
          doctorFirstName + " " + doctorLastName,
          date(submissionDate),
          date(dateAdded),
          underNotice,
          sanction,
          designatedBodyCode,
          LocalDateTime.parse(gmcLastUpdatedDateTime).truncatedTo(ChronoUnit.MILLIS));
    }

    private static LocalDate date(String text) {
      return text == null ? null : LocalDate.parse(text, DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }
  }

  private final Map<String, Stored> doctors = new TreeMap<>();

  /** Puts a doctor into the database, as an earlier list or an added connection did. */
  void has(String gmcNumber, String designatedBodyCode, LocalDateTime updated) {
    doctors.put(
        gmcNumber,
        new Stored(
            "Somebody Known",
            null,
            null,
            "No",
            null,
            designatedBodyCode,
            updated.truncatedTo(ChronoUnit.MILLIS)));
  }

  void take(String json) throws Exception {
    Message message = new ObjectMapper().readValue(json, Message.class);
    LocalDateTime requested = LocalDateTime.parse(message.requestDateTime());
    message.doctors().forEach(row -> doctors.put(row.gmcReferenceNumber(), row.stored()));
    doctors.replaceAll(
        (gmcNumber, doctor) ->
            message.designatedBodyCode().equals(doctor.designatedBodyCode())
                    && doctor.gmcLastUpdatedDateTime().isBefore(requested)
                ? doctor.disconnected()
                : doctor);
  }

  Stored doctor(String gmcNumber) {
    return doctors.get(gmcNumber);
  }

  /** Returns who is connected to a body, in the order of the GMC numbers. */
  List<String> connectedTo(String designatedBodyCode) {
    return doctors.entrySet().stream()
        .filter(entry -> designatedBodyCode.equals(entry.getValue().designatedBodyCode()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
