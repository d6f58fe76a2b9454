package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.diagnose.DiagnosisReport;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.LogCapture;
import uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient;

/** Which header values, and what of the endpoint, evidence shows. */
class HiddenHeadersTest {
  private final Setting setting = new Setting();

  private Evidence evidence(GmcClientBuilder builder, CallOptions options) {
    setting.http.then(Failure.REFUSED.of(Call.ADD.operation()));
    return Setting.failureOf(Setting.start(Call.ADD, builder.build(), options)).evidence();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ocp-Apim-Subscription-Key",
        "x-functions-key",
        "X-Api-Key",
        "X-JWT-Assertion",
        "X-Bearer",
        "X-Auth",
        "Authorization",
        "X-Session-Id",
        "X-Pwd",
        "X-Password",
        "Cookie",
        "X-Signature",
        "X-Hub-Sig-256",
        "X-Request-Sig",
        "X-Credential",
        "X-Token",
        "X-Passwd",
        "X-Body-HMAC",
        "X-OTP",
        "X-ReqSig"
      })
  void identityHeaderWithASecretSoundingNameIsHidden(String name) {
    ClientIdentity identity =
        ClientIdentity.builder().userAgent("sync/1 (a@b.uk)").header(name, "s3cr3t").build();

    assertThat(identity.headersWithoutSecrets()).containsEntry(name, "***");
    assertThat(identity.toString()).doesNotContain("s3cr3t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Client-Environment", "X-Design", "X-Signal", "X-Team"})
  void identityHeaderOfAnotherNameIsShown(String name) {
    ClientIdentity identity = ClientIdentity.builder().header(name, "prod").build();

    assertThat(identity.headersWithoutSecrets()).containsEntry(name, "prod");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Basic dXNlcjpwdw==", "bearer abc", "eyJhbGciOiJIUzI1NiJ9.e30.c2ln", "Token x"})
  void identityHeaderWithASecretLookingValueIsHidden(String value) {
    ClientIdentity identity = ClientIdentity.builder().header("X-Team", value).build();

    assertThat(identity.headersWithoutSecrets()).containsEntry("X-Team", "***");
    assertThat(identity.describe() + identity).doesNotContain(value);
  }

  @Test
  void headerGivenAsOneLineIsRefusedWithoutItsValue() {
    assertThatThrownBy(() -> CallOptions.builder().header("X-Api-Key: s3cr3t", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "header name must be an RFC 9110 token (letters, digits and !#$%&'*+-.^_`|~), but"
                + " 'X-Api-Key' is followed by U+003A");
  }

  @Test
  void pageThatRepeatsAHiddenHeaderOrTheQueryIsNotShown() {
    GmcClientBuilder builder =
        setting
            .client()
            .endpoint(URI.create("https://127.0.0.1:1/service?op=x&code=qu%65ry-s3cr3t"))
            .identity(Clients.identity().with(Map.of("X-Api-Key", "identity-s3cr3t")));
    CallOptions options = CallOptions.builder().header("X-Anything", "Bearer call-s3cr3t").build();
    for (String echo :
        new String[] {"identity-s3cr3t", "call-s3cr3t", "code=query-s3cr3t", "qu%65ry-s3cr3t"}) {
      setting.http.then(RecordingHttpClient.page(403, "<p>zzmark: " + echo, "Via", "1.1 p"));
      Evidence evidence =
          Setting.failureOf(Setting.start(Call.ADD, builder.build(), options)).evidence();
      assertThat(evidence.toText()).doesNotContain("zzmark").doesNotContain("s3cr3t");
    }
    setting.http.then(RecordingHttpClient.page(403, "<p>zzmark: Bearer", "Via", "1.1 p"));
    assertThat(Setting.failureOf(Setting.start(Call.ADD, builder.build(), options)).evidence())
        .extracting(Evidence::toText)
        .asString()
        .contains("zzmark");
  }

  @Test
  void startOfAClientIsLoggedWithoutTheQuery() {
    try (LogCapture logs = LogCapture.start()) {
      setting.client().endpoint(URI.create("https://127.0.0.1:1/service?code=s3cr3t")).build();

      assertThat(logs.messages(Level.INFO))
          .containsExactly(
              "gmc-client "
                  + LibraryVersion.VALUE
                  + " calls https://127.0.0.1:1/service?*** as "
                  + Clients.USER_AGENT);
      assertThat(logs.everything()).doesNotContain("s3cr3t");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://gmc.example/service?code=s3cr3t",
        "https://gmc.example/service#s3cr3t",
        "https://user:s3cr3t@gmc.example/service",
        "https://user:s3cr3t@gmc_underscore.example/service",
        "https://user:s3cr3t@gmc.example/service?a=s3cr3t#s3cr3t"
      })
  void urlOfEvidenceAndReportIsWithoutWhatMayBeSecret(String url) {
    String shown = url.replaceAll("user:s3cr3t@|[?#].*", "");

    Evidence evidence =
        evidence(setting.client(), CallOptions.defaults()).toBuilder().url(URI.create(url)).build();

    assertThat(evidence.url()).hasToString(shown);
    assertThat(DiagnosisReport.builder().startedAt(Clients.NOW).endpoint(URI.create(url)).build())
        .satisfies(report -> assertThat(report.endpoint()).hasValue(URI.create(shown)))
        .satisfies(report -> assertThat(report.toText() + report).doesNotContain("s3cr3t"));
  }

  @Test
  void headerOfOneCallIsNamedAndItsValueHidden() {
    CallOptions options = CallOptions.builder().header("X-Anything", "s3cr3t").build();

    Evidence evidence = evidence(setting.client(), options);

    assertThat(evidence.identityHeaders()).isEqualTo(Map.of("X-Anything", "***"));
    assertThat(evidence.toText()).doesNotContain("s3cr3t");
  }

  @Test
  void queryOfTheEndpointIsShownNowhere() {
    GmcClientBuilder builder =
        setting.client().endpoint(URI.create("https://127.0.0.1:1/service?code=s3cr3t"));

    Evidence evidence = evidence(builder, CallOptions.defaults());

    assertThat(evidence.url()).isEqualTo(URI.create("https://127.0.0.1:1/service"));
    assertThat(evidence.toText() + evidence.toJson()).doesNotContain("s3cr3t");
  }

  @Test
  void refusedEndpointDoesNotShowItsQuery() {
    assertThatThrownBy(
            () ->
                GmcClient.builder().endpoint(URI.create("ftp://gmc.example/?code=s3cr3t")).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("endpoint must be an absolute https URL: ftp://gmc.example/?***");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\rb", "a\nb", "a\u0000b", "a\u0085b", "a\u2028b", "a\tb"})
  void clientRequestIdWithAControlCharacterIsRefused(String id) {
    assertThatThrownBy(() -> CallOptions.builder().clientRequestId(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "clientRequestId holds the control character U+%04X at index 1", (int) id.charAt(1));
  }
}
