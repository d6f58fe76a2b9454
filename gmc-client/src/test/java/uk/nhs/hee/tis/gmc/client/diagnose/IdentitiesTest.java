package uk.nhs.hee.tis.gmc.client.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.diagnose.LayerResult.Status;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** The caller's other identities: only those given, one request each, slowly, and never a read. */
class IdentitiesTest {
  private static final String SYNC = "sync/1.0 (team@example.nhs.uk)";
  private static final String CONNECTION = "connection/1.0 (team@example.nhs.uk)";

  private final WireServer server = WireServer.start();
  private final List<Duration> pauses = new ArrayList<>();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void tellThatABlockIsAboutTheIdentity() {
    server.then(Diagnoses.cloudflare(1010), Diagnoses.description(), Diagnoses.cloudflare(1010));
    server.always(Diagnoses.cloudflare(1010));
    DiagnosisReport report = comparing("sync", "connection");

    LayerResult identities = report.layer(Layer.IDENTITIES).orElseThrow();
    assertThat(identities.finding())
        .isEqualTo(
            "the edge lets 1 of 2 other identities through, but not this client's own: it is the"
                + " identity that it refuses");
    assertThat(identities.facts())
        .containsExactly(
            Map.entry(SYNC, "let through"),
            Map.entry(CONNECTION, "refused, error 1010: client signature banned"));
    assertThat(server.requests())
        .extracting(
            request -> request.line().substring(0, 4).strip() + " " + request.header("User-Agent"))
        .containsExactly(
            "GET diagnosis-under-test/1.0 (team@example.nhs.uk)",
            "GET " + SYNC,
            "GET " + CONNECTION,
            "POST diagnosis-under-test/1.0 (team@example.nhs.uk)");
    assertThat(pauses).hasSize(3).containsOnly(Duration.ofSeconds(2));
  }

  @Test
  void tellThatABlockIsNotAboutTheIdentity() {
    server.always(Diagnoses.cloudflare(1006));

    assertThat(Diagnoses.finding(comparing("sync"), Layer.IDENTITIES))
        .isEqualTo(
            "the edge lets 0 of 1 other identities through, nor this client's own: the identity"
                + " alone is not the reason");
  }

  @Test
  void mayAllBeWelcome() {
    server.then(Diagnoses.description(), Diagnoses.description(), Diagnoses.list());
    DiagnosisReport report = comparing("sync");

    assertThat(Diagnoses.status(report, Layer.IDENTITIES)).isEqualTo(Status.PASSED);
    assertThat(Diagnoses.finding(report, Layer.IDENTITIES))
        .isEqualTo("the edge lets 1 of 1 other identities through, and this client's own");
    assertThat(report.conclusion())
        .isEqualTo("No layer fails: GMC Connect answers, and nobody must act.");
  }

  @Test
  void areNotTriedWhenTheEdgeAsksToSlowDown() {
    server.always(Diagnoses.cloudflare(1015));
    DiagnosisReport report = comparing("sync");

    assertThat(server.requests()).hasSize(1);
    assertThat(report.conclusion())
        .isEqualTo(
            "The failing layer is the Cloudflare edge: it asks this client to slow down (error"
                + " 1015: too many requests, certain); who must act: the caller.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0 (X11; Linux x86_64)",
        "tis/1.0 Chrome/120.0",
        "Opera/9.80 (Windows NT 6.1)",
      })
  void areNeverABrowsers(String userAgent) {
    ClientIdentity browser = ClientIdentity.builder().userAgent(userAgent).build();

    assertThatThrownBy(() -> Diagnoses.of(server.endpoint()).compare(browser))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "an identity to compare must be the caller's own, but this one imitates a browser: "
                + userAgent);
  }

  private DiagnosisReport comparing(String... products) {
    GmcDiagnosis.Builder diagnosis = Diagnoses.of(server.endpoint()).wait(pauses::add);
    for (String product : products) {
      diagnosis.compare(Diagnoses.identity(product));
    }
    return diagnosis.build().run();
  }
}
