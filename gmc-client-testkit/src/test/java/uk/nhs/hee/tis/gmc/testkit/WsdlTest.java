package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;

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
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.testkit.internal.OperationContract;
import uk.nhs.hee.tis.gmc.testkit.internal.Wsdl;

/** The description that every mock server serves. */
class WsdlTest {
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
  void anyOtherGetIsStillOffContract() {
    try (GmcMockServer gmc = GmcMockServer.builder().strict(false).start()) {
      get(gmc, "");
      get(gmc, "?disco");

      assertThat(gmc.violations())
          .containsExactly(
              "GET /GMCWebServices/WebService.asmx: the method must be POST",
              "GET /GMCWebServices/WebService.asmx: the method must be POST");
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

  private static Validator validator(Document wsdl) throws Exception {
    return SchemaFactory.newDefaultInstance()
        .newSchema(new DOMSource(all(wsdl, XSD, "schema").get(0)))
        .newValidator();
  }
}
