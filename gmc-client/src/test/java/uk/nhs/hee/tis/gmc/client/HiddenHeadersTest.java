package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.fixture.Call;

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
        "X-Token"
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
        .isInstanceOf(RuntimeException.class)
        .message()
        .doesNotContain("s3cr3t");
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
