package uk.nhs.hee.tis.gmc.example.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.hee.tis.gmc.testkit.Drop.AFTER_PROCESSING;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.annotation.DirtiesContext;
import uk.nhs.hee.tis.gmc.client.model.DeferralReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralSubreason;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationType;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.DoctorRow;
import uk.nhs.hee.tis.gmc.testkit.assertions.GmcAssertions;
import uk.nhs.hee.tis.gmc.testkit.pages.GmcPages;

@ExtendWith(OutputCaptureExtension.class)
class RecommendationServiceTest extends StandInTests {
  private static final String BODY = "1-1RSSQ2H";
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  @Autowired private TestRestTemplate rest;

  private final String id = UUID.randomUUID().toString();

  @BeforeEach
  void aDoctorIsUnderNotice() {
    gmc.register().connect(BODY, DoctorRow.doctor("9000001").underNotice());
  }

  @Test
  void anAcceptedRecommendationKeepsTheIdsOfTheGmc() {
    ResponseEntity<JsonNode> answer = submit(deferral());

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(text(answer, "outcome")).isEqualTo("ACCEPTED");
    assertThat(text(answer, "message")).isEqualTo("success");
    assertThat(text(answer, "returnCode")).isEqualTo("0");
    assertThat(text(answer, "gmcRecommendationId"))
        .isEqualTo(gmc.register().recommendations().get(0).recommendationId());
    assertThat(text(answer, "gmcRequestId")).isNotEmpty();
    assertThat(text(answer, "clientRequestId")).isNotEmpty();
    GmcAssertions.assertThat(gmc)
        .received(1)
        .recommendationFor("9000001")
        .withType(RecommendationType.DEFER)
        .withReason(DeferralReason.INSUFFICIENT_EVIDENCE)
        .withSubreason(DeferralSubreason.CPD)
        .deferringTo(LocalDate.of(2027, 3, 31))
        .forDesignatedBody(BODY);
  }

  @Test
  void aRefusalNamesReturnCodeAndWhoMustActAndMayBeCorrected() {
    gmc.whenRecommending().refusesWith(ReturnCode.of("161")).then().answersFromTheRegister();

    ResponseEntity<JsonNode> refused = submit(deferral());
    ResponseEntity<JsonNode> corrected = submit(recommendation("REVALIDATE"));

    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(text(refused, "outcome")).isEqualTo("REJECTED");
    assertThat(text(refused, "returnCode")).isEqualTo("161");
    assertThat(text(refused, "advice")).isEqualTo(ReturnCode.DEFERRAL_TOO_EARLY.advice());
    assertThat(text(corrected, "outcome")).isEqualTo("ACCEPTED");
  }

  @Test
  void aReturnCodeThatNobodyKnowsMayBeASuccessSoASecondSubmissionIsHeldBack() {
    gmc.whenRecommending().refusesWith(ReturnCode.of("777")).then().answersFromTheRegister();

    ResponseEntity<JsonNode> answer = submit(recommendation("NON_ENGAGEMENT"));
    ResponseEntity<JsonNode> again = submit(recommendation("NON_ENGAGEMENT"));

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(text(answer, "outcome")).isEqualTo("UNKNOWN");
    assertThat(text(answer, "returnCode")).isEqualTo("777");
    assertThat(text(answer, "message")).contains("probably a refusal, but that is not certain");
    assertThat(again.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(text(again, "message"))
        .isEqualTo("it may have been accepted: look the doctor up in GMC Connect first");
    GmcAssertions.assertThat(gmc).received(1).recommendationFor("9000001");
  }

  @Test
  @DirtiesContext
  void aBlockedRecommendationWasNotSentAndIsHeldBackWhileTheBlockLasts() {
    gmc.whenRecommending().blocksWith(GmcPages.cloudflare().clientSignature());

    for (int time = 0; time < 2; time++) {
      ResponseEntity<JsonNode> answer = submit(recommendation("REVALIDATE"));
      assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
      assertThat(text(answer, "outcome")).isEqualTo("NOT_SENT");
      assertThat(text(answer, "message")).contains("Cloudflare");
    }
    GmcAssertions.assertThat(gmc).received(1).callsOf(GmcOperation.TRY_RECOMMENDATION_V2);
    assertThat(gmc.register().recommendations()).isEmpty();
  }

  @Test
  void anUnknownOutcomeIsToldAndKeepsASecondSubmissionBack() {
    gmc.whenRecommending().dropsConnection(AFTER_PROCESSING).then().answersFromTheRegister();

    ResponseEntity<JsonNode> lost = submit(recommendation("REVALIDATE"));
    ResponseEntity<JsonNode> again = submit(recommendation("REVALIDATE"));

    assertThat(lost.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(text(lost, "outcome")).isEqualTo("UNKNOWN");
    assertThat(text(lost, "message")).contains("Do not submit it again");
    assertThat(again.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(text(again, "message"))
        .isEqualTo("it may have been accepted: look the doctor up in GMC Connect first");
    GmcAssertions.assertThat(gmc).received(1).recommendationFor("9000001");
  }

  @Test
  void anAcceptedRecommendationIsNotSubmittedTwice() {
    submit(recommendation("REVALIDATE"));

    ResponseEntity<JsonNode> again = submit(recommendation("REVALIDATE"));

    assertThat(again.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(text(again, "message")).isEqualTo("it was accepted already");
    GmcAssertions.assertThat(gmc).received(1).recommendationFor("9000001");
  }

  @Test
  void theStatusIsTheGmcs() {
    submit(recommendation("REVALIDATE"));
    gmc.whenCheckingStatus()
        .answersStatus("Under Review")
        .then()
        .answersStatus("Approved")
        .then()
        .answersStatus("Rejected")
        .then()
        .answersStatus("Escalated");

    for (String status : List.of("UNDER_REVIEW", "APPROVED", "REJECTED", "UNKNOWN")) {
      ResponseEntity<JsonNode> answer = status(id);
      assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
      assertThat(text(answer, "status")).isEqualTo(status);
    }
    assertThat(text(status(id), "gmcText")).isEqualTo("Escalated");
  }

  @Test
  void aStatusThatCouldNotBeAskedIsWhatWasKnownBefore() {
    submit(recommendation("REVALIDATE"));
    gmc.whenCheckingStatus()
        .answersStatus("Approved")
        .then()
        .refusesWith(ReturnCode.NOT_ASSOCIATED);

    status(id);
    ResponseEntity<JsonNode> answer = status(id);

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(text(answer, "status")).isEqualTo("APPROVED");
    assertThat(text(answer, "checked")).isEqualTo("false");
    assertThat(text(answer, "message")).contains("140");
  }

  @Test
  void aStatusIsAskedOnceWithoutARetry() {
    submit(recommendation("REVALIDATE"));
    gmc.whenCheckingStatus().answersWith(503, "text/html", "<html>busy</html>");

    assertThat(text(status(id), "checked")).isEqualTo("false");
    GmcAssertions.assertThat(gmc).received(1).statusQueryFor("9000001");
  }

  @Test
  void whatWasNotAcceptedHasNoStatus() {
    ResponseEntity<JsonNode> answer = status(id);

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(text(answer, "message")).isEqualTo("no recommendation by this id was accepted");
    GmcAssertions.assertThat(gmc).sentNothing();
  }

  @Test
  void aRequestThatCannotBeSentShowsNoValueOfItselfInAnswerOrLog(CapturedOutput output) {
    Map<String, Object> noSurname = recommendation("REVALIDATE");
    noSurname.put("doctorSurname", " ");
    Map<String, Object> badNumber = recommendation("REVALIDATE");
    badNumber.put("gmcId", "9000001X");
    Map<String, Object> badDate = deferral();
    badDate.put("deferralDate", "Quillfeather");
    Map<String, Object> unsendable = recommendation("REVALIDATE");
    unsendable.put("doctorSurname", "Quillfeather\u0001");

    for (Map<String, Object> request : List.of(noSurname, badNumber, badDate, unsendable)) {
      ResponseEntity<JsonNode> answer = submit(request);
      assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
      assertThat(text(answer, "message"))
          .isNotEmpty()
          .doesNotContain("9000001", "Quillfeather", "a.admin");
    }
    assertThat(output.getAll()).doesNotContain("9000001", "Quillfeather", "a.admin");
    GmcAssertions.assertThat(gmc).received(0).callsOf(GmcOperation.TRY_RECOMMENDATION_V2);
    assertThat(text(submit(recommendation("REVALIDATE")), "outcome")).isEqualTo("ACCEPTED");
  }

  private ResponseEntity<JsonNode> submit(Map<String, Object> request) {
    return call(HttpMethod.POST, "submit", request);
  }

  private ResponseEntity<JsonNode> status(String id) {
    return call(HttpMethod.GET, "status", null);
  }

  private ResponseEntity<JsonNode> call(HttpMethod method, String way, Object request) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.ACCEPT, BROWSER);
    ResponseEntity<JsonNode> answer =
        rest.exchange(
            "/api/recommendations/{id}/" + way,
            method,
            new HttpEntity<>(request, headers),
            JsonNode.class,
            id);
    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
    return answer;
  }

  private static String text(ResponseEntity<JsonNode> answer, String field) {
    return answer.getBody().path(field).asText();
  }

  private static Map<String, Object> recommendation(String type) {
    return new HashMap<>(
        Map.of(
            "gmcId", "9000001",
            "doctorSurname", "Quillfeather",
            "designatedBodyCode", BODY,
            "roGmcId", "9000002",
            "roSurname", "Quillfeather",
            "type", type,
            "admin", "a.admin",
            "adminEmail", "a.admin@example.nhs.uk"));
  }

  private static Map<String, Object> deferral() {
    Map<String, Object> deferral = recommendation("DEFER");
    deferral.put("deferralReason", "INSUFFICIENT_EVIDENCE");
    deferral.put("deferralSubreason", "CPD");
    deferral.put("deferralDate", "2027-03-31");
    return deferral;
  }
}
