package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.fixture.Call;

/** How the variables go with what a program sets itself. */
@SuppressWarnings("FutureReturnValueIgnored") // The client without threads has done it all.
class EnvironmentVariablesTest {
  private static final URI ENDPOINT = URI.create("https://gmc-connect.invalid/service");
  private static final GmcCredentials CREDENTIALS = GmcCredentials.of("user", "password");
  private static final Map<String, String> AGENT =
      Map.of("GMC_USER_AGENT", "env-agent/2.0 (ops@example.nhs.uk)");
  private static final ClientIdentity IDENTITY =
      ClientIdentity.builder()
          .product("tis-revalidation-sync", "1.2.0")
          .contact("tis.support@example.nhs.uk")
          .header("X-Client-Environment", "prod")
          .sdkMetadata(false)
          .build();

  private static GmcClientBuilder builder() {
    return GmcClient.builder().endpoint(ENDPOINT).credentials(CREDENTIALS);
  }

  @Test
  void theUserAgentAloneIsReplacedWhetherTheIdentityComesBeforeOrAfter() {
    String expected = "User-Agent: env-agent/2.0 (ops@example.nhs.uk)\nX-Client-Environment: prod";

    assertThat(
            builder().identity(IDENTITY).environmentVariables(AGENT).build().identity().describe())
        .isEqualTo(expected);
    assertThat(
            builder().environmentVariables(AGENT).identity(IDENTITY).build().identity().describe())
        .isEqualTo(expected);
  }

  @Test
  void withoutAnIdentityTheUserAgentIsTheVariablesToo() {
    ClientIdentity identity = builder().environmentVariables(AGENT).build().identity();

    assertThat(identity.userAgent()).isEqualTo("env-agent/2.0 (ops@example.nhs.uk)");
    assertThat(identity.headers()).containsOnlyKeys(ClientIdentity.SDK_HEADER);
    assertThat(identity.warnings()).isEmpty();
  }

  @Test
  void theUserAgentOfTheVariableIsCheckedAtOnce() {
    Map<String, String> bad = Map.of("GMC_USER_AGENT", "no  agent(");

    assertThatThrownBy(() -> builder().environmentVariables(bad))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "userAgent must be products such as name/1.0 and comments in parentheses: no  agent(");
  }

  @Test
  void nothingIsRequiredThatTheProgramHasSet() {
    GmcClient both = builder().environmentVariables(Map.of()).build();
    GmcClient credentials =
        GmcClient.builder()
            .credentials(() -> CREDENTIALS)
            .environmentVariables(Map.of("GMC_CONNECT_URL", ENDPOINT.toString()))
            .build();

    assertThat(both.toString()).contains("endpoint=" + ENDPOINT);
    assertThat(credentials.toString()).contains("endpoint=" + ENDPOINT);
    assertThatThrownBy(() -> GmcClient.builder().endpoint(ENDPOINT).environmentVariables(Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("GMC_USER_NAME and GMC_PASSWORD are not set");
    assertThatThrownBy(
            () -> GmcClient.builder().credentials(CREDENTIALS).environmentVariables(Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("GMC_CONNECT_URL is not set");
  }

  @Test
  void credentialsOfTheProgramStayUnlessBothVariablesAreSet() {
    Setting setting = new Setting();
    Map<String, String> variables = new HashMap<>(Map.of("GMC_USER_NAME", "env-user"));

    Setting.start(
        Call.ADD,
        setting.client().credentials(CREDENTIALS).environmentVariables(variables).build());
    variables.put("GMC_PASSWORD", "env-password");
    Setting.start(
        Call.ADD,
        setting
            .client()
            .credentials(CREDENTIALS)
            .internalUser("a.tester")
            .environmentVariables(variables)
            .build());

    assertThat(setting.http.exchanges())
        .extracting(exchange -> exchange.body().replaceAll(".*<Username>(.*)</Password>.*", "$1"))
        .containsExactly(
            "user</Username><Password>password", "env-user</Username><Password>env-password");
  }

  @Test
  void thePlainHttpErrorNamesCallAndVariable() {
    assertThatThrownBy(
            () ->
                GmcClient.builder()
                    .credentials(CREDENTIALS)
                    .environmentVariables(Map.of("GMC_CONNECT_URL", "http://stand-in:8080/service"))
                    .build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "endpoint must be https, since the password travels in the body:"
                + " http://stand-in:8080/service (for a stand-in GMC in a container network call"
                + " allowPlainHttp(), or set GMC_ALLOW_PLAIN_HTTP to true)");
  }
}
