package uk.nhs.hee.tis.gmc.testkit.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.client.diagnose.GmcDiagnosis;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcPermissionException;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.AddReason;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/** The stand-in program: in a JVM of its own without JUnit, and what it does in this one. */
class StandInProgramTest {
  private static final String BODY = "1-1RSSQ2H";
  private static final String WSDL = "/GMCWebServices/WebService.asmx?WSDL";
  private static final String[] SMALL = {"--register=invented:2", "--bodies=" + BODY};

  private static GmcException failure(GmcClient client) {
    return catchThrowableOfType(GmcException.class, () -> client.getDoctorsForDb(BODY));
  }

  private static void add(GmcClient client, String doctor) {
    client.tryAddDoctor(
        AddDoctor.builder()
            .gmcNumber(doctor)
            .designatedBodyCode(BODY)
            .reason(AddReason.HAS_CONNECTION)
            .build());
  }

  @Test
  void itAnswersFromItsRegisterAndEndsCleanly() throws Exception {
    try (Program program = Program.fromClasses(SMALL);
        GmcClient client = program.client("module")) {
      assertThat(client.getDoctorsForDb(BODY).doctors()).hasSize(2);
      assertThat(Caller.send("GET", program.at(program.endpoint(), WSDL)).body())
          .contains("location=\"" + program.endpoint() + "\"");

      assertThat(program.end())
          .matches(
              "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z  127\\.0\\.0\\.1  200 "
                  + " GetDoctorsForDB  return code 0");
      // What the JVM answers to SIGTERM: 128 and the signal's number.
      assertThat(program.exitStatus()).isEqualTo(143);
    }
  }

  @Test
  void aBlockedUserAgentMeetsCloudflareAndAnotherDoesNot() {
    try (Caller program = inThisJvm(SMALL[0], SMALL[1], "--block-user-agent", "old-module");
        GmcClient blocked = program.client("old-module");
        GmcClient other = program.client("new-module")) {
      assertThat(failure(blocked)).isInstanceOf(GmcBlockedException.class);
      assertThat(((GmcBlockedException) failure(blocked)).cloudflareCode()).hasValue(1010);
      assertThat(other.getDoctorsForDb(BODY).doctors()).hasSize(2);
    }
  }

  @Test
  void aBlockedAddressMeetsCloudflareAndResetDoesNotEndThat() {
    try (Caller program = inThisJvm(SMALL[0], SMALL[1], "--block-ip=127.0.0.0/8");
        GmcClient client = program.client("module")) {
      assertThat(((GmcBlockedException) failure(client)).cloudflareCode()).hasValue(1006);
      program.admin("POST", "/reset");
      assertThat(failure(client)).isInstanceOf(GmcBlockedException.class);
    }
  }

  @Test
  void credentialsAndReturnCodesAreThoseOfTheCommandLine() {
    try (Caller program =
            inThisJvm(SMALL[0], SMALL[1], "--credentials=me:mine", "--return-code=9000009=106");
        GmcClient stranger = program.client("module");
        GmcClient client = program.client("module", "me", "mine")) {
      assertThat(failure(stranger)).isInstanceOf(GmcPermissionException.class);
      GmcRejectedException locked =
          catchThrowableOfType(GmcRejectedException.class, () -> add(client, "9000009"));
      assertThat(locked.returnCode()).contains(ReturnCode.REVALIDATION_LOCK);
      add(client, "9000010");
      assertThat(client.getDoctorsForDb(BODY).doctors()).hasSize(3);
    }
  }

  @Test
  void scenariosAreSwitchedAtRunTime() {
    try (Caller program = inThisJvm(SMALL[0], SMALL[1], "--scenario=code-99");
        GmcClient client = program.client("module")) {
      assertThat(failure(client)).isInstanceOf(GmcPermissionException.class);

      HttpResponse<String> on = program.admin("POST", "/scenarios/cloudflare-1020");
      assertThat(on.statusCode()).isEqualTo(200);
      assertThat(on.body()).contains("{\"name\":\"cloudflare-1020\",\"on\":true}");
      assertThat(((GmcBlockedException) failure(client)).cloudflareCode()).hasValue(1020);

      program.admin("DELETE", "/scenarios/cloudflare-1020");
      assertThat(failure(client)).isInstanceOf(GmcPermissionException.class);
      program.admin("DELETE", "/scenarios/code-99");
      assertThat(client.getDoctorsForDb(BODY).doctors()).hasSize(2);

      add(client, "9000010");
      assertThat(program.admin("POST", "/reset").body())
          .contains("{\"name\":\"code-99\",\"on\":true}");
      program.admin("DELETE", "/scenarios/code-99");
      assertThat(client.getDoctorsForDb(BODY).doctors()).hasSize(2);
    }
  }

  @Test
  void theJournalShowsNumbersButNoNamesAndNoCredentials() {
    try (Caller program = inThisJvm(SMALL[0], SMALL[1]);
        GmcClient client = program.client("module")) {
      add(client, "9000010");
      Caller.send("GET", program.endpoint());

      HttpResponse<String> journal = program.admin("GET", "/journal");
      assertThat(journal.headers().firstValue("Content-Type"))
          .hasValue("application/json; charset=utf-8");
      assertThat(journal.body())
          .contains("\"userAgent\":\"module/1.0 (tester@example.nhs.uk)\"")
          .contains(
              "\"answer\":\"an HTTP error page\",\"by\":\"register\",\"operation\":null,"
                  + "\"nonSoapRequest\":\"GET /GMCWebServices/WebService.asmx\"")
          .contains(
              "\"answeredFromRegister\":[{\"operation\":\"TryAddDoctor\","
                  + "\"designatedBodyCode\":\"1-1RSSQ2H\",\"gmcNumber\":\"9000010\","
                  + "\"gmcRequestId\":\"4410001\",\"returnCode\":\"0\"}]")
          .doesNotContain("gmc-test-password", "gmc-test-user", "a.tester");
    }
  }

  @Test
  void theConsoleSaysWhatEachRequestMetAndWhatWasOffContract() {
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    List<String> args =
        List.of(
            "--port=0",
            "--admin-port=0",
            SMALL[0],
            SMALL[1],
            "--block-user-agent=old",
            "--return-code=9000009=106",
            "--scenario=repeated-submission");
    try (Caller program =
            Caller.of(
                StandIn.start(
                    Settings.of(args, Map.of()),
                    new PrintStream(console, true, StandardCharsets.UTF_8)));
        GmcClient old = program.client("old");
        GmcClient client = program.client("module")) {
      assertThat(failure(old)).isInstanceOf(GmcBlockedException.class);
      assertThatThrownBy(() -> add(client, "9000009")).isInstanceOf(GmcRejectedException.class);
      add(client, "9000010");
      Caller.send("GET", program.endpoint(), "X-Forwarded-For", "203.0.113.9");
      assertThat(program.admin("GET", "/journal").body())
          .contains(
              "\"clientAddress\":\"127.0.0.1\",\"status\":403,\"answer\":\"a canned answer\","
                  + "\"by\":\"--block-user-agent old\",\"operation\":\"GetDoctorsForDB\","
                  + "\"nonSoapRequest\":null");
      Caller.send("HEAD", program.at(program.endpoint(), "/health"));
      Caller.send("PUT", program.endpoint());
    }
    assertThat(console.toString(StandardCharsets.UTF_8).replaceAll("(?m)^\\d[0-9T:.-]+Z", "TIME"))
        .isEqualToNormalizingNewlines(
            "TIME  127.0.0.1  403  GetDoctorsForDB  a canned answer by --block-user-agent old\n"
                + "TIME  127.0.0.1  200  TryAddDoctor  return code 106 by --return-code\n"
                + "TIME  127.0.0.1  200  TryAddDoctor  return code 0\n"
                + "TIME  203.0.113.9  500  no SOAP call: GET /GMCWebServices/WebService.asmx  an HTTP"
                + " error page\n"
                + "TIME  127.0.0.1  404  no SOAP call: HEAD /health  an HTTP error page\n"
                + "TIME  127.0.0.1  500  no operation  a request that the service cannot read\n"
                + "  contract violation: PUT /GMCWebServices/WebService.asmx: the method must be POST\n");
  }

  @Test
  void aDiagnosisLeavesNoContractViolationInTheJournal() {
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    try (Caller program =
        Caller.of(StandIn.start(small(), new PrintStream(console, true, StandardCharsets.UTF_8)))) {
      GmcDiagnosis.builder(
              () ->
                  GmcClient.builder()
                      .endpoint(program.endpoint())
                      .credentials(GmcCredentials.of("gmc-test-user", "gmc-test-password"))
                      .identity(ClientIdentity.builder().product("module", "1.0").build()))
          .designatedBody(BODY)
          .build()
          .run();

      assertThat(program.admin("GET", "/journal").body()).doesNotContain("must be");
    }
    assertThat(console.toString(StandardCharsets.UTF_8))
        .contains("no SOAP call: GET /GMCWebServices/WebService.asmx", "GetDoctorsForDB")
        .doesNotContain("violation");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /, 404, try GET /admin/scenarios",
    "POST, /journal, 404, try GET /admin/scenarios",
    "POST, /scenarios/snow, 404, there is no scenario snow",
    "GET, /scenarios/proxy, 405, POST switches a scenario on",
  })
  void theAdminInterfaceSaysWhatItCanDo(String method, String path, int status, String message) {
    try (StandIn standIn = StandIn.start(small(), nowhere())) {
      HttpResponse<String> answer =
          Caller.send(method, URI.create(standIn.adminEndpoint() + path.replaceFirst("^/$", "")));

      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.body()).startsWith("{\"error\":\"" + message);
    }
  }

  @Test
  void theAdminInterfaceAnswersNoPageInABrowser() {
    try (StandIn standIn = StandIn.start(small(), nowhere())) {
      HttpResponse<String> answer =
          Caller.send(
              "POST",
              URI.create(standIn.adminEndpoint() + "/scenarios/proxy"),
              "Origin",
              "https://elsewhere.example");

      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(standIn.scenarios()).isEmpty();
    }
  }

  private static Caller inThisJvm(String... args) {
    List<String> all = new ArrayList<>(List.of("--port=0", "--admin-port=0"));
    all.addAll(List.of(args));
    return Caller.of(StandIn.start(Settings.of(all, Map.of()), nowhere()));
  }

  private static PrintStream nowhere() {
    return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
  }

  private static Settings small() {
    return Settings.of(List.of("--port=0", "--admin-port=0", SMALL[0], SMALL[1]), Map.of());
  }

  @Test
  void aWrongCommandLineEndsWithStatusTwo() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    assertThat(run(err, "--prot", "1")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo("unknown option --prot (--help lists the options)");
  }

  @ParameterizedTest
  @CsvSource({"--port, --admin-port", "--admin-port, --port"})
  void aPortInUseEndsWithStatusOne(String taken, String free) throws IOException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
      assertThat(run(err, taken, "" + port, free, "0", SMALL[0], SMALL[1])).isEqualTo(1);
    }
    assertThat(err.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo(
            "The stand-in cannot start: port %d of 127.0.0.1 is in use: choose another with %s",
            port, taken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-h|A stand-in for GMC Connect",
        "--help|A stand-in for GMC Connect",
        "--version|gmc-connect-standin of an unpackaged build",
      })
  void helpAndVersionStartNothing(String option, String beginning) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    assertThat(run(out, err, option, "--port", "nonsense")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith(beginning);
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).allMatch(line -> line.length() <= 80);
    assertThat(err.size()).isZero();
  }

  private static int run(ByteArrayOutputStream err, String... args) {
    return run(new ByteArrayOutputStream(), err, args);
  }

  private static int run(ByteArrayOutputStream out, ByteArrayOutputStream err, String... args) {
    return StandInGmc.run(
        List.of(args),
        Map.of(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }
}
