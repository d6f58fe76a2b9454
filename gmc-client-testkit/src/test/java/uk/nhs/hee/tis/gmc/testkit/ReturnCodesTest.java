package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.CHECK_RECOMMENDATION_STATUS;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.GET_DOCTORS_FOR_DB;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_ADD_DOCTOR;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_RECOMMENDATION_V2;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_REMOVE_DOCTOR;

import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** Which return code a wrong or missing field, or a rule of the register, is answered with. */
class ReturnCodesTest {
  private static final String HERE = "1-1RSSQ2H";
  private static final String NOTICED = "9000001";

  @RegisterExtension
  static final GmcMockServer gmc =
      GmcMockServer.builder()
          .strict(false)
          .register(
              GmcRegister.empty()
                  .addDesignatedBody("1-AIIDHJ")
                  .connect(HERE, doctor(NOTICED, "Yes"))
                  .connect(HERE, doctor("9000002", "On Hold"))
                  .connect(HERE, doctor("9000003", "No")))
          .build();

  private static DoctorRow doctor(String number, String underNotice) {
    return DoctorRow.doctor(number).underNotice(underNotice);
  }

  private static String codeWith(
      GmcOperation operation, Map<String, String> fields, String field, String text) {
    fields.replace(field, text);
    return Soap.call(gmc, operation, fields).code();
  }

  @ParameterizedTest
  @CsvSource({
    "DoctorSurname, '', 82",
    "DoctorUID, '', 70",
    "DoctorUID, 900000, 70",
    "DoctorUID, UNKNOWN, 70",
    "RoSurname, ' ', 85",
    "RoUID, '', 84",
    "RoUID, 12345678, 84",
    "RoDesignatedBodyCode, '', 80",
    "RoDesignatedBodyCode, 1-NONE, 80",
    "RoRecommendation, '', 87",
    "RoRecommendation, 4, 87",
    "RoRecommendation, 1, 88",
    "RoRecommendationReason, '', 88",
    "RoRecommendationReason, 3, 88",
    "RoRecommendationReason, 2, 94",
    "RequestedDeferralDate, '', 89",
    "RequestedDeferralDate, 2026-12-01, 89",
    "RequestedDeferralDate, 31/02/2027, 89",
    "RoRecommendationSubreason, '', 97",
    "RoRecommendationSubreason, 9, 94",
    "InternalUser, '', 110",
    "InternalUserEmailAddress, '', 150",
    "RoDesignatedBodyCode, 1-AIIDHJ, 140",
    "DoctorUID, 9000002, 93",
    "DoctorUID, 9000003, 92",
    "DoctorUID, 9000009, 140"
  })
  void aRecommendationIsRefused(String field, String text, String code) {
    assertThat(codeWith(TRY_RECOMMENDATION_V2, Soap.deferral(NOTICED, HERE), field, text))
        .isEqualTo(code);
    assertThat(gmc.register().recommendations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', 0",
    "2, '', '', 88",
    "'', 01/12/2026, '', 89",
    "'', '', 1, 94",
  })
  void aRevalidationTakesNeitherReasonNorDate(
      String reason, String date, String subreason, String code) {
    Map<String, String> fields = Soap.deferral(NOTICED, HERE);
    fields.replace("RoRecommendation", "1");
    fields.replace("RoRecommendationReason", reason);
    fields.replace("RequestedDeferralDate", date);

    assertThat(codeWith(TRY_RECOMMENDATION_V2, fields, "RoRecommendationSubreason", subreason))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "DoctorUID, '', 70",
    "DesignatedBodyCode, 1-NONE, 80",
    "ChangeReason, '', 120",
    "ChangeReason, 3, 120",
    "InternalUser, '', 110"
  })
  void anAdditionIsRefused(String field, String text, String code) {
    assertThat(codeWith(TRY_ADD_DOCTOR, Soap.add("9000007", HERE), field, text)).isEqualTo(code);
    assertThat(gmc.register().doctors(HERE)).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"DoctorUID, '', 70", "ChangeReason, 4, 120", "ChangeReason, 3, 0"})
  void aRemovalHasReasonsOfItsOwn(String field, String text, String code) {
    assertThat(codeWith(TRY_REMOVE_DOCTOR, Soap.remove(NOTICED, HERE), field, text))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "DesignatedBodyId, 1-NONE, 80",
    "InternalUserId, '', 110",
    "GMCReferenceNumber, N/A, 70",
    "GMCReferenceNumber, 9000002, 130",
    "RecommendationId, '', 130",
    "RecommendationId, 17, 130",
    "DesignatedBodyId, 1-AIIDHJ, 140"
  })
  void aStatusCheckIsRefused(String field, String text, String code) {
    String id =
        Soap.call(gmc, TRY_RECOMMENDATION_V2, Soap.deferral(NOTICED, HERE)).one("RecommendationID");

    assertThat(codeWith(CHECK_RECOMMENDATION_STATUS, Soap.status(NOTICED, HERE, id), field, text))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"DesignatedBodyCode, '', 80", "InternalUser, '', 110"})
  void aListIsRefused(String field, String text, String code) {
    assertThat(codeWith(GET_DOCTORS_FOR_DB, Soap.list(HERE), field, text)).isEqualTo(code);
  }
}
