package uk.nhs.hee.tis.gmc.client.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.diagnose.LayerResult.Status;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** What is wrong before anything is sent. */
class ConfigurationLayerTest {
  private static final Map<String, String> VARIABLES =
      Map.of(
          "GMC_CONNECT_URL", "https://gmc-connect.invalid/service",
          "GMC_USER_NAME", "zzaccount",
          "GMC_PASSWORD", "zzpassword");

  @ParameterizedTest
  @CsvSource({
    "GMC_CONNECT_URL, '', GMC_CONNECT_URL is not set",
    "GMC_PASSWORD, '', GMC_PASSWORD is not set",
    "GMC_CONNECT_URL, 'https://zzaccount:zzpassword@gmc.example/', endpoint must hold no user name"
        + " or password",
    "GMC_CONNECT_URL, 'http://gmc.example:x/zz', 'endpoint must be an absolute https URL:"
        + " http://gmc.example:x/zz'",
    "GMC_USER_AGENT, 'tis\u00e9', 'userAgent holds U+00E9 at index 3; only visible ASCII is allowed'",
  })
  void anOptionThatIsNotUsable(String name, String value, String expected) {
    Map<String, String> variables = new HashMap<>(VARIABLES);
    variables.put(name, value);
    DiagnosisReport report =
        GmcDiagnosis.builder(() -> GmcClient.builder().environmentVariables(variables))
            .build()
            .run();

    assertThat(report.conclusion())
        .isEqualTo(
            "The failing layer is configuration: " + expected + "; who must act: the caller.");
    assertThat(report.endpoint()).isEmpty();
    assertThat(report.identity()).isEmpty();
    assertThat(report.toText() + report.toJson()).doesNotContain("zzaccount", "zzpassword");
  }

  @Test
  void anIdentityThatIsNotWise() {
    try (WireServer server = WireServer.start()) {
      server.then(Diagnoses.description(), Diagnoses.list());
      DiagnosisReport report =
          Diagnoses.of(
                  server.endpoint(),
                  builder ->
                      builder.identity(ClientIdentity.builder().userAgent("Java/17.0.12").build()))
              .build()
              .run();

      assertThat(report.conclusion())
          .isEqualTo(
              "No layer fails: GMC Connect answers, but there is a warning about configuration: the"
                  + " User-Agent contains \"Java/\", which Cloudflare is known to block:"
                  + " Java/17.0.12; who must act: the caller.");
    }
  }

  @Test
  void credentialsThatCannotBeHad() {
    try (WireServer server = WireServer.start().always(Diagnoses.description())) {
      DiagnosisReport report =
          Diagnoses.of(
                  server.endpoint(),
                  builder ->
                      builder.credentials(
                          () -> {
                            throw new UnsupportedOperationException("zzpassword is not it");
                          }))
              .build()
              .run();

      assertThat(report.conclusion())
          .isEqualTo(
              "The failing layer is configuration: no read could be made"
                  + " (UnsupportedOperationException before anything was sent); who must act: the"
                  + " caller.");
      assertThat(report.toText()).doesNotContain("zzpassword");
    }
  }

  @Test
  void theInternalUserIsOursOnlyWhereNoneIsSet() {
    try (WireServer server = WireServer.start()) {
      server.then(Diagnoses.description(), Diagnoses.list());
      server.then(Diagnoses.description(), Diagnoses.list());
      Diagnoses.of(server.endpoint()).build().run();
      Diagnoses.of(server.endpoint(), b -> b.internalUser("nightly.sync")).build().run();

      assertThat(server.requests().get(1).body()).contains("<InternalUser>gmc-diagnosis<");
      assertThat(server.requests().get(3).body()).contains("<InternalUser>nightly.sync<");
    }
  }

  @Test
  void optionsOfTheDiagnosisItselfAreChecked() {
    GmcDiagnosis.Builder builder = Diagnoses.of(URI.create("https://gmc.example/"));

    assertThatThrownBy(() -> builder.designatedBody(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("designatedBody is blank");
    assertThatThrownBy(() -> builder.timeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("timeout must be positive and at most an hour: PT0S");
  }

  @Test
  void withoutADesignatedBodyNoReadIsTried() {
    try (WireServer server = WireServer.start().always(Diagnoses.description())) {
      DiagnosisReport report =
          GmcDiagnosis.builder(() -> Diagnoses.client(server.endpoint()))
              .variables(Map.of())
              .build()
              .run();

      assertThat(report.conclusion())
          .isEqualTo("No probed layer fails, but no read was attempted.");
      assertThat(Diagnoses.status(report, Layer.SOAP)).isEqualTo(Status.SKIPPED);
      assertThat(Diagnoses.finding(report, Layer.SOAP))
          .isEqualTo("no designated body was given to read");
      assertThat(server.onlyRequest().line()).startsWith("GET ");
      assertThat(server.onlyRequest().body()).isEmpty();
    }
  }
}
