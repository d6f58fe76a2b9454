package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.GET_DOCTORS_FOR_DB;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_ADD_DOCTOR;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_RECOMMENDATION_V2;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_REMOVE_DOCTOR;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.testkit.Soap.Answer;
import uk.nhs.hee.tis.gmc.testkit.internal.OperationContract;
import uk.nhs.hee.tis.gmc.testkit.internal.SoapVersion;

/** What is off contract, in the words a user reads, and what the service answers to it. */
class ContractTest {
  private static final String HERE = "1-1RSSQ2H";
  private static final String NAMESPACE = OperationContract.NAMESPACE;
  private static final String ADD_FIELDS =
      ", the contract requires: DoctorUID, DesignatedBodyCode, ClientRequestID, ChangeReason,"
          + " InternalUser";

  @RegisterExtension
  static final GmcMockServer gmc =
      GmcMockServer.builder()
          .strict(false)
          .register(GmcRegister.empty().addDesignatedBody(HERE))
          .build();

  private static Answer sendAdd(String body) {
    return Soap.send(Soap.post(gmc, TRY_ADD_DOCTOR, body).build());
  }

  private static String add() {
    return Soap.envelope(TRY_ADD_DOCTOR, Soap.add("9000001", HERE));
  }

  private static Map<String, String> inOrder(Map<String, String> fields, String... names) {
    Map<String, String> ordered = new LinkedHashMap<>();
    for (String name : names) {
      ordered.put(name, fields.get(name));
    }
    return ordered;
  }

  @ParameterizedTest
  @EnumSource(GmcOperation.class)
  void aRequestToContractHasNoViolation(GmcOperation operation) {
    Map<String, String> fields = new LinkedHashMap<>();
    OperationContract.of(operation).requestFields().forEach(name -> fields.put(name, ""));

    Answer answer = Soap.call(gmc, operation, fields);

    assertThat(gmc.violations()).isEmpty();
    assertThat(answer.schemaErrors()).isEmpty();
  }

  @Test
  void anElementOutOfOrderIsNamedAndDropped() {
    Map<String, String> fields =
        inOrder(
            Soap.add("9000001", HERE),
            "DoctorUID",
            "DesignatedBodyCode",
            "ChangeReason",
            "ClientRequestID",
            "InternalUser");

    Answer answer = Soap.call(gmc, TRY_ADD_DOCTOR, fields);

    assertThat(gmc.violations())
        .containsExactly(
            "TryAddDoctor: element ClientRequestID stands after ChangeReason" + ADD_FIELDS);
    assertThat(answer.all("ClientRequestID")).isEmpty();
    assertThat(gmc.requests().get(0).clientRequestId()).isEmpty();
  }

  @Test
  void anElementDroppedForItsPlaceIsThenMissed() {
    Map<String, String> fields =
        inOrder(
            Soap.remove("9000001", HERE),
            "DoctorUID",
            "DesignatedBodyCode",
            "ClientRequestID",
            "ChangeReason",
            "InternalUser");

    assertThat(Soap.call(gmc, TRY_REMOVE_DOCTOR, fields).code()).isEqualTo("120");
    assertThat(gmc.violations())
        .containsExactly(
            "TryRemoveDoctor: element ChangeReason stands after ClientRequestID, the contract"
                + " requires: DoctorUID, DesignatedBodyCode, ChangeReason, ClientRequestID,"
                + " InternalUser");
  }

  @Test
  void anUnknownElementIsNamed() {
    sendAdd(add().replace("ClientRequestID", "ClientRequestId"));

    assertThat(gmc.violations())
        .containsExactly("TryAddDoctor: element ClientRequestId is unknown" + ADD_FIELDS);
  }

  @Test
  void anElementThatOccursTwiceIsNamed() {
    sendAdd(add().replace("<InternalUser>", "<InternalUser>a</InternalUser><InternalUser>"));

    assertThat(gmc.violations())
        .containsExactly("TryAddDoctor: element InternalUser occurs twice" + ADD_FIELDS);
  }

  @Test
  void anElementWithoutNamespaceIsNamed() {
    Answer answer = sendAdd(add().replace("<DoctorUID>", "<DoctorUID xmlns=\"\">"));

    assertThat(answer.code()).isEqualTo("70");
    assertThat(gmc.violations())
        .containsExactly(
            "TryAddDoctor: element DoctorUID has no namespace, the contract requires: "
                + NAMESPACE);
  }

  @Test
  void anotherWrapperIsNamed() {
    sendAdd(add().replace("RecReq>", "request>"));

    assertThat(gmc.violations())
        .containsExactly(
            "TryAddDoctor: element request is unknown, the contract requires: RecReq, Username,"
                + " Password",
            "TryAddDoctor: element RecReq is missing");
  }

  @Test
  void missingCredentialsAreNamedAndAnswer99() {
    String body = add().replaceAll("<Username>.*</Password>", "<Password></Password>");

    assertThat(sendAdd(body).code()).isEqualTo("99");
    assertThat(gmc.violations())
        .containsExactly(
            "TryAddDoctor: element Username is missing",
            "TryAddDoctor: element Password is missing");
  }

  @Test
  void whatOnlyTheSchemaSeesIsToldInItsWords() {
    sendAdd(add().replace("<InternalUser>", "<InternalUser kind=\"x\">"));

    // The rest of the text is the JDK's, in the language of the machine.
    assertThat(gmc.violations())
        .singleElement(as(STRING))
        .startsWith("TryAddDoctor: cvc-type.3.1.1: ")
        .contains("'InternalUser'");
  }

  @Test
  void aDateInAnotherFormIsNamedAndAnswers89() {
    Map<String, String> fields = Soap.deferral("9000001", HERE);
    fields.replace("RequestedDeferralDate", "2026-12-01");

    assertThat(Soap.call(gmc, TRY_RECOMMENDATION_V2, fields).code()).isEqualTo("89");
    assertThat(gmc.violations())
        .containsExactly(
            "TryRecommendationV2: element RequestedDeferralDate is not a date, the contract"
                + " requires:"
                + " dd/MM/yyyy");
  }

  @Test
  void anActionThatIsTheUrlOfTheEndpointGetsAFault() {
    HttpRequest request =
        Soap.post(gmc, TRY_ADD_DOCTOR, add())
            .setHeader("SOAPAction", "\"" + gmc.endpoint() + "\"")
            .build();

    Answer answer = Soap.send(request);

    assertThat(answer.http.statusCode()).isEqualTo(500);
    assertThat(answer.one("faultcode")).isEqualTo("soap:Client");
    assertThat(answer.one("faultstring"))
        .isEqualTo(
            "Server did not recognize the value of HTTP Header SOAPAction: "
                + gmc.endpoint()
                + ".");
    assertThat(gmc.violations())
        .containsExactly(
            "the SOAPAction header is \""
                + gmc.endpoint()
                + "\", the contract requires: \""
                + NAMESPACE
                + "\" followed by the operation, inside the quotes");
  }

  @Test
  void aSoap12RequestWithoutActionGetsAFaultOfItsVersion() {
    HttpRequest request =
        Soap.post(gmc, TRY_ADD_DOCTOR, add())
            .setHeader("Content-Type", "application/soap+xml; charset=utf-8")
            .build();

    Answer answer = Soap.send(request);

    assertThat(answer.http.statusCode()).isEqualTo(500);
    assertThat(answer.one("Value")).isEqualTo("soap:Sender");
    assertThat(gmc.violations())
        .containsExactly(
            "the action parameter of Content-Type is missing, the contract requires: \""
                + NAMESPACE
                + "\" followed by the operation, inside the quotes");
  }

  @Test
  void anActionOfAnotherOperationMissesTheBody() {
    HttpRequest request = Soap.post(gmc, GET_DOCTORS_FOR_DB, add()).build();

    assertThat(Soap.send(request).code()).isEqualTo("99");
    assertThat(gmc.violations())
        .startsWith(
            "GetDoctorsForDB: the SOAP action names GetDoctorsForDB, but the body contains"
                + " TryAddDoctor");
  }

  @Test
  void anActionWithoutQuotesIsAViolationThatTheServiceForgives() {
    String action = NAMESPACE + "TryAddDoctor";
    HttpRequest request =
        Soap.post(gmc, TRY_ADD_DOCTOR, add()).setHeader("SOAPAction", action).build();

    assertThat(Soap.send(request).code()).isEqualTo("0");
    assertThat(gmc.violations())
        .containsExactly(
            "TryAddDoctor: the SOAPAction header is not in double quotes, the contract requires: \""
                + action
                + "\"");
  }

  @Test
  void anotherContentTypeGetsAnHtmlPage() {
    HttpRequest request =
        Soap.post(gmc, TRY_ADD_DOCTOR, add()).setHeader("Content-Type", "application/xml").build();

    Answer answer = Soap.send(request);

    assertThat(answer.http.statusCode()).isEqualTo(500);
    assertThat(answer.http.headers().firstValue("Content-Type"))
        .hasValue("text/html; charset=utf-8");
    assertThat(gmc.violations())
        .containsExactly(
            "POST /GMCWebServices/WebService.asmx: Content-Type is application/xml, the contract"
                + " requires: text/xml; charset=utf-8 or application/soap+xml; charset=utf-8");
  }

  @Test
  void aContentTypeWithoutCharsetIsNamed() {
    HttpRequest request =
        Soap.post(gmc, TRY_ADD_DOCTOR, add()).setHeader("Content-Type", "text/xml").build();

    assertThat(Soap.send(request).code()).isEqualTo("0");
    assertThat(gmc.violations())
        .containsExactly(
            "TryAddDoctor: Content-Type names the charset nowhere, the contract requires: text/xml;"
                + " charset=utf-8");
  }

  @Test
  void anEnvelopeOfTheOtherVersionGetsAFault() {
    String body =
        Soap.envelope(
            SoapVersion.SOAP_1_2,
            TRY_ADD_DOCTOR,
            Soap.add("9000001", HERE),
            Soap.USER,
            Soap.PASSWORD);

    assertThat(sendAdd(body).one("faultcode")).isEqualTo("soap:VersionMismatch");
    assertThat(gmc.violations())
        .containsExactly(
            "TryAddDoctor: the envelope is not in the namespace that text/xml requires:"
                + " http://schemas.xmlsoap.org/soap/envelope/");
  }

  private static Answer send(String method, URI uri) {
    return Soap.send(
        HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody()).build());
  }

  @Test
  void anotherMethodAndAnotherPathAreNamed() {
    Answer put = send("PUT", gmc.endpoint());
    Answer lost = send("POST", Soap.at(gmc, "/elsewhere?x=1"));

    assertThat(put.http.statusCode()).isEqualTo(500);
    assertThat(lost.http.statusCode()).isEqualTo(404);
    assertThat(gmc.violations())
        .containsExactly(
            "PUT /GMCWebServices/WebService.asmx: the method must be POST",
            "POST /elsewhere: the path must be /GMCWebServices/WebService.asmx");
    assertThat(gmc.requests()).allMatch(request -> request.nonSoapRequest().isEmpty());
  }

  @Test
  void aRequestWithoutABodyIsNoSoapCallAndBreaksNoContract() {
    Answer get = send("GET", gmc.endpoint());
    Answer health = send("GET", Soap.at(gmc, "/health?x=1"));
    Answer head = send("HEAD", Soap.at(gmc, "/GMCWebServices/WebService.asmx?wsdl"));
    Answer options = send("OPTIONS", gmc.endpoint());

    assertThat(get.http.statusCode()).isEqualTo(500);
    assertThat(health.http.statusCode()).isEqualTo(404);
    assertThat(head.http.statusCode()).isEqualTo(500);
    assertThat(options.http.statusCode()).isEqualTo(500);
    assertThat(gmc.violations()).isEmpty();
    assertThat(gmc.received().calls()).isEmpty();
    assertThat(gmc.requests())
        .extracting(request -> request.nonSoapRequest().orElseThrow())
        .containsExactly(
            "GET /GMCWebServices/WebService.asmx",
            "GET /health",
            "HEAD /GMCWebServices/WebService.asmx",
            "OPTIONS /GMCWebServices/WebService.asmx");
  }

  @Test
  void brokenXmlGetsAFaultAndIsNotQuoted() {
    Answer answer = sendAdd(add().replace("</DoctorUID>", "</Other>"));

    assertThat(answer.http.statusCode()).isEqualTo(500);
    assertThat(answer.one("faultcode")).isEqualTo("soap:Client");
    assertThat(gmc.violations())
        .containsExactly("TryAddDoctor: body is not well-formed XML at line 1, column 167");
  }

  @Test
  void aDocumentTypeDeclarationIsRefused() {
    Answer answer = sendAdd("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + add());

    assertThat(answer.http.statusCode()).isEqualTo(500);
    assertThat(gmc.violations())
        .containsExactly("TryAddDoctor: body contains a document type declaration");
  }

  @Test
  void anEmptyBodyIsNamed() {
    assertThat(sendAdd("").http.statusCode()).isEqualTo(500);
    assertThat(sendAdd("<a/>").one("faultcode")).isEqualTo("soap:VersionMismatch");
    assertThat(gmc.violations()).hasSize(2);
  }
}
