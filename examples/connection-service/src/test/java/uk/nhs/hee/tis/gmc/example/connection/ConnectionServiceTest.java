package uk.nhs.hee.tis.gmc.example.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.hee.tis.gmc.testkit.Drop.AFTER_PROCESSING;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.test.annotation.DirtiesContext;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.AddReason;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.RemoveReason;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.DoctorRow;
import uk.nhs.hee.tis.gmc.testkit.assertions.GmcAssertions;
import uk.nhs.hee.tis.gmc.testkit.pages.GmcPages;

@ExtendWith(OutputCaptureExtension.class)
class ConnectionServiceTest extends StandInTests {
  private static final String BODY = "1-1RSSQ2H";
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  @Autowired private TestRestTemplate rest;

  @Value("${GMC_INTERNAL_USER}")
  private String internalUser;

  @BeforeEach
  void theGmcKnowsTheBody() {
    gmc.register().addDesignatedBody(BODY);
  }

  @Test
  void connectsADoctor() {
    gmc.whenAdding().addsDoctorDueOn(LocalDate.of(2027, 7, 21));

    ResponseEntity<JsonNode> answer = post("add", "1", "9000001");

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(answer.getBody().path("outcome").asText()).isEqualTo("DONE");
    assertThat(answer.getBody().path("message").asText()).isEqualTo("success");
    assertThat(answer.getBody().path("returnCode").asText()).isEqualTo("0");
    assertThat(answer.getBody().path("submissionDate").asText()).isEqualTo("2027-07-21");
    assertThat(answer.getBody().path("gmcRequestId").asText()).isNotEmpty();
    GmcAssertions.assertThat(gmc)
        .received(1)
        .additionFor("9000001")
        .withReason(AddReason.HAS_CONNECTION)
        .forDesignatedBody(BODY);
    GmcAssertions.assertThat(gmc)
        .sentUserAgent("connection-service/dev (tis.support@example.nhs.uk)");
  }

  @Test
  void disconnectsADoctor() {
    gmc.register().connect(BODY, DoctorRow.doctor("9000001"));

    ResponseEntity<JsonNode> answer = post("remove", "3", "9000001");

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(answer.getBody().path("outcome").asText()).isEqualTo("DONE");
    assertThat(gmc.register().doctors(BODY)).isEmpty();
    GmcAssertions.assertThat(gmc)
        .received(1)
        .removalFor("9000001")
        .withReason(RemoveReason.NO_CONNECTION);
  }

  @Test
  void theWishThatHeldAlreadyIsNoErrorAndKeepsItsCode() {
    gmc.whenAdding().answersAlreadySo();
    gmc.whenRemoving().answersAlreadySo();

    Map<String, String> codes = Map.of("add", "100", "remove", "140");
    codes.forEach(
        (way, code) -> {
          ResponseEntity<JsonNode> answer = post(way, "1", "9000001");
          assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
          assertThat(answer.getBody().path("outcome").asText()).isEqualTo("ALREADY_SO");
          assertThat(answer.getBody().path("returnCode").asText()).isEqualTo(code);
          assertThat(answer.getBody().path("message").asText())
              .isEqualTo(ReturnCode.of(code).meaning());
        });
  }

  @Test
  void aRefusalNamesReturnCodeAndWhoMustAct() {
    gmc.whenAdding().refusesWith(ReturnCode.of("106"));

    ResponseEntity<JsonNode> answer = post("add", "1", "9000001");

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(answer.getBody().path("outcome").asText()).isEqualTo("REJECTED");
    assertThat(answer.getBody().path("message").asText()).contains("106");
    assertThat(answer.getBody().path("returnCode").asText()).isEqualTo("106");
    assertThat(answer.getBody().path("advice").asText())
        .isEqualTo("Ask the GMC Contact Centre about the lock.");
  }

  @Test
  void aReturnCodeThatNobodyKnowsIsARefusalToo() {
    gmc.whenRemoving().refusesWith(ReturnCode.of("777"));

    ResponseEntity<JsonNode> answer = post("remove", "1", "9000001");

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(answer.getBody().path("returnCode").asText()).isEqualTo("777");
  }

  @Test
  void aBlankDateInTheAnswerCostsNothing() {
    gmc.whenAdding().answersWithField("SubmissionDate", "");

    assertThat(post("add", "1", "9000001").getBody().path("outcome").asText()).isEqualTo("DONE");
  }

  @Test
  void anAnswerThatWasLostLeavesTheOutcomeUnknownAndARepeatTells() {
    gmc.whenAdding().dropsConnection(AFTER_PROCESSING).then().answersFromTheRegister();

    ResponseEntity<JsonNode> lost = post("add", "1", "9000001");
    ResponseEntity<JsonNode> repeated = post("add", "1", "9000001");

    assertThat(lost.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(lost.getBody().path("outcome").asText()).isEqualTo("OUTCOME_UNKNOWN");
    assertThat(lost.getBody().path("message").asText()).contains("Retry it to find out");
    assertThat(repeated.getBody().path("outcome").asText()).isEqualTo("ALREADY_SO");
  }

  @Test
  void oneDoctorsFailureDoesNotAbortTheOthers() {
    gmc.register().connect(BODY, DoctorRow.doctor("9000002"));
    gmc.whenAdding().forDoctor("9000003").refusesWith(ReturnCode.of("160"));
    gmc.whenAdding().forDoctor("9000004").refusesWith(ReturnCode.NO_ACCESS_TO_DESIGNATED_BODY);
    gmc.whenAdding().forDoctor("9000005").dropsConnection(AFTER_PROCESSING);

    ResponseEntity<JsonNode> answer =
        post("bulk-add", "1", "9000001", "9000002", "9000003", "9000004", "9000005", "UNKNOWN");

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(answer.getBody().findValuesAsText("gmcId"))
        .containsExactly("9000001", "9000002", "9000003", "9000004", "9000005", "UNKNOWN");
    assertThat(answer.getBody().findValuesAsText("outcome"))
        .containsExactly(
            "DONE", "ALREADY_SO", "REJECTED", "REJECTED", "OUTCOME_UNKNOWN", "INVALID");
    assertThat(answer.getBody().get(5).path("message").asText())
        .isEqualTo("gmcNumber must be seven digits, but is 7 characters and not all are digits");
    assertThat(answer.getBody().get(5).path("returnCode").asText()).isEqualTo("70");
  }

  @Test
  void aValueThatCannotBeSentIsTheCallersMistakeAndNoOutage() {
    ResponseEntity<JsonNode> answer = send("add", request("1", "a.\u0001dmin", doctor("9000001")));

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(answer.getBody().path("outcome").asText()).isEqualTo("INVALID");
    assertThat(answer.getBody().path("message").asText())
        .isEqualTo("internalUser holds U+0001 at index 2, which XML cannot hold");
    GmcAssertions.assertThat(gmc).sentNothing();
  }

  @Test
  void aReasonThatIsNoneHasTheCodeThatTheGmcWouldAnswer() {
    ResponseEntity<JsonNode> answer = post("bulk-remove", "9", "9000001", "9000002");

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(answer.getBody().findValuesAsText("outcome")).containsExactly("INVALID", "INVALID");
    assertThat(answer.getBody().findValuesAsText("returnCode")).containsExactly("120", "120");
    GmcAssertions.assertThat(gmc).sentNothing();
  }

  @Test
  void whoActsIsTheConfiguredUserWhereTheRequestDoesNotSay() {
    gmc.whenAdding().addsDoctorDueOn(LocalDate.of(2027, 7, 21));

    send("add", request("1", null, doctor("9000001")));

    assertThat(gmc.received().additions())
        .singleElement()
        .extracting(AddDoctor::internalUser)
        .isEqualTo(Optional.of(internalUser));
  }

  @Test
  void everyDoctorIsDisconnectedFromTheBodyThatItHas() {
    gmc.register().connect(BODY, DoctorRow.doctor("9000001"));
    gmc.register().connect("1-1RUZUSF", DoctorRow.doctor("9000002"));

    ResponseEntity<JsonNode> answer =
        send(
            "bulk-remove",
            request(
                "2",
                "a.admin",
                doctor("9000001"),
                Map.of("gmcId", "9000002", "currentDesignatedBodyCode", "1-1RUZUSF"),
                doctor("9000003"),
                Map.of("gmcId", "9000004")));

    assertThat(answer.getBody().findValuesAsText("outcome"))
        .containsExactly("DONE", "DONE", "ALREADY_SO", "INVALID");
    assertThat(answer.getBody().findValuesAsText("returnCode"))
        .containsExactly("0", "0", "140", "80");
    assertThat(gmc.register().doctors(BODY)).isEmpty();
    assertThat(gmc.register().doctors("1-1RUZUSF")).isEmpty();
  }

  @Test
  @DirtiesContext
  void aBlockSparesTheRestAndIsOneIncidentInTheLog(CapturedOutput output) {
    gmc.whenAdding().blocksWith(GmcPages.cloudflare().clientSignature());

    ResponseEntity<JsonNode> answer = post("bulk-add", "1", "9000001", "9000002", "9000003");
    ResponseEntity<JsonNode> next = post("add", "1", "9000007");

    assertThat(answer.getBody().findValuesAsText("outcome"))
        .containsExactly("FAILED", "NOT_ATTEMPTED", "NOT_ATTEMPTED");
    assertThat(answer.getBody().get(0).path("message").asText()).contains("Cloudflare");
    assertThat(next.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(next.getBody().path("outcome").asText()).isEqualTo("NOT_ATTEMPTED");
    assertThat(next.getBody().path("message").asText()).contains("Cloudflare");
    GmcAssertions.assertThat(gmc).received(1).callsOf(GmcOperation.TRY_ADD_DOCTOR);
    assertThat(output.getOut().lines().filter(logged -> logged.contains(" began: error 1010")))
        .filteredOn(logged -> logged.contains(" WARN "))
        .singleElement()
        .asString()
        .contains("uk.nhs.hee.tis.gmc.client");
  }

  @Test
  @DirtiesContext
  void anIncidentIsOneErrorForSentryHoweverManyCallsItCosts(CapturedOutput output) {
    gmc.whenAdding().blocksWith(GmcPages.cloudflare().clientSignature());

    post("add", "1", "9000001");
    post("add", "1", "9000002");
    post("bulk-add", "1", "9000003", "9000004");

    assertThat(errors(output))
        .singleElement()
        .asString()
        .matches(
            ".* GMC Connect incident gmc-[0-9a-f]{8} began: error 1010: client signature banned\\."
                + " Who must act: the caller, then the GMC's firewall team");
  }

  @Test
  void aRefusalByTheGmcIsNoErrorForSentry(CapturedOutput output) {
    gmc.whenAdding().refusesWith(ReturnCode.REVALIDATION_LOCK);

    post("add", "1", "9000001");

    assertThat(errors(output)).isEmpty();
  }

  private static List<String> errors(CapturedOutput output) {
    return output
        .getOut()
        .lines()
        .filter(line -> line.contains(" ERROR "))
        .collect(Collectors.toList());
  }

  @Test
  void aRequestThatCannotBeRightShowsNoValueOfItselfInAnswerOrLog(CapturedOutput output) {
    HttpHeaders json = new HttpHeaders();
    json.setContentType(MediaType.APPLICATION_JSON);
    for (String body :
        List.of(
            "{\"doctors\": \"9000001\"}",
            "{\"doctors\": [{\"gmcId\": \"9000001\"",
            "{\"doctors\": [{\"gmcId\": \"9000001\"}, {\"gmcId\": \"9000001\"}]}")) {
      ResponseEntity<String> answer =
          rest.exchange(
              "/api/connections/add", HttpMethod.POST, new HttpEntity<>(body, json), String.class);
      assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
      assertThat(answer.getBody()).startsWith("{\"message\":").doesNotContain("9000001");
    }
    assertThat(output).doesNotContain("9000001");
    GmcAssertions.assertThat(gmc).sentNothing();
  }

  @Test
  void aBrowserGetsTheServicesOwnJson() {
    ResponseEntity<String> reasons =
        rest.exchange(
            RequestEntity.get(
                    rest.getRestTemplate()
                        .getUriTemplateHandler()
                        .expand("/api/connections/reasons"))
                .header(HttpHeaders.ACCEPT, BROWSER)
                .build(),
            String.class);

    assertThat(reasons.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
    assertThat(reasons.getBody())
        .contains("\"add\":{\"1\":\"HAS_CONNECTION\",\"2\":\"CONFLICT_OF_INTEREST\"}");
  }

  private ResponseEntity<JsonNode> post(String way, String reason, String... gmcIds) {
    return send(
        way,
        request(
            reason,
            "a.admin",
            Arrays.stream(gmcIds).map(ConnectionServiceTest::doctor).toArray(Map[]::new)));
  }

  private static Map<String, String> doctor(String gmcId) {
    return Map.of("gmcId", gmcId, "currentDesignatedBodyCode", BODY);
  }

  private static Map<String, Object> request(String reason, String admin, Map<?, ?>... doctors) {
    Map<String, Object> request = new HashMap<>();
    request.put("doctors", doctors);
    request.put("designatedBodyCode", BODY);
    request.put("changeReason", reason);
    request.put("admin", admin);
    return request;
  }

  private ResponseEntity<JsonNode> send(String way, Map<String, Object> body) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.ACCEPT, BROWSER);
    ResponseEntity<JsonNode> answer =
        rest.exchange(
            "/api/connections/" + way,
            HttpMethod.POST,
            new HttpEntity<>(body, headers),
            JsonNode.class);
    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
    return answer;
  }
}
