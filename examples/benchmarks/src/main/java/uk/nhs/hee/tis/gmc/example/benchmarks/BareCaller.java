package uk.nhs.hee.tis.gmc.example.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** A call on java.net.http that does not even parse: what a start-up costs without any client. */
final class BareCaller implements Caller {
  private static final String ROW = "<GetDoctorsForDBResponse_Doctor>";

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpRequest request;

  BareCaller(URI endpoint) {
    request =
        HttpRequest.newBuilder(endpoint)
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", "text/xml; charset=utf-8")
            .POST(BodyPublishers.ofString("<x/>".repeat(200)))
            .build();
  }

  @Override
  public int list() throws Exception {
    String body =
        new String(
            client.send(request, BodyHandlers.ofByteArray()).body(), StandardCharsets.ISO_8859_1);
    int rows = 0;
    for (int at = body.indexOf(ROW); at >= 0; at = body.indexOf(ROW, at + 1)) {
      rows++;
    }
    return rows;
  }

  @Override
  public String status() throws Exception {
    return client.send(request, BodyHandlers.ofString()).body();
  }
}
