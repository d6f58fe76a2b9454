package uk.nhs.hee.tis.gmc.example.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The least that a client on java.net.http and the JDK's cursor can do: it builds nothing. */
final class JdkCaller implements Caller {
  private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();
  private static final String ACTION_BASE = "https://webcache.gmc-uk.org/GMCWebServices/";

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpRequest list;
  private final HttpRequest status;

  JdkCaller(URI endpoint) {
    list = request(endpoint, "GetDoctorsForDB");
    status = request(endpoint, "CheckRecommendationStatus");
  }

  private static HttpRequest request(URI endpoint, String operation) {
    return HttpRequest.newBuilder(endpoint)
        .version(HttpClient.Version.HTTP_1_1)
        .header("Content-Type", "text/xml; charset=utf-8")
        .header("Accept-Encoding", "gzip")
        .header("SOAPAction", '"' + ACTION_BASE + operation + '"')
        .POST(BodyPublishers.ofString("<x/>".repeat(200)))
        .build();
  }

  @Override
  public int list() throws Exception {
    return count(client.send(list, BodyHandlers.ofInputStream()), "GetDoctorsForDBResponse_Doctor");
  }

  @Override
  public String status() throws Exception {
    return String.valueOf(count(answered(), "Status"));
  }

  /**
   * Against a server as fast as this the JDK's client now and then finds that it has closed a
   * connection that it was about to use. Who calls it must repeat the read; gmc-client does.
   */
  private HttpResponse<InputStream> answered() throws IOException, InterruptedException {
    try {
      return client.send(status, BodyHandlers.ofInputStream());
    } catch (IOException closedByItself) {
      return client.send(status, BodyHandlers.ofInputStream());
    }
  }

  private static int count(HttpResponse<InputStream> answer, String name)
      throws IOException, XMLStreamException {
    boolean gzip = answer.headers().firstValue("Content-Encoding").isPresent();
    try (InputStream raw = answer.body();
        InputStream in = gzip ? new GZIPInputStream(raw, 16384) : raw) {
      XMLStreamReader xml = XML.createXMLStreamReader(in);
      int count = 0;
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(name)) {
          count++;
        }
      }
      return count;
    }
  }
}
