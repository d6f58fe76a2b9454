package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.LogCapture;
import uk.nhs.hee.tis.gmc.client.fixture.Nothing;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireRequest;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** What the builder wants, checks, takes from the environment and says at the start. */
class BuilderTest {
  private static final URI ENDPOINT = URI.create("https://gmc-connect.invalid/service");
  private static final Map<String, String> REQUIRED =
      Map.of(
          "GMC_CONNECT_URL", ENDPOINT.toString(),
          "GMC_USER_NAME", "u",
          "GMC_PASSWORD", "p");

  @Test
  void endpointAndCredentialsAreRequired() {
    assertThatThrownBy(() -> GmcClient.builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("endpoint is missing: call builder().endpoint(…)");
    assertThatThrownBy(() -> GmcClient.builder().endpoint(ENDPOINT).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("credentials is missing: call builder().credentials(…)");
  }

  @Test
  void clientSaysItsEndpointAndItsIdentityButNoSecret() {
    GmcClient gmc =
        GmcClient.builder()
            .endpoint(URI.create(ENDPOINT + "?key=s3cret"))
            .credentials(GmcCredentials.of("s3cret", "s3cret"))
            .identity(
                ClientIdentity.builder()
                    .userAgent("sync/1 (a@example.nhs.uk)")
                    .sdkMetadata(false)
                    .header("X-Api-Key", "s3cret")
                    .build())
            .build();

    try (gmc) {
      assertThat(gmc)
          .hasToString(
              "GmcClient[endpoint=https://gmc-connect.invalid/service?***,"
                  + " identity=ClientIdentity[userAgent=sync/1 (a@example.nhs.uk),"
                  + " headers={X-Api-Key=***}]]");
    }
  }

  @Test
  void everyOptionNamesAMissingValue() {
    GmcClientBuilder builder = GmcClient.builder();

    assertRefused("endpoint is missing", () -> builder.endpoint(Nothing.at(URI.class)));
    assertRefused(
        "credentials is missing", () -> builder.credentials(Nothing.at(GmcCredentials.class)));
    assertRefused("identity is missing", () -> builder.identity(Nothing.at(ClientIdentity.class)));
    assertRefused("internalUser is missing", () -> builder.internalUser(Nothing.at(String.class)));
    assertRefused("internalUser is blank", () -> builder.internalUser(" "));
    assertRefused("environmentLabel is blank", () -> builder.environmentLabel(""));
    assertRefused(
        "soapVersion is missing", () -> builder.soapVersion(Nothing.at(SoapVersion.class)));
    assertRefused(
        "httpClient is missing",
        () -> builder.httpClient(Nothing.at(java.net.http.HttpClient.class)));
    assertRefused("maxAnswerBytes must be positive: 0", () -> builder.maxAnswerBytes(0));
    assertRefused("username is blank", () -> GmcCredentials.of("", "p"));
    assertRefused("password is missing", () -> GmcCredentials.of("u", Nothing.at(String.class)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT24H0.001S"})
  void timesMustBePositiveAndAtMostADay(String text) {
    Duration time = Duration.parse(text);
    String rule = " must be positive and at most a day: " + text;

    assertRefused("connectTimeout" + rule, () -> GmcClient.builder().connectTimeout(time));
    assertRefused("attemptTimeout" + rule, () -> GmcClient.builder().attemptTimeout(time));
    assertRefused("callDeadline" + rule, () -> GmcClient.builder().callDeadline(time));
    assertRefused("deadline" + rule, () -> CallOptions.builder().deadline(time));
  }

  @Test
  void callOptionsAreChecked() {
    assertRefused("clientRequestId is blank", () -> CallOptions.builder().clientRequestId("\t"));
    assertRefused("internalUser is blank", () -> CallOptions.builder().internalUser(""));
    assertRefused(
        "credentials is missing",
        () -> CallOptions.builder().credentials(Nothing.at(GmcCredentials.class)));
    assertRefused(
        "header SOAPAction is set by the client itself",
        () -> CallOptions.builder().header("SOAPAction", "x"));
  }

  @Test
  void everyVariableOfTheEnvironmentIsTaken() {
    try (WireServer server = WireServer.start()) {
      server.then(HttpReply.soap(Soap.success(Call.GET_DOCTORS.operation())));
      Map<String, String> variables = new HashMap<>();
      variables.put("GMC_CONNECT_URL", server.endpoint().toString());
      variables.put("GMC_USER_NAME", "env-user");
      variables.put("GMC_PASSWORD", "env-password");
      variables.put("GMC_SOAP_ACTION_BASE", "https://stand-in.example/base");
      variables.put("GMC_USER_AGENT", "env-agent/2.0 (ops@example.nhs.uk)");
      variables.put("GMC_INTERNAL_USER", "env-internal");

      GmcClient.builder().environmentVariables(variables).build().getDoctorsForDb(Call.BODY);

      WireRequest request = server.onlyRequest();
      assertThat(request.body())
          .contains("<Username>env-user</Username><Password>env-password</Password>")
          .contains("<InternalUser>env-internal</InternalUser>");
      assertThat(request.header("User-Agent")).isEqualTo("env-agent/2.0 (ops@example.nhs.uk)");
      assertThat(request.header("SOAPAction"))
          .isEqualTo("\"https://stand-in.example/base/GetDoctorsForDB\"");
    }
  }

  @Test
  void settingsOfTheSameNamesAreTakenFromWhereverTheyAre() {
    Properties settings = new Properties();
    settings.putAll(REQUIRED);

    assertThat(GmcClient.builder().environmentVariables(settings::getProperty).build()).isNotNull();
    settings.remove("GMC_PASSWORD");
    assertThatThrownBy(() -> GmcClient.builder().environmentVariables(settings::getProperty))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("GMC_PASSWORD is not set");
  }

  @Test
  void plainHttpIsAllowedByItsVariableOnly() {
    Map<String, String> variables = new HashMap<>(REQUIRED);
    variables.put("GMC_CONNECT_URL", "http://stand-in:8080/service");

    String refusal =
        "endpoint must be https, since the password travels in the body:"
            + " http://stand-in:8080/service (for a stand-in GMC in a container network call"
            + " allowPlainHttp(), or set GMC_ALLOW_PLAIN_HTTP to true)";

    assertRefused(refusal, () -> GmcClient.builder().environmentVariables(variables).build());
    variables.put("GMC_ALLOW_PLAIN_HTTP", "no");
    assertRefused(refusal, () -> GmcClient.builder().environmentVariables(variables).build());
    variables.put("GMC_ALLOW_PLAIN_HTTP", "TRUE");
    assertThat(GmcClient.builder().environmentVariables(variables).build()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GMC_CONNECT_URL", "GMC_USER_NAME", "GMC_PASSWORD"})
  void aMissingOrBlankVariableIsNamed(String name) {
    for (String blank : List.of("", " ")) {
      Map<String, String> variables = new HashMap<>(REQUIRED);
      variables.put(name, blank);
      assertThatThrownBy(() -> GmcClient.builder().environmentVariables(variables))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(name + " is not set");
      variables.remove(name);
      assertThatThrownBy(() -> GmcClient.builder().environmentVariables(variables))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(name + " is not set");
    }
  }

  @Test
  void anUrlThatIsNoneIsNotShown() {
    Map<String, String> variables = new HashMap<>(REQUIRED);
    variables.put("GMC_CONNECT_URL", "https://user:s3cret@ho st/");

    assertThatThrownBy(() -> GmcClient.builder().environmentVariables(variables))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("GMC_CONNECT_URL is not a URL")
        .hasNoCause();
  }

  @Test
  void theStartIsLoggedOnceAndEachUnwiseThingIsAWarning() {
    try (LogCapture logs = LogCapture.start()) {
      GmcClient gmc =
          Clients.builder(ENDPOINT)
              .identity(ClientIdentity.builder().userAgent("Java/17.0.12").build())
              .build();

      assertThat(logs.messages(Level.WARN))
          .containsExactly(
              "GMC client identity: the User-Agent contains \"Java/\", which Cloudflare is known"
                  + " to block: Java/17.0.12");
      assertThat(logs.messages(Level.INFO))
          .containsExactly(
              "gmc-client "
                  + LibraryVersion.VALUE
                  + " calls https://gmc-connect.invalid/service as Java/17.0.12");
      assertThat(gmc.identity().userAgent()).isEqualTo("Java/17.0.12");
    }
  }

  private static void assertRefused(
      String message, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
