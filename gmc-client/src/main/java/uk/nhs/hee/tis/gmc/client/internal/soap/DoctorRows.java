package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException.Kind;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.UnreadableField;

/**
 * Reads the rows of a list of doctors: each row becomes a doctor, nil rows too, and whatever else
 * stands among the rows fails the answer.
 */
final class DoctorRows {
  private static final String ROW = "GetDoctorsForDBResponse_Doctor";
  private static final List<String> COLUMNS =
      List.of(
          "GMCReferenceNumber",
          "DoctorFirstName",
          "DoctorLastName",
          "SubmissionDate",
          "DoctorStatus",
          "Breach",
          "DateAdded",
          "UnderNotice",
          "Investigation",
          "PreliminaryInvestigation",
          "Sanction");

  private final XmlCursor cursor;
  private final List<UnreadableField> unreadable;
  private final boolean envelopeSeen;
  private final List<Doctor> doctors = new ArrayList<>();
  private final Map<String, String> row = new HashMap<>();

  DoctorRows(XmlCursor cursor, List<UnreadableField> unreadable, boolean envelopeSeen) {
    this.cursor = cursor;
    this.unreadable = unreadable;
    this.envelopeSeen = envelopeSeen;
  }

  List<Doctor> read() throws XMLStreamException, UnreadableAnswerException {
    while (cursor.nextChild()) {
      if (!cursor.localName().equals(ROW) || !cursor.isGmc()) {
        throw problem("Doctors holds an element that is no row of GMC Connect");
      }
      row.clear();
      readRow();
      doctors.add(doctor());
    }
    return doctors;
  }

  private void readRow() throws XMLStreamException, UnreadableAnswerException {
    while (cursor.nextChild()) {
      String name = cursor.localName();
      if (!COLUMNS.contains(name)) {
        cursor.skip();
      } else if (!cursor.isGmc()) {
        throw problem(name + " is not in the namespace of GMC Connect");
      } else if (row.putIfAbsent(name, cursor.text()) != null) {
        throw problem(name + " is there twice in one row");
      }
    }
  }

  private Doctor doctor() {
    return Doctor.builder()
        .gmcNumber(text("GMCReferenceNumber").map(String::strip).orElse(null))
        .firstName(text("DoctorFirstName").orElse(null))
        .lastName(text("DoctorLastName").orElse(null))
        .submissionDate(date("SubmissionDate"))
        .doctorStatus(text("DoctorStatus").orElse(null))
        .breach(text("Breach").orElse(null))
        .dateAdded(date("DateAdded"))
        .underNotice(TypedAnswers.underNotice(text("UnderNotice").orElse("")))
        .underNoticeText(text("UnderNotice").orElse(null))
        .investigation(text("Investigation").orElse(null))
        .preliminaryInvestigation(text("PreliminaryInvestigation").orElse(null))
        .sanction(text("Sanction").orElse(null))
        .build();
  }

  private Optional<String> text(String column) {
    return Optional.ofNullable(row.get(column)).filter(text -> !text.isBlank());
  }

  private @Nullable LocalDate date(String column) {
    return text(column)
        .flatMap(text -> TypedAnswers.date(doctors.size(), column, text, unreadable))
        .orElse(null);
  }

  private UnreadableAnswerException problem(String message) {
    return new UnreadableAnswerException(Kind.MALFORMED, envelopeSeen, message, null);
  }
}
