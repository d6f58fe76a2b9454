package uk.nhs.hee.tis.gmc.client.diagnose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** The command, without a process of its own. */
class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> variables =
      new HashMap<>(Map.of("GMC_USER_NAME", "zzaccount", "GMC_PASSWORD", "zzpassword"));

  @ParameterizedTest
  @ValueSource(strings = {"-h", "--help"})
  void helpFitsATerminalWhateverElseIsWrong(String option) {
    assertThat(run(option, "--verbose")).isZero();

    assertThat(out.toString(UTF_8))
        .startsWith("Finds out, layer by layer, why GMC Connect does not answer");
    assertThat(out.toString(UTF_8).lines()).allMatch(line -> line.length() <= 80);
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void versionIsThatOfTheLibrary() {
    assertThat(run("--version")).isZero();

    assertThat(out.toString(UTF_8)).matches("gmc-diagnosis \\d+\\.\\d+\\.\\d+(-\\S+)?\\R");
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void helpNamesEveryOptionVariableAndExitStatus() {
    assertThat(run("--help")).isZero();

    assertThat(out.toString(UTF_8))
        .startsWith("Finds out, layer by layer, why GMC Connect does not answer")
        .contains("--body CODE", "--compare-user-agent TEXT", "--timeout SECONDS", "--json")
        .contains("GMC_CONNECT_URL", "GMC_USER_NAME", "GMC_PASSWORD", "GMC_ALLOW_PLAIN_HTTP")
        .contains("Exit status: 0 no layer fails, 1 a layer fails, 2 the command line is wrong.");
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--verbose, There is no option --verbose",
    "--body, --body needs a value",
    "--body=, --body needs a value",
    "--timeout=0, '--timeout must be 1 to 600 seconds, but is 0'",
    "--timeout=soon, '--timeout must be 1 to 600 seconds, but is soon'",
    "--compare-user-agent=Mozilla/5.0, '--compare-user-agent: an identity to compare must be the"
        + " caller''s own, but this one imitates a browser: Mozilla/5.0'",
    "--compare-user-agent=a//b, '--compare-user-agent: userAgent must be products such as name/1.0"
        + " and comments in parentheses: a//b'",
  })
  void aWrongCommandLine(String argument, String expected) {
    assertThat(run(argument)).isEqualTo(2);

    assertThat(err.toString(UTF_8))
        .isEqualTo(expected + " (--help lists the options)" + System.lineSeparator());
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void endsWithOneWhenALayerFails() {
    assertThat(run("--body", "1-1RSSQ2H")).isEqualTo(1);

    assertThat(out.toString(UTF_8))
        .endsWith(
            "The failing layer is configuration: GMC_CONNECT_URL is not set; who must act: the"
                + " caller.\n");
  }

  @Test
  void namesAllVariablesThatAreMissing() {
    variables.clear();

    assertThat(run()).isEqualTo(1);

    assertThat(out.toString(UTF_8))
        .endsWith(
            "The failing layer is configuration: GMC_CONNECT_URL, GMC_USER_NAME and GMC_PASSWORD"
                + " are not set; who must act: the caller.\n");
  }

  @Test
  void namesTheVariableToLookAt() {
    variables.put("GMC_CONNECT_URL", "https://gmc-connect.invalid/service");

    assertThat(run()).isEqualTo(1);

    assertThat(out.toString(UTF_8))
        .endsWith(
            "The failing layer is name resolution: gmc-connect.invalid resolves to no address: look"
                + " at the host name in GMC_CONNECT_URL; who must act: the caller's network team,"
                + " then the GMC's service team.\n");
  }

  @Test
  void printsJsonForMachines() throws Exception {
    try (WireServer server = WireServer.start().always(Diagnoses.cloudflare(1010))) {
      variables.put("GMC_CONNECT_URL", server.endpoint().toString());
      variables.put("GMC_ENVIRONMENT", "prod");
      variables.put("GMC_USER_AGENT", "sync/1.0 (team@example.nhs.uk)");

      assertThat(run("--json", "--timeout=5")).isEqualTo(1);

      JsonNode json = new ObjectMapper().readTree(out.toString(UTF_8));
      assertThat(json.get("conclusion").asText())
          .isEqualTo(
              "The failing layer is the Cloudflare edge: it refuses this client (error 1010: client"
                  + " signature banned, certain), so credentials and permissions are not the cause;"
                  + " who must act: the caller, then the GMC's firewall team.");
      assertThat(json.get("failingLayer").asText()).isEqualTo("EDGE");
      assertThat(json.get("actors").toString()).isEqualTo("[\"CALLER\",\"GMC_FIREWALL\"]");
      assertThat(json.get("environmentLabel").asText()).isEqualTo("prod");
      assertThat(json.get("userAgent").asText()).isEqualTo("sync/1.0 (team@example.nhs.uk)");
      assertThat(json.get("layers")).hasSize(Layer.values().length);
      assertThat(json.at("/layers/5/facts/Ray ID").asText()).isEqualTo("8f3c2a9d1b7e4650");
      assertThat(json.at("/layers/5/facts/edge location").asText()).isEqualTo("LHR");
      assertThat(out.toString(UTF_8)).doesNotContain("zzaccount", "zzpassword");
    }
  }

  @Test
  void endsWithZeroWhenNoLayerFails() {
    try (WireServer server = WireServer.start().always(Diagnoses.description())) {
      variables.put("GMC_CONNECT_URL", server.endpoint().toString());

      assertThat(run()).isZero();
      assertThat(out.toString(UTF_8))
          .startsWith("Diagnosis of GMC Connect at 20")
          .contains("\nEndpoint: " + server.endpoint() + "\n")
          .contains("\npassed   Cloudflare edge  it lets a plain GET through");
    }
  }

  private int run(String... args) {
    return Main.run(
        List.of(args),
        variables,
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8));
  }
}
