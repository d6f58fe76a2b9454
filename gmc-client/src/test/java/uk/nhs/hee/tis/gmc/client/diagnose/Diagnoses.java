package uk.nhs.hee.tis.gmc.client.diagnose;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.UnaryOperator;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcClientBuilder;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.client.diagnose.LayerResult.Status;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** Diagnoses for tests, which do not wait between requests. */
final class Diagnoses {
  static final Instant NOW = Instant.parse("2027-01-05T00:05:00Z");
  static final String BODY = "1-1RSSQ2H";

  private Diagnoses() {}

  static GmcDiagnosis.Builder of(URI endpoint) {
    return of(endpoint, builder -> builder);
  }

  static GmcDiagnosis.Builder of(URI endpoint, HttpClient http) {
    return of(endpoint, builder -> builder.httpClient(http));
  }

  static GmcDiagnosis.Builder of(URI endpoint, UnaryOperator<GmcClientBuilder> options) {
    return GmcDiagnosis.builder(() -> options.apply(client(endpoint)))
        .designatedBody(BODY)
        .variables(Map.of())
        .wait(duration -> {})
        .clock(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  static GmcClientBuilder client(URI endpoint) {
    return GmcClient.builder()
        .endpoint(endpoint)
        .credentials(GmcCredentials.of("account-of-tests", "not-a-real-one"))
        .identity(identity("diagnosis-under-test"));
  }

  static ClientIdentity identity(String product) {
    return ClientIdentity.builder()
        .product(product, "1.0")
        .contact("team@example.nhs.uk")
        .sdkMetadata(false)
        .build();
  }

  /** What ASP.NET shows for a plain GET, as Cloudflare passes it on. */
  static HttpReply description() {
    return HttpReply.of("200 OK", "text/html; charset=utf-8", "<html>WebService</html>")
        .header("Server: cloudflare")
        .header("CF-RAY: 8f3c2a9d1b7e4650-LHR")
        .header("X-AspNet-Version: 4.0.30319");
  }

  /** A page of Cloudflare's with an error code, in its shortest form. */
  static HttpReply cloudflare(int code) {
    return HttpReply.of("403 Forbidden", "text/plain", "error code: " + code)
        .header("Server: cloudflare")
        .header("CF-RAY: 8f3c2a9d1b7e4650-LHR");
  }

  static HttpReply list() {
    return HttpReply.soap(Soap.success(GmcOperation.GET_DOCTORS_FOR_DB));
  }

  static HttpReply code(String returnCode) {
    return HttpReply.soap(Soap.code(GmcOperation.GET_DOCTORS_FOR_DB, returnCode));
  }

  static Status status(DiagnosisReport report, Layer layer) {
    return report.layer(layer).orElseThrow().status();
  }

  static String finding(DiagnosisReport report, Layer layer) {
    return report.layer(layer).orElseThrow().finding();
  }
}
