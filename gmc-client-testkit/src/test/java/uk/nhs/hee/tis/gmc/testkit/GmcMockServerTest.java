package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.CHECK_RECOMMENDATION_STATUS;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.GET_DOCTORS_FOR_DB;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_ADD_DOCTOR;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_RECOMMENDATION;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_RECOMMENDATION_V2;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_REMOVE_DOCTOR;

import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.model.DeferralReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralSubreason;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationType;
import uk.nhs.hee.tis.gmc.testkit.Soap.Answer;
import uk.nhs.hee.tis.gmc.testkit.internal.OperationContract;
import uk.nhs.hee.tis.gmc.testkit.internal.SoapVersion;

/** The six operations over HTTP, answered from the register. */
class GmcMockServerTest {
  private static final String HERE = "1-1RSSQ2H";
  private static final String THERE = "1-1RUZV6H";
  private static final String DOCTOR = "9000001";

  @RegisterExtension static final GmcMockServer gmc = GmcMockServer.create();

  @BeforeEach
  void connect() {
    gmc.register()
        .addDesignatedBody(THERE)
        .connect(
            HERE,
            DoctorRow.doctor(DOCTOR)
                .named("Zoë", "O'Neil & <Sons>")
                .dueOn(LocalDate.of(2027, 7, 21))
                .with("DoctorStatus", "status")
                .with("Breach", "breach")
                .addedOn(null)
                .underNotice()
                .with("Investigation", "investigation")
                .with("PreliminaryInvestigation", "preliminary")
                .with("Sanction", "sanction"));
  }

  private static Answer call(GmcOperation operation, Map<String, String> fields) {
    Answer answer = Soap.call(gmc, operation, fields);
    assertThat(answer.schemaErrors()).isEmpty();
    return answer;
  }

  private static List<String> listed(String body) {
    return call(GET_DOCTORS_FOR_DB, Soap.list(body)).all("GMCReferenceNumber");
  }

  @Test
  void aListIsWrittenAsTheGmcWritesIt() {
    Answer answer = call(GET_DOCTORS_FOR_DB, Soap.list(HERE));

    assertThat(answer.http.statusCode()).isEqualTo(200);
    assertThat(answer.http.headers().firstValue("Content-Type"))
        .hasValue("text/xml; charset=utf-8");
    assertThat(answer.body())
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                + "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"><soap:Body>"
                + "<GetDoctorsForDBResponse xmlns=\"https://webcache.gmc-uk.org/GMCWebServices/\">"
                + "<GetDoctorsForDBResult><Doctors><GetDoctorsForDBResponse_Doctor>"
                + "<GMCReferenceNumber>9000001</GMCReferenceNumber>"
                + "<DoctorFirstName>Zoë</DoctorFirstName>"
                + "<DoctorLastName>O'Neil &amp; &lt;Sons&gt;</DoctorLastName>"
                + "<SubmissionDate>21/07/2027</SubmissionDate><DoctorStatus>status</DoctorStatus>"
                + "<Breach>breach</Breach><DateAdded /><UnderNotice>Yes</UnderNotice>"
                + "<Investigation>investigation</Investigation>"
                + "<PreliminaryInvestigation>preliminary</PreliminaryInvestigation>"
                + "<Sanction>sanction</Sanction>"
                + "</GetDoctorsForDBResponse_Doctor></Doctors>"
                + "<ClientRequestID>id-1</ClientRequestID><GMCRequestID>4410001</GMCRequestID>"
                + "<ReturnCode>0</ReturnCode></GetDoctorsForDBResult></GetDoctorsForDBResponse>"
                + "</soap:Body></soap:Envelope>");
  }

  @Test
  void anEmptyListIsAnEmptyElement() {
    assertThat(call(GET_DOCTORS_FOR_DB, Soap.list(THERE)).body())
        .contains("<GetDoctorsForDBResult><Doctors /><ClientRequestID>");
  }

  @Test
  void anUnderNoticeThatIsNullIsLeftOut() {
    gmc.register()
        .connect(
            THERE,
            DoctorRow.doctor("9000002").addedOn(null).underNotice(null).with("Investigation", ""));

    assertThat(call(GET_DOCTORS_FOR_DB, Soap.list(THERE)).body())
        .contains("<DateAdded /><Investigation />");
  }

  @Test
  void anAddedDoctorIsListedAndASecondAddAnswers100() {
    Answer added = call(TRY_ADD_DOCTOR, Soap.add("9000005", HERE));

    assertThat(added.code()).isEqualTo("0");
    assertThat(added.one("ClientRequestID")).isEqualTo("id-2");
    assertThat(added.one("GMCRequestID")).isEqualTo("4410001");
    assertThat(listed(HERE)).containsExactly(DOCTOR, "9000005");
    assertThat(call(TRY_ADD_DOCTOR, Soap.add("9000005", HERE)).code()).isEqualTo("100");
  }

  @Test
  void anAddedDoctorMovesFromHisFormerBodyAndKeepsHisData() {
    Answer added = call(TRY_ADD_DOCTOR, Soap.add(DOCTOR, THERE));

    assertThat(added.one("SubmissionDate")).isEqualTo("21/07/2027");
    assertThat(listed(HERE)).isEmpty();
    assertThat(call(GET_DOCTORS_FOR_DB, Soap.list(THERE)).one("DoctorFirstName")).isEqualTo("Zoë");
  }

  @Test
  void aRemovedDoctorIsGoneAndASecondRemovalAnswers140() {
    assertThat(call(TRY_REMOVE_DOCTOR, Soap.remove(DOCTOR, THERE)).code()).isEqualTo("140");
    assertThat(call(TRY_REMOVE_DOCTOR, Soap.remove(DOCTOR, HERE)).code()).isEqualTo("0");
    assertThat(listed(HERE)).isEmpty();
    assertThat(call(TRY_REMOVE_DOCTOR, Soap.remove(DOCTOR, HERE)).code()).isEqualTo("140");
  }

  @Test
  void aRemovedDoctorComesBackWithHisData() {
    call(TRY_REMOVE_DOCTOR, Soap.remove(DOCTOR, HERE));
    call(TRY_ADD_DOCTOR, Soap.add(DOCTOR, HERE));

    assertThat(gmc.register().doctors(HERE).get(0).field("DoctorFirstName")).contains("Zoë");
  }

  @Test
  void aRecommendationIsKeptAndASecondAnswers91() {
    Answer accepted = call(TRY_RECOMMENDATION_V2, Soap.deferral(DOCTOR, HERE));

    assertThat(accepted.code()).isEqualTo("0");
    assertThat(gmc.register().recommendations())
        .containsExactly(
            new RegisteredRecommendation(
                accepted.one("RecommendationID"),
                DOCTOR,
                HERE,
                RecommendationType.DEFER,
                DeferralReason.INSUFFICIENT_EVIDENCE,
                DeferralSubreason.PATIENT_FEEDBACK,
                LocalDate.of(2026, 12, 1),
                "Under Review"));
    Answer second = call(TRY_RECOMMENDATION_V2, Soap.deferral(DOCTOR, HERE));
    assertThat(second.code()).isEqualTo("91");
    assertThat(second.all("RecommendationID")).isEmpty();
  }

  @Test
  void theFirstVersionNeedsNoSubreason() {
    Map<String, String> fields = Soap.deferral(DOCTOR, HERE);
    fields.remove("RoRecommendationSubreason");

    assertThat(call(TRY_RECOMMENDATION, fields).code()).isEqualTo("0");
  }

  @Test
  void theStatusIsUnderReviewUntilTheRegisterIsToldOtherwise() {
    String id = call(TRY_RECOMMENDATION_V2, Soap.deferral(DOCTOR, HERE)).one("RecommendationID");
    Map<String, String> query = Soap.status(DOCTOR, HERE, id);

    assertThat(call(CHECK_RECOMMENDATION_STATUS, query).one("Status")).isEqualTo("Under Review");
    gmc.register().status(id, "Approved");
    assertThat(call(CHECK_RECOMMENDATION_STATUS, query).one("Status")).isEqualTo("Approved");
    assertThat(call(TRY_RECOMMENDATION_V2, Soap.deferral(DOCTOR, HERE)).code()).isEqualTo("0");
  }

  @ParameterizedTest
  @EnumSource(GmcOperation.class)
  void everyOperationIsAnsweredOverSoap12InItsOwnVersion(GmcOperation operation) {
    Map<String, String> fields = Soap.fields();
    OperationContract.of(operation).requestFields().forEach(name -> fields.put(name, "x"));
    fields.replace("RequestedDeferralDate", "01/12/2026");
    String body =
        Soap.envelope(SoapVersion.SOAP_1_2, operation, fields, gmc.username(), gmc.password());
    String action = OperationContract.of(operation).action();

    Answer answer =
        Soap.send(
            HttpRequest.newBuilder(gmc.endpoint())
                .header(
                    "Content-Type", "application/soap+xml; charset=utf-8; action=\"" + action + '"')
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());

    assertThat(Soap.schemaErrors(body)).isEmpty();
    assertThat(answer.schemaErrors()).isEmpty();
    assertThat(answer.http.headers().firstValue("Content-Type"))
        .hasValue("application/soap+xml; charset=utf-8");
    assertThat(answer.body()).contains("xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"");
    assertThat(answer.code()).isEqualTo("80");
    assertThat(answer.one("ClientRequestID")).isEqualTo("x");
  }

  @Test
  void wrongCredentialsAnswer99AndChangeNothing() {
    String body =
        Soap.envelope(
            SoapVersion.SOAP_1_1, TRY_ADD_DOCTOR, Soap.add("9000005", HERE), "other", "secret");

    assertThat(Soap.send(Soap.post(gmc, TRY_ADD_DOCTOR, body).build()).code()).isEqualTo("99");
    assertThat(listed(HERE)).containsExactly(DOCTOR);
  }

  @Test
  void requestsAreRememberedWithoutCredentials() {
    String body = Soap.envelope(TRY_ADD_DOCTOR, Soap.add(DOCTOR, HERE));
    Soap.send(
        Soap.post(gmc, TRY_ADD_DOCTOR, body)
            .header("User-Agent", "tester/1")
            .header("Authorization", "Basic abc")
            .build());

    ReceivedRequest request = gmc.requests().get(0);
    assertThat(request.operation()).hasValue(TRY_ADD_DOCTOR);
    assertThat(request.clientRequestId()).hasValue("id-2");
    assertThat(request.field("DoctorUID")).hasValue(DOCTOR);
    assertThat(request.header("user-agent")).hasValue("tester/1");
    assertThat(request.header("Authorization")).hasValue("***");
    assertThat(request.field("Username")).isEmpty();
    assertThat(request.field("Password")).isEmpty();
    assertThat(request)
        .hasToString("ReceivedRequest[operation=TryAddDoctor, fields=5, violations=0]");
  }

  @Test
  void theJournalTellsWhatTheRegisterDid() {
    call(TRY_REMOVE_DOCTOR, Soap.remove(DOCTOR, THERE));

    JournalEntry entry = gmc.register().journal().get(0);
    assertThat(entry.gmcNumber()).isEqualTo(DOCTOR);
    assertThat(entry)
        .hasToString(
            "JournalEntry[operation=TryRemoveDoctor, designatedBodyCode=1-1RUZV6H, gmcNumber=***,"
                + " clientRequestId=id-3, gmcRequestId=4410001, returnCode=140]");
  }
}
