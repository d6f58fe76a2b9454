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
  private static final RegisteredDoctor DOCTOR =
      RegisteredDoctor.builder("9000001")
          .firstName("Ann")
          .lastName("Nobody")
          .submissionDate(LocalDate.of(2027, 1, 2))
          .doctorStatus("s")
          .breach("b")
          .dateAdded(LocalDate.of(2020, 3, 4))
          .underNotice("Yes")
          .investigation("i")
          .preliminaryInvestigation("p")
          .sanction("x")
          .build();

  @ParameterizedTest
  @ValueSource(
      classes = {
        RegisteredDoctor.class,
        RegisteredRecommendation.class,
        JournalEntry.class,
        DoctorRow.class,
        CannedAnswer.class
      })
  void equalityCoversEveryComponent(Class<?> type) {
    EqualsVerifier.forClass(type).suppress(nl.jqno.equalsverifier.Warning.NULL_FIELDS).verify();
  }

  @Test
  void aDoctorsBuilderStartsFromHisValues() {
    assertThat(DOCTOR.toBuilder().build()).isEqualTo(DOCTOR);
  }

  @Test
  void aDoctorsTextShowsNothingOfHim() {
    assertThat(DOCTOR)
        .hasToString(
            "RegisteredDoctor[gmcNumber=***, firstName=***, lastName=***, submissionDate=***,"
                + " doctorStatus=***, breach=***, dateAdded=***, underNotice=***,"
                + " investigation=***, preliminaryInvestigation=***, sanction=***]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "900000", "90000011", "N/A", "900000٣"})
  void aGmcNumberIsSevenDigits(String number) {
    assertThatThrownBy(() -> RegisteredDoctor.builder(number).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("gmcNumber must be seven digits");
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
