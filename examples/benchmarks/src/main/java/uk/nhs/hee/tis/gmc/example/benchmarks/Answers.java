package uk.nhs.hee.tis.gmc.example.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Answers of the service in the shape and size of real ones, with invented doctors. */
final class Answers {
  private static final String[] FIRST_NAMES = {
    "Ada", "Bláthnaid", "Carys", "Dipak", "Efua", "Fergus", "Grace", "Hamza", "Ifeoma", "Jakub"
  };
  private static final String[] SYLLABLES = {
    "bar", "den", "fol", "gat", "hal", "kin", "lor", "mer", "nor", "pem", "quil", "ros", "ston"
  };

  private Answers() {}

  /** Returns a list of so many doctors, about 480 bytes each. */
  static byte[] list(int doctors) {
    StringBuilder xml = new StringBuilder(512 * doctors + 1024);
    xml.append(before("GetDoctorsForDB")).append("<Doctors>");
    for (int i = 0; i < doctors; i++) {
      xml.append("<GetDoctorsForDBResponse_Doctor>");
      field(xml, "GMCReferenceNumber", String.valueOf(7000000 + i));
      field(xml, "DoctorFirstName", FIRST_NAMES[i % FIRST_NAMES.length]);
      field(xml, "DoctorLastName", lastName(i));
      field(xml, "SubmissionDate", date(i % 1461));
      field(xml, "DoctorStatus", "Registered with a licence");
      field(xml, "Breach", "No");
      field(xml, "DateAdded", date(i % 2000 - 2500));
      field(xml, "UnderNotice", i % 3 == 0 ? "Yes" : i % 50 == 1 ? "On Hold" : "No");
      field(xml, "Investigation", "No");
      field(xml, "PreliminaryInvestigation", "No");
      field(xml, "Sanction", i % 200 == 0 ? "Conditions &amp; undertakings" : "No");
      xml.append("</GetDoctorsForDBResponse_Doctor>");
    }
    return xml.append("</Doctors>")
        .append("<ClientRequestID>id-1</ClientRequestID><GMCRequestID>4410992</GMCRequestID>")
        .append("<ReturnCode>0</ReturnCode>")
        .append(after("GetDoctorsForDB"))
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the answer to a small call. */
  static byte[] status() {
    return (before("CheckRecommendationStatus")
            + "<ClientRequestID>id-1</ClientRequestID><GMCRequestID>4410992</GMCRequestID>"
            + "<ReturnCode>0</ReturnCode><Status>Under Review</Status>"
            + after("CheckRecommendationStatus"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Returns a block page of 100 KB, as an edge or a proxy sends one. */
  static byte[] blockPage() {
    StringBuilder page = new StringBuilder(110_000);
    page.append("<!DOCTYPE html><html><head><title>Access denied</title></head><body>")
        .append("<h1>Sorry, you have been blocked</h1><span>Error code 1020</span>")
        .append("<span>Cloudflare Ray ID: 7d3f1c2b4a5e6f70</span>");
    while (page.length() < 100_000) {
      page.append("<div class=\"cf-section cf-wrapper\"><p>Why have I been blocked?</p></div>\n");
    }
    return page.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 10 + 64);
    try (GZIPOutputStream out = new GZIPOutputStream(packed, 65536)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static String before(String operation) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
        + "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"><soap:Body><"
        + operation
        + "Response xmlns=\"https://webcache.gmc-uk.org/GMCWebServices/\"><"
        + operation
        + "Result>";
  }

  private static String after(String operation) {
    return "</" + operation + "Result></" + operation + "Response></soap:Body></soap:Envelope>";
  }

  private static void field(StringBuilder xml, String name, String value) {
    xml.append('<').append(name).append('>').append(value).append("</").append(name).append('>');
  }

  private static String lastName(int i) {
    int n = SYLLABLES.length;
    String name = SYLLABLES[i % n] + SYLLABLES[i / n % n] + SYLLABLES[i / n / n % n];
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + i / 2197;
  }

  private static String date(int day) {
    return java.time.LocalDate.of(2026, 1, 1)
        .plusDays(day)
        .format(java.time.format.DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT));
  }
}
