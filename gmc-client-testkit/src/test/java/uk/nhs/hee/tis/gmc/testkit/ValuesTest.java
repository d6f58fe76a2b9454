package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.model.RecommendationType;
import uk.nhs.hee.tis.gmc.testkit.pages.CannedAnswer;

/** The value types: equality, copies, and a text form without personal data. */
class ValuesTest {
  private static final DoctorRow DOCTOR =
      DoctorRow.doctor("9000001")
          .named("Ann", "Nobody")
          .dueOn(LocalDate.of(2027, 1, 2))
          .with("DoctorStatus", "s")
          .with("Breach", "b")
          .addedOn(LocalDate.of(2020, 3, 4))
          .underNotice()
          .with("Investigation", "i")
          .with("PreliminaryInvestigation", "p")
          .with("Sanction", "x");

  @ParameterizedTest
  @ValueSource(
      classes = {
        DoctorRow.class,
        RegisteredRecommendation.class,
        JournalEntry.class,
        CannedAnswer.class
      })
  void equalityCoversEveryComponent(Class<?> type) {
    EqualsVerifier.forClass(type).suppress(nl.jqno.equalsverifier.Warning.NULL_FIELDS).verify();
  }

  @Test
  void aDoctorsTextShowsNothingOfHim() {
    assertThat(DOCTOR)
        .hasToString(
            "DoctorRow[GMCReferenceNumber, DoctorFirstName, DoctorLastName, SubmissionDate,"
                + " DoctorStatus, Breach, DateAdded, UnderNotice, Investigation,"
                + " PreliminaryInvestigation, Sanction]");
  }

  @Test
  void aChangedRowIsACopy() {
    DoctorRow changed = DOCTOR.dueOn(null).with("Sanction", null);

    assertThat(changed.field("SubmissionDate")).contains("");
    assertThat(changed.field("Sanction")).isEmpty();
    assertThat(changed.gmcNumber()).contains("9000001");
    assertThat(DOCTOR.field("SubmissionDate")).contains("02/01/2027");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "900000", "90000011", "N/A", "900000٣"})
  void aRegisterKnowsADoctorByAGmcNumberOfSevenDigits(String number) {
    GmcRegister register = GmcRegister.empty();

    assertThatThrownBy(() -> register.connect("1-1RSSQ2H", DoctorRow.doctor(number)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("gmcNumber must be seven digits");
    assertThatThrownBy(() -> register.connect("1-1RSSQ2H", DoctorRow.nil()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("gmcNumber must be seven digits");
    assertThat(register.designatedBodies()).isEmpty();
  }

  @Test
  void aRecommendationsTextShowsNothingOfTheDoctor() {
    assertThat(
            new RegisteredRecommendation(
                "900001",
                "9000001",
                "1-1RSSQ2H",
                RecommendationType.REVALIDATE,
                null,
                null,
                null,
                "Approved"))
        .hasToString(
            "RegisteredRecommendation[recommendationId=900001, gmcNumber=***,"
                + " designatedBodyCode=1-1RSSQ2H, type=***, deferralReason=***,"
                + " deferralSubreason=***, deferralDate=***, status=***]");
  }

  @Test
  void aCannedAnswerIsACopyAndShowsNoBody() {
    byte[] body = {1, 2, 3};
    CannedAnswer answer =
        CannedAnswer.builder().status(403).header("A", "1").header("A", "2").body(body).build();
    body[0] = 9;
    answer.body()[1] = 9;

    assertThat(answer.body()).containsExactly(1, 2, 3);
    assertThat(answer.headers()).isEqualTo(Map.of("A", List.of("1", "2")));
    assertThat(answer.toBuilder().build()).isEqualTo(answer);
    assertThat(answer).hasToString("CannedAnswer[status=403, headers={A=[1, 2]}, body=3 bytes]");
  }

  @Test
  void aStatusThatIsNoneIsRefused() {
    assertThatThrownBy(() -> CannedAnswer.builder().status(99).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("status must be 200 to 999, but is 99");
  }
}
