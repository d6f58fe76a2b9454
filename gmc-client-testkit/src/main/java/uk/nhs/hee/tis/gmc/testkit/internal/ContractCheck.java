package uk.nhs.hee.tis.gmc.testkit.internal;

import com.github.tomakehurst.wiremock.http.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** Checks one HTTP request against the GMC Connect contract, as far as it can be read. */
final class ContractCheck {
  /** No client calls a SOAP service by these: health checks and the diagnosis's probe do. */
  private static final Set<String> BODILESS = Set.of("GET", "HEAD", "OPTIONS");

  private static final String SAX = "http://xml.org/sax/";

  private final Request request;
  private final List<String> violations = new ArrayList<>();
  private @Nullable String nonSoapRequest;

  private ContractCheck(Request request) {
    this.request = request;
  }

  static CheckedRequest check(Request request) {
    return new ContractCheck(request).check();
  }

  private CheckedRequest check() {
    String path = request.getUrl().split("\\?", -1)[0];
    String method = request.getMethod().getName();
    String line = method + " " + path;
    if (BODILESS.contains(method)) {
      nonSoapRequest = line;
      return result(
          SoapVersion.SOAP_1_1,
          null,
          null,
          path.equals(WireMockHost.PATH) ? Pages.formatUnrecognized() : Pages.notFound());
    }
    ContentType type = ContentType.of(request.getHeader("Content-Type"));
    SoapVersion version = type.version().orElse(SoapVersion.SOAP_1_1);
    if (!path.equals(WireMockHost.PATH)) {
      return refused(version, line + ": the path must be " + WireMockHost.PATH, Pages.notFound());
    }
    if (!method.equals("POST")) {
      return refused(version, line + ": the method must be POST", Pages.formatUnrecognized());
    }
    if (type.version().isEmpty()) {
      return refused(version, line + ": " + type.problem(), Pages.formatUnrecognized());
    }
    return route(version, type);
  }

  private CheckedRequest route(SoapVersion version, ContentType type) {
    SoapAction action =
        version == SoapVersion.SOAP_1_1
            ? SoapAction.ofHeader(request.getHeader("SOAPAction"))
            : SoapAction.ofParameter(type.parameter("action"));
    Optional<GmcOperation> operation = action.operation();
    if (operation.isEmpty()) {
      return refused(version, action.problem(), action.fault(version));
    }
    String name = operation.get().operationName();
    type.charsetProblem().ifPresent(p -> violations.add(name + ": " + p));
    action.quoteProblem().ifPresent(p -> violations.add(name + ": " + p));
    return read(version, operation.get());
  }

  private CheckedRequest read(SoapVersion version, GmcOperation operation) {
    String name = operation.operationName();
    OperationContract contract = OperationContract.of(operation);
    SoapBodyReader body = new SoapBodyReader(contract, name);
    try {
      parse(body);
    } catch (SAXException | IOException e) {
      violations.add(name + ": " + wordsFor(e));
      return result(version, operation, null, Pages.unreadable(version));
    }
    if (!body.envelopeNamespace().equals(version.namespace())) {
      violations.add(name + ": " + envelopeProblem(version));
      return result(version, operation, null, Pages.versionMismatch(version));
    }
    body.violations().forEach(v -> violations.add(name + ": " + v));
    String date = body.fields().getOrDefault("RequestedDeferralDate", "");
    if (!date.isEmpty() && GmcDates.parse(date).isEmpty()) {
      violations.add(
          name
              + ": element RequestedDeferralDate is not a date, the contract requires:"
              + " dd/MM/yyyy");
    }
    return result(version, operation, body, null);
  }

  private static String envelopeProblem(SoapVersion version) {
    return "the envelope is not in the namespace that "
        + version.mediaType()
        + " requires: "
        + version.namespace();
  }

  private static String wordsFor(Exception problem) {
    if (problem instanceof SAXParseException) {
      SAXParseException at = (SAXParseException) problem;
      return "body is not well-formed XML at line "
          + at.getLineNumber()
          + ", column "
          + at.getColumnNumber();
    }
    return problem instanceof SAXException
        ? String.valueOf(problem.getMessage())
        : "body is not readable in its encoding";
  }

  private void parse(SoapBodyReader handler) throws SAXException, IOException {
    InputSource body = new InputSource(new ByteArrayInputStream(request.getBody()));
    body.setEncoding("UTF-8");
    XMLReader reader = newReader();
    reader.setContentHandler(handler);
    reader.setErrorHandler(handler);
    reader.setProperty(SAX + "properties/lexical-handler", handler);
    reader.parse(body);
  }

  private static XMLReader newReader() throws SAXException {
    SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(SAX + "features/external-general-entities", false);
      factory.setFeature(SAX + "features/external-parameter-entities", false);
      return factory.newSAXParser().getXMLReader();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's own XML parser lacks a feature", e);
    }
  }

  private CheckedRequest refused(SoapVersion version, String violation, WireAnswer refusal) {
    violations.add(violation);
    return result(version, null, null, refusal);
  }

  private CheckedRequest result(
      SoapVersion version,
      @Nullable GmcOperation operation,
      @Nullable SoapBodyReader body,
      @Nullable WireAnswer refusal) {
    String userAgent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
    return new CheckedRequest(
        clientAddress(), userAgent, nonSoapRequest, version, operation, body, violations, refusal);
  }

  /** WireMock takes the whole X-Forwarded-For header where there is one; its first entry counts. */
  private String clientAddress() {
    return request.getClientIp().split(",", -1)[0].strip();
  }
}
