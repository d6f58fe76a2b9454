package uk.nhs.hee.tis.gmc.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import org.xml.sax.helpers.XMLFilterImpl;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.testkit.internal.ContractSchema;
import uk.nhs.hee.tis.gmc.testkit.internal.OperationContract;
import uk.nhs.hee.tis.gmc.testkit.internal.SoapVersion;

/** Writes SOAP requests by hand, sends them over plain HTTP and looks into the answers. */
final class Soap {
  static final HttpClient HTTP = HttpClient.newHttpClient();
  static final String USER = "gmc-test-user";
  static final String PASSWORD = "gmc-test-password";

  private Soap() {}

  static Map<String, String> fields(String... namesAndTexts) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      fields.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return fields;
  }

  static Map<String, String> list(String body) {
    return fields("DesignatedBodyCode", body, "ClientRequestID", "id-1", "InternalUser", "tester");
  }

  static Map<String, String> add(String doctor, String body) {
    return fields(
        "DoctorUID",
        doctor,
        "DesignatedBodyCode",
        body,
        "ClientRequestID",
        "id-2",
        "ChangeReason",
        "1",
        "InternalUser",
        "tester");
  }

  static Map<String, String> remove(String doctor, String body) {
    return fields(
        "DoctorUID",
        doctor,
        "DesignatedBodyCode",
        body,
        "ChangeReason",
        "2",
        "ClientRequestID",
        "id-3",
        "InternalUser",
        "tester");
  }

  static Map<String, String> status(String doctor, String body, String recommendation) {
    return fields(
        "DesignatedBodyId",
        body,
        "ClientRequestId",
        "id-4",
        "InternalUserId",
        "tester",
        "GMCReferenceNumber",
        doctor,
        "RecommendationId",
        recommendation);
  }

  static Map<String, String> deferral(String doctor, String body) {
    return fields(
        "DoctorSurname",
        "Zaróż",
        "DoctorUID",
        doctor,
        "RoSurname",
        "Officer",
        "RoUID",
        "9999999",
        "RoDesignatedBodyCode",
        body,
        "RoPhoneNumber",
        "0",
        "RoRecommendation",
        "2",
        "RoRecommendationReason",
        "1",
        "RequestedDeferralDate",
        "01/12/2026",
        "ClientRequestID",
        "id-5",
        "InternalUser",
        "tester",
        "InternalUserEmailAddress",
        "tester@example.test",
        "RoRecommendationSubreason",
        "6");
  }

  static String envelope(GmcOperation operation, Map<String, String> fields) {
    return envelope(SoapVersion.SOAP_1_1, operation, fields, USER, PASSWORD);
  }

  static String envelope(
      SoapVersion version,
      GmcOperation operation,
      Map<String, String> fields,
      String user,
      String password) {
    String wrapper = OperationContract.of(operation).wrapper();
    StringBuilder xml = new StringBuilder("<s:Envelope xmlns:s=\"" + version.namespace() + "\">");
    xml.append("<s:Body><" + operation.operationName());
    xml.append(" xmlns=\"" + OperationContract.NAMESPACE + "\"><" + wrapper + ">");
    fields.forEach((name, text) -> xml.append("<" + name + ">" + text + "</" + name + ">"));
    xml.append("</" + wrapper + "><Username>" + user + "</Username>");
    xml.append("<Password>" + password + "</Password></" + operation.operationName() + ">");
    return xml.append("</s:Body></s:Envelope>").toString();
  }

  static HttpRequest.Builder post(GmcServer gmc, GmcOperation operation, String body) {
    return HttpRequest.newBuilder(gmc.endpoint())
        .header("Content-Type", "text/xml; charset=utf-8")
        .header("SOAPAction", '"' + OperationContract.of(operation).action() + '"')
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  static Answer send(HttpRequest request) {
    try {
      return new Answer(HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static Answer call(GmcServer gmc, GmcOperation operation, Map<String, String> fields) {
    return send(post(gmc, operation, envelope(operation, fields)).build());
  }

  static URI at(GmcServer gmc, String path) {
    return gmc.endpoint().resolve(path);
  }

  /** An answer with its elements, by name and in order. */
  static final class Answer {
    final HttpResponse<byte[]> http;

    Answer(HttpResponse<byte[]> http) {
      this.http = http;
    }

    String body() {
      return new String(bytes(), StandardCharsets.UTF_8);
    }

    byte[] bytes() {
      if (http.headers().firstValue("Content-Encoding").isEmpty()) {
        return http.body();
      }
      try (var gzip = new GZIPInputStream(new ByteArrayInputStream(http.body()))) {
        return gzip.readAllBytes();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    String code() {
      List<String> codes = all("ReturnCode");
      return codes.isEmpty() ? "none" : codes.get(0);
    }

    String one(String name) {
      return all(name).get(0);
    }

    List<String> all(String name) {
      List<String> texts = new ArrayList<>();
      parse(
          new DefaultHandler() {
            private final StringBuilder text = new StringBuilder();

            @Override
            public void startElement(String uri, String local, String q, Attributes a) {
              text.setLength(0);
            }

            @Override
            public void characters(char[] chars, int start, int length) {
              text.append(chars, start, length);
            }

            @Override
            public void endElement(String uri, String local, String q) {
              if (local.equals(name)) {
                texts.add(text.toString());
              }
            }
          });
      return texts;
    }

    /** Validates the element inside the SOAP body; what the schema finds. */
    List<String> schemaErrors() {
      return Soap.schemaErrors(body());
    }

    private void parse(DefaultHandler handler) {
      Soap.parse(body(), handler);
    }
  }

  static List<String> schemaErrors(String envelope) {
    List<String> errors = new ArrayList<>();
    ValidatorHandler validator = ContractSchema.newValidator();
    validator.setErrorHandler(
        new DefaultHandler() {
          @Override
          public void error(SAXParseException e) {
            errors.add(e.getMessage());
          }
        });
    parse(envelope, new BelowBody(validator));
    return errors;
  }

  private static void parse(String xml, org.xml.sax.ContentHandler handler) {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      XMLReader reader = factory.newSAXParser().getXMLReader();
      reader.setContentHandler(handler);
      reader.parse(new InputSource(new StringReader(xml)));
    } catch (Exception e) {
      throw new IllegalArgumentException(xml, e);
    }
  }

  /** Hands on what stands inside the SOAP body. */
  private static final class BelowBody extends XMLFilterImpl {
    private int depth;

    BelowBody(ValidatorHandler validator) {
      setContentHandler(validator);
    }

    @Override
    public void startElement(String uri, String local, String q, Attributes a) throws SAXException {
      if (++depth > 2) {
        super.startElement(uri, local, q, a);
      }
    }

    @Override
    public void endElement(String uri, String local, String q) throws SAXException {
      if (depth-- > 2) {
        super.endElement(uri, local, q);
      }
    }
  }
}
