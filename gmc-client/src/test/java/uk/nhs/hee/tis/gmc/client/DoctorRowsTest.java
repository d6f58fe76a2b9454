package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.hee.tis.gmc.client.fixture.Soap.field;
import static uk.nhs.hee.tis.gmc.client.fixture.Soap.row;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.Rows;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.UnderNotice;
import uk.nhs.hee.tis.gmc.client.model.UnreadableField;

/** What becomes of a row: always one doctor, whatever its fields hold. */
class DoctorRowsTest {
  private static final WireServer SERVER = WireServer.start();
  private static final GmcClient GMC = Clients.of(SERVER);
  private static final Doctor NOBODY = Doctor.builder().build();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void everyFieldIsRead() {
    Doctor doctor =
        only(
            field("GMCReferenceNumber", "\t0000042 ")
                + field("DoctorFirstName", "Zo&#xEB; &#x1F600;")
                + field("DoctorLastName", "O&apos;Quill &amp; &lt;Sons&gt;")
                + field("SubmissionDate", "21/07/2027")
                + field("DoctorStatus", "status text")
                + field("Breach", "breach text")
                + field("DateAdded", "01/12/2020")
                + field("UnderNotice", "On Hold")
                + field("Investigation", "investigation text")
                + field("PreliminaryInvestigation", "preliminary text")
                + field("Sanction", "sanction text"));

    assertThat(doctor)
        .isEqualTo(
            Doctor.builder()
                .gmcNumber("0000042")
                .firstName("Zoë 😀")
                .lastName("O'Quill & <Sons>")
                .submissionDate(LocalDate.of(2027, 7, 21))
                .doctorStatus("status text")
                .breach("breach text")
                .dateAdded(LocalDate.of(2020, 12, 1))
                .underNotice(UnderNotice.ON_HOLD)
                .underNoticeText("On Hold")
                .investigation("investigation text")
                .preliminaryInvestigation("preliminary text")
                .sanction("sanction text")
                .build());
  }

  @Test
  void nilEmptyAndNumberlessRowsAreDoctorsThatNobodyCanName() {
    DoctorsForDb doctors =
        list(
            Rows.rows(1)
                + "<GetDoctorsForDBResponse_Doctor xsi:nil=\"true\"/>"
                + row("")
                + row(field("GMCReferenceNumber", " "))
                + "<GetDoctorsForDBResponse_Doctor/>");

    assertThat(doctors.doctors()).hasSize(5).endsWith(NOBODY, NOBODY, NOBODY, NOBODY);
    assertThat(doctors.rowsWithoutGmcNumber()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void numbersThatAreNoneAreKeptAsTheyCame() {
    DoctorsForDb doctors =
        list(row(field("GMCReferenceNumber", "UNKNOWN")) + row(field("GMCReferenceNumber", "1")));

    assertThat(doctors.doctors())
        .extracting(doctor -> doctor.gmcNumber().orElse(""))
        .containsExactly("UNKNOWN", "1");
  }

  @Test
  void duplicatesStayAndAreNamed() {
    String again = row(field("GMCReferenceNumber", Rows.number(1)));

    DoctorsForDb doctors = list(Rows.rows(3) + again + again);

    assertThat(doctors.doctors()).hasSize(5);
    assertThat(doctors.duplicateGmcNumbers()).containsExactly(Rows.number(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "09/03/2027",
        " 09/03/2027\n",
        "2027-03-09",
        "2027-03-09 00:00:00",
        "2027-03-09 13:14:15.123",
        "2027-03-09T00:00:00",
        "09/03/2027 00:00:00"
      })
  void everyKnownFormOfADateIsRead(String text) {
    Doctor doctor = only(field("SubmissionDate", text) + field("DateAdded", text));

    assertThat(doctor.submissionDate()).hasValue(LocalDate.of(2027, 3, 9));
    assertThat(doctor.dateAdded()).hasValue(LocalDate.of(2027, 3, 9));
  }

  @ParameterizedTest
  @CsvSource({
    "29/02/2028, 2028-02-29",
    "29/02/2000, 2000-02-29",
    "30/04/2027, 2027-04-30",
    "31/12/2027, 2027-12-31",
    "01/01/0002, 0002-01-01"
  })
  void theLastDaysOfAMonthAreRead(String text, LocalDate date) {
    assertThat(only(field("SubmissionDate", text)).submissionDate()).hasValue(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01/01/0001",
        "01/01/0001 00:00:00",
        "0001-01-01",
        "0001-01-01 00:00:00",
        "0001-01-01T00:00:00",
        "0001-01-01T00:00:00.0000000Z",
        "0001-01-01T00:00:00+01:00"
      })
  void theDateThatDotNetWritesForNoneIsNone(String minValue) {
    aBlankDateIsNone(minValue);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-07-21T23:30:00Z, 2027-07-22",
    "2027-07-21T22:59:59.9999999Z, 2027-07-21",
    "2027-07-21T23:00:00+00:00, 2027-07-22",
    "2027-07-21T23:30:00+01:00, 2027-07-21",
    "2027-07-22T00:00:00+01:00, 2027-07-22",
    "2027-07-22T00:30:00+0200, 2027-07-21",
    "2027-07-21T20:00:00-05:00, 2027-07-22",
    "2027-01-21T23:30:00Z, 2027-01-21",
    "2027-01-21T00:30:00+01:00, 2027-01-20",
    "2027-07-21 23:30:00Z, 2027-07-22",
    "2027-07-21T23:30:00 +00:00, 2027-07-22",
    "21/07/2027 23:30 GMT, 2027-07-22",
    "2027-07-21T23:30:00, 2027-07-21",
    "2027-07-21Z, 2027-07-21",
    "2027-07-21+01:00, 2027-07-21"
  })
  void aDateWithAZoneIsTheDayThatItIsInLondon(String text, LocalDate day) {
    assertThat(only(field("SubmissionDate", text)).submissionDate()).hasValue(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2027-07-21T25:30:00Z", "2027-07-21T23:30:00+19:00"})
  void aTimeThatIsNoneMakesTheDateUnreadable(String text) {
    DoctorsForDb doctors = list(row(field("SubmissionDate", text)));

    assertThat(doctors.doctors()).containsExactly(NOBODY);
    assertThat(doctors.unreadableFields())
        .containsExactly(UnreadableField.of(0, "SubmissionDate", text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t"})
  void aBlankDateIsNone(String blank) {
    DoctorsForDb doctors = list(row(field("SubmissionDate", blank) + field("DateAdded", blank)));

    assertThat(doctors.doctors()).containsExactly(NOBODY);
    assertThat(doctors.unreadableFields()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31/02/2027",
        "29/02/2027",
        "29/02/2100",
        "31/04/2027",
        "00/04/2027",
        "01/00/2027",
        "01/13/2027",
        "01/01/0000",
        "3/9/2027",
        "09/03/27",
        "09-03-2027",
        "2027/03/09",
        "0000-00-00",
        "soon",
        "-",
        "/",
        "٠٩/٠٣/٢٠٢٧",
        "+999999999-01-01"
      })
  void aTextThatIsNoDateIsKeptWithItsRow(String text) {
    DoctorsForDb doctors =
        list(
            Rows.rows(1)
                + row(field("GMCReferenceNumber", "7000009") + field("SubmissionDate", text))
                + row(field("DateAdded", text)));

    assertThat(doctors.doctors()).endsWith(Doctor.builder().gmcNumber("7000009").build(), NOBODY);
    assertThat(doctors.unreadableFields())
        .containsExactly(
            UnreadableField.of(1, "SubmissionDate", text),
            UnreadableField.of(2, "DateAdded", text));
  }

  @ParameterizedTest
  @CsvSource({
    "Yes, YES",
    "No, NO",
    "On Hold, ON_HOLD",
    "yes, YES",
    "' NO ', NO",
    "ON HOLD, ON_HOLD",
    "Onhold, UNKNOWN",
    "Perhaps, UNKNOWN"
  })
  void underNoticeIsReadWithItsText(String text, UnderNotice expected) {
    assertThat(only(field("UnderNotice", text)))
        .isEqualTo(Doctor.builder().underNotice(expected).underNoticeText(text).build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void aBlankUnderNoticeIsUnknownWithoutText(String text) {
    assertThat(only(field("UnderNotice", text))).isEqualTo(NOBODY);
  }

  private static Doctor only(String fields) {
    DoctorsForDb doctors = list(row(fields));
    assertThat(doctors.unreadableFields()).isEmpty();
    assertThat(doctors.doctors()).hasSize(1);
    return doctors.doctors().get(0);
  }

  private static DoctorsForDb list(String rows) {
    SERVER.then(HttpReply.soap(Soap.list(rows)));
    return GMC.getDoctorsForDb(Call.BODY);
  }
}
