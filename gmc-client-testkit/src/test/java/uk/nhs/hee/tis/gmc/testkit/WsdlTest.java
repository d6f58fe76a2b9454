package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.internal.OperationContract;
import uk.nhs.hee.tis.gmc.testkit.internal.Wsdl;

/** The description that every mock server serves. */
class WsdlTest {
  private static final String HERE = "1-1RSSQ2H";
  private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
  private static final String XSD = "http://www.w3.org/2001/XMLSchema";
  private static final List<String> SOAP =
      List.of("http://schemas.xmlsoap.org/wsdl/soap/", "http://schemas.xmlsoap.org/wsdl/soap12/");

  private static Soap.Answer get(GmcMockServer gmc, String query) {
    return Soap.send(
        HttpRequest.newBuilder(Soap.at(gmc, gmc.endpoint().getPath() + query)).GET().build());
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> all(Document document, String namespace, String name) {
    NodeList nodes = document.getElementsByTagNameNS(namespace, name);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> (Element) nodes.item(i))
        .collect(Collectors.toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"?wsdl", "?WSDL", "?Wsdl"})
  void everyServerServesItWithItsOwnAddress(String query) throws Exception {
    try (GmcMockServer gmc = GmcMockServer.create().start()) {
      Soap.Answer answer = get(gmc, query);

      assertThat(answer.http.statusCode()).isEqualTo(200);
      assertThat(answer.http.headers().firstValue("Content-Type"))
          .hasValue("text/xml; charset=utf-8");
      Document wsdl = parse(answer.body());
      for (String soap : SOAP) {
        assertThat(all(wsdl, soap, "address"))
            .extracting(address -> address.getAttribute("location"))
            .containsExactly(gmc.endpoint().toString());
      }
      assertThat(all(wsdl, XSD, "include")).isEmpty();
    }
  }

  @Test
  void askingForItIsNoRequestToStubOrToComplainOf() {
    try (GmcMockServer gmc = GmcMockServer.create().start()) {
      GmcScenario.CLOUDFLARE_1020.happenOn(gmc);

      assertThat(get(gmc, "?wsdl").http.statusCode()).isEqualTo(200);
      assertThat(gmc.requests()).isEmpty();
      assertThat(gmc.violations()).isEmpty();
    }
  }

  @Test
  void anyOtherGetIsAnsweredAsTheServiceAnswersNonsense() {
    try (GmcMockServer gmc = GmcMockServer.create().start()) {
      assertThat(get(gmc, "").http.statusCode()).isEqualTo(500);
      assertThat(get(gmc, "?disco").http.statusCode()).isEqualTo(500);

      assertThat(gmc.requests()).hasSize(2);
    }
  }

  @Test
  void itCanBeWrittenForAnyAddress() {
    assertThat(Wsdl.at("http://here/x")).contains("location=\"http://here/x\"");
    assertThat(Wsdl.at("http://here/x")).doesNotContain("gmc-connect.example");
  }

  @ParameterizedTest
  @EnumSource(GmcOperation.class)
  void bothBindingsNameTheAction(GmcOperation operation) throws Exception {
    Document wsdl = parse(Wsdl.at("http://here/x"));
    String name = operation.operationName();

    for (String soap : SOAP) {
      assertThat(all(wsdl, soap, "operation"))
          .extracting(element -> element.getAttribute("soapAction"))
          .hasSize(GmcOperation.values().length)
          .contains(OperationContract.of(operation).action());
    }
    assertThat(all(wsdl, WSDL, "part"))
        .extracting(part -> part.getAttribute("element"))
        .contains("gmc:" + name, "gmc:" + name + "Response");
  }

  @Test
  void itsTypesTakeEveryRequestThatTheClientSends() throws Exception {
    Document wsdl = parse(Wsdl.at("http://here/x"));
    Map<GmcOperation, String> bodies = ClientRequests.captured();
    List<String> wrong = new ArrayList<>();

    assertThat(bodies).containsOnlyKeys(GmcOperation.values());
    for (String body : bodies.values()) {
      Element soapBody =
          all(parse(body), "http://schemas.xmlsoap.org/soap/envelope/", "Body").get(0);
      validator(wsdl).validate(new DOMSource(soapBody.getFirstChild()));
      wrong.addAll(Soap.schemaErrors(body));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void serviceAndPortsBearTheNamesThatGeneratedClientsLookUp() throws Exception {
    Document wsdl = parse(Wsdl.at("http://here/x"));

    assertThat(names(wsdl, "service")).containsExactly("GMCWebServices");
    assertThat(names(wsdl, "portType")).containsExactly("GMCWebServicesSoap");
    assertThat(names(wsdl, "port")).containsExactly("GMCWebServicesSoap", "GMCWebServicesSoap12");
    assertThat(wsdl.getDocumentElement().getAttribute("targetNamespace"))
        .isEqualTo("https://webcache.gmc-uk.org/GMCWebServices/");
  }

  @Test
  void theSchemaDeclaresNoNamespaceByItself() throws Exception {
    Element schema = all(parse(Wsdl.at("http://here/x")), XSD, "schema").get(0);

    assertThat(
            IntStream.range(0, schema.getAttributes().getLength())
                .mapToObj(i -> schema.getAttributes().item(i).getNodeName()))
        .containsExactlyInAnyOrder("elementFormDefault", "targetNamespace");
  }

  private static List<String> names(Document wsdl, String element) {
    return all(wsdl, WSDL, element).stream()
        .map(e -> e.getAttribute("name"))
        .collect(Collectors.toList());
  }

  @Test
  void itsTypesTakeEveryAnswerOfTheStandIn() throws Exception {
    List<Soap.Answer> answers = new ArrayList<>();
    Document wsdl;
    try (GmcMockServer gmc = GmcMockServer.builder().strictStubs(false).start()) {
      wsdl = parse(get(gmc, "?wsdl").body());
      gmc.register().connect(HERE, DoctorRow.doctor("9000001").underNotice());
      gmc.register().connect(HERE, DoctorRow.doctor("9000002").dueOn(null));
      answers.add(Soap.call(gmc, GmcOperation.GET_DOCTORS_FOR_DB, Soap.list(HERE)));
      answers.add(Soap.call(gmc, GmcOperation.GET_DOCTORS_FOR_DB, Soap.list("unknown")));
      Soap.Answer recommended =
          Soap.call(gmc, GmcOperation.TRY_RECOMMENDATION_V2, Soap.deferral("9000001", HERE));
      answers.add(recommended);
      answers.add(
          Soap.call(gmc, GmcOperation.TRY_RECOMMENDATION_V2, Soap.deferral("9000001", HERE)));
      answers.add(
          Soap.call(
              gmc,
              GmcOperation.CHECK_RECOMMENDATION_STATUS,
              Soap.status("9000001", HERE, recommended.all("RecommendationID").get(0))));
      for (int i = 0; i < 2; i++) {
        answers.add(Soap.call(gmc, GmcOperation.TRY_ADD_DOCTOR, Soap.add("9000003", HERE)));
      }
      for (int i = 0; i < 2; i++) {
        answers.add(Soap.call(gmc, GmcOperation.TRY_REMOVE_DOCTOR, Soap.remove("9000003", HERE)));
      }
      gmc.whenGettingDoctors().answers(DoctorRow.nil(), DoctorRow.withoutNumber());
      answers.add(Soap.call(gmc, GmcOperation.GET_DOCTORS_FOR_DB, Soap.list(HERE)));
      gmc.whenAdding().answersWithField("SubmissionDate", "");
      answers.add(Soap.call(gmc, GmcOperation.TRY_ADD_DOCTOR, Soap.add("9000004", HERE)));
      gmc.whenever().refusesWith(ReturnCode.of("777"));
      answers.add(Soap.call(gmc, GmcOperation.TRY_ADD_DOCTOR, Soap.add("9000005", HERE)));
    }

    assertThat(answers)
        .extracting(Soap.Answer::code)
        .containsExactly("0", "80", "0", "91", "0", "0", "100", "0", "140", "0", "0", "777");
    for (Soap.Answer answer : answers) {
      Element body =
          all(parse(answer.body()), "http://schemas.xmlsoap.org/soap/envelope/", "Body").get(0);
      validator(wsdl).validate(new DOMSource(body.getFirstChild()));
    }
  }

  @Test
  void itsTypesTakeNoFieldOutOfOrder() throws Exception {
    Document wsdl = parse(Wsdl.at("http://here/x"));
    Element wrong =
        parse(
                "<TryAddDoctorResponse xmlns=\"https://webcache.gmc-uk.org/GMCWebServices/\">"
                    + "<TryAddDoctorResult><ReturnCode>0</ReturnCode>"
                    + "<ClientRequestID>1</ClientRequestID>"
                    + "</TryAddDoctorResult></TryAddDoctorResponse>")
            .getDocumentElement();

    assertThatThrownBy(() -> validator(wsdl).validate(new DOMSource(wrong)))
        .isInstanceOf(SAXException.class)
        .hasMessageContaining("ClientRequestID");
  }

  private static Validator validator(Document wsdl) throws Exception {
    return SchemaFactory.newDefaultInstance()
        .newSchema(new DOMSource(all(wsdl, XSD, "schema").get(0)))
        .newValidator();
  }
}
