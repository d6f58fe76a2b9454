package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException.Kind;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.UnreadableField;

/**
 * Reads the rows of a list of doctors: each row becomes a doctor, including nil rows, and anything
 * else among the rows fails the answer.
 */
final class DoctorRows {
  static final String ROW = "GetDoctorsForDBResponse_Doctor";
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
  private final Reading<?> reading;
  private final List<UnreadableField> unreadable;
  private final boolean envelopeSeen;
  private final FieldText field = new FieldText();
  private final RepeatedValues repeated = new RepeatedValues();

  private int rows;
  private boolean inRow;

  DoctorRows(
      XmlCursor cursor,
      Reading<?> reading,
      List<UnreadableField> unreadable,
      boolean envelopeSeen) {
    this.cursor = cursor;
    this.reading = reading;
    this.unreadable = unreadable;
    this.envelopeSeen = envelopeSeen;
  }

  void read() throws XMLStreamException, UnreadableAnswerException {
    while (cursor.nextChild()) {
      if (!cursor.localName().equals(ROW) || !cursor.isGmc()) {
        throw problem("Doctors contains an element that is not a GMC Connect row");
      }
      inRow = true;
      Doctor doctor = row();
      inRow = false;
      reading.row(doctor);
      rows++;
    }
  }

  /** Says which row is being read or was read last; rows are counting from 0, as elsewhere. */
  String place() {
    if (inRow) {
      return "row " + rows + " counting from 0, ";
    }
    return rows == 0 ? "" : "after row " + (rows - 1) + " counting from 0, ";
  }

  private Doctor row() throws XMLStreamException, UnreadableAnswerException {
    Doctor.Builder doctor = Doctor.builder();
    int seen = 0;
    int expected = 0;
    while (cursor.nextChild()) {
      String name = cursor.localName();
      int column = column(name, expected);
      if (column < 0) {
        cursor.skip();
        continue;
      }
      if (!cursor.isGmc()) {
        throw problem(name + " is not in the namespace of GMC Connect");
      }
      cursor.text(field);
      if ((seen & 1 << column) != 0) {
        throw problem(name + " occurs twice in one row");
      }
      seen |= 1 << column;
      expected = column + 1;
      if (!field.isBlank()) {
        set(doctor, column);
      }
    }
    return doctor.build();
  }

  /** Looks where the contract's order suggests the name, then everywhere. */
  private static int column(String name, int expected) {
    return expected < COLUMNS.size() && COLUMNS.get(expected).equals(name)
        ? expected
        : COLUMNS.indexOf(name);
  }

  private void set(Doctor.Builder doctor, int column) {
    switch (column) {
      case 0:
        doctor.gmcNumber(field.toString().strip());
        break;
      case 1:
        doctor.firstName(repeated.text(field));
        break;
      case 2:
        doctor.lastName(repeated.text(field));
        break;
      case 3:
        doctor.submissionDate(date(column));
        break;
      case 4:
        doctor.doctorStatus(repeated.text(field));
        break;
      case 5:
        doctor.breach(repeated.text(field));
        break;
      case 6:
        doctor.dateAdded(date(column));
        break;
      case 7:
        String notice = repeated.text(field);
        doctor.underNotice(TypedAnswers.underNotice(notice)).underNoticeText(notice);
        break;
      case 8:
        doctor.investigation(repeated.text(field));
        break;
      case 9:
        doctor.preliminaryInvestigation(repeated.text(field));
        break;
      default:
        doctor.sanction(repeated.text(field));
    }
  }

  private @Nullable LocalDate date(int column) {
    LocalDate date = repeated.date(field);
    return date != null
        ? date
        : TypedAnswers.date(rows, COLUMNS.get(column), field.toString(), unreadable).orElse(null);
  }

  private UnreadableAnswerException problem(String message) {
    return new UnreadableAnswerException(Kind.MALFORMED, envelopeSeen, message, null);
  }
}
