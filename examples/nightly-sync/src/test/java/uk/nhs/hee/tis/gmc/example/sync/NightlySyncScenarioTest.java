package uk.nhs.hee.tis.gmc.example.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each scenario meets a directory that a good run has filled, one body at a time. */
class NightlySyncScenarioTest {
  private static final String USER_AGENT =
      "The User-Agent sent was 'gmc-nightly-sync/"
          + Clients.VERSION
          + " ("
          + Settings.CONTACT
          + ")'";

  @TempDir Path out;
  private Map<String, String> before;

  @BeforeEach
  void syncWell() throws Exception {
    assertThat(sync().exitCode).isZero();
    before = OutputFiles.lists(out);
  }

  private Job sync(String... further) throws InterruptedException {
    return Job.run(
        Map.of(),
        Stream.concat(
                Stream.of("--out", out.toString(), "--doctors", "80", "--parallel", "1"),
                Stream.of(further))
            .toArray(String[]::new));
  }

  /** Plays a scenario, and asserts what all have in common. */
  private Job play(String scenario) throws Exception {
    Job job = sync("--scenario", scenario);
    assertThat(job.exitCode).isEqualTo(1);
    assertThat(job.out).contains("\nScenario " + scenario + ": ");
    assertThat(OutputFiles.lists(out)).hasSize(13).isEqualTo(before);
    OutputFiles.assertTellNoSecrets(out, job);
    return job;
  }

  private static void assertRows(Job job, int failed, String result, int notAttempted) {
    assertThat(job.table().lines().filter(line -> line.endsWith("  failed"))).hasSize(failed);
    assertThat(job.table()).endsWith(":\n" + Words.wrapped("failed " + result, "  ", 80));
    assertThat(job.table().lines()).allMatch(line -> line.length() <= 80);
    assertThat(job.table().lines().filter(line -> line.endsWith("  -  not attempted")))
        .hasSize(notAttempted);
    int complete = 13 - failed - notAttempted;
    assertThat(job.table()).contains("  " + complete + " complete\n");
    int incomplete = failed + notAttempted;
    assertThat(job.err)
        .contains(
            "\nOld files: " + incomplete + " of " + incomplete + " kept, the oldest written at 2");
  }

  /** Asserts that each failed body has its evidence, and that the printed one is the last of it. */
  private void assertEvidence(Job job, String source, String... codes) throws Exception {
    assertThat(OutputFiles.names(out.resolve("evidence"))).hasSize(2 * codes.length);
    for (String code : codes) {
      JsonNode json = new ObjectMapper().readTree(evidence(code, ".json").toFile());
      assertThat(json.path("source").asText()).isEqualTo(source);
    }
    assertThat(job.err).containsOnlyOnce("  Client request id: ");
    String last = codes[codes.length - 1];
    assertThat(job.err).contains(Words.indented(Files.readString(evidence(last, ".txt"))));
  }

  private Path evidence(String code, String extension) throws IOException {
    String name =
        OutputFiles.names(out.resolve("evidence")).stream()
            .filter(n -> n.startsWith(code + "-2") && n.endsWith(extension))
            .findFirst()
            .orElseThrow();
    return out.resolve("evidence").resolve(name);
  }

  @Test
  void cloudflare1010() throws Exception {
    Job job = play("cloudflare-1010");

    assertRows(job, 1, "(Cloudflare edge): error 1010: client signature banned", 12);
    assertThat(job.explanation())
        .startsWith(
            "Failed: Yorkshire and the Humber (1-1RSG4X0).\n"
                + "GMC Connect's Cloudflare edge refused this GetDoctorsForDB request"
                + " (error 1010: client signature banned, certain).\n"
                + "The GMC's service never saw it; credentials and permissions are not the cause.\n"
                + USER_AGENT);
    assertEvidence(job, "EDGE", "1-1RSG4X0");
  }

  @Test
  void cloudflare1020() throws Exception {
    Job job = play("cloudflare-1020");

    assertRows(
        job, 1, "(Cloudflare edge): error 1020: a GMC firewall rule refused the request", 12);
    assertThat(job.explanation())
        .startsWith(
            "Failed: Yorkshire and the Humber (1-1RSG4X0).\n"
                + "GMC Connect's Cloudflare edge refused this GetDoctorsForDB request"
                + " (error 1020: a GMC firewall rule refused the request, certain).\n"
                + "The GMC's service never saw it; credentials and permissions are not the cause.\n"
                + USER_AGENT);
    assertEvidence(job, "EDGE", "1-1RSG4X0");
  }

  @Test
  void code99() throws Exception {
    Job job = play("code-99");

    assertRows(
        job,
        1,
        "(GMC's service): return code 99: invalid credentials (user name, password or IP address)",
        12);
    assertThat(job.explanation())
        .startsWith(
            "Failed: Yorkshire and the Humber (1-1RSG4X0).\n"
                + "The GMC's service refused GetDoctorsForDB with return code 99"
                + " (invalid credentials (user name, password or IP address)).\n")
        .contains("the request passed the Cloudflare edge, so this is not a block.\n")
        .contains("\nWho must act: the caller, then the GMC's service team.\n");
    assertEvidence(job, "GMC_SERVICE", "1-1RSG4X0");
  }

  @Test
  void maintenanceOpensTheCircuitAfterFiveBodies() throws Exception {
    Job job = play("maintenance");

    assertRows(
        job,
        5,
        "(GMC's web server): HTTP 503 from the GMC's own web server, a maintenance page",
        8);
    assertThat(job.explanation())
        .contains(
            ", North West (1-1RSSQ2H).\n"
                + "The GMC's own web server failed on this GetDoctorsForDB request"
                + " (HTTP 503 from the GMC's own web server, a maintenance page, certain).\n"
                + "Credentials and permissions are not the cause.\n");
    assertEvidence(
        job, "GMC_SERVER", "1-1RSG4X0", "1-1RSSPZ7", "1-1RSSQ05", "1-1RSSQ1B", "1-1RSSQ2H");
  }

  @Test
  void proxyOpensTheCircuitAfterFiveBodies() throws Exception {
    Job job = play("proxy");

    assertRows(job, 5, "(proxy or firewall on the way): HTTP 403 from Squid", 8);
    assertThat(job.explanation())
        .contains(
            ", North West (1-1RSSQ2H).\n"
                + "Something on the caller's side of the network, such as a proxy, answered instead"
                + " of passing on this GetDoctorsForDB request (HTTP 403 from Squid, certain).\n"
                + "The GMC has not seen it; the GMC and its firewall are not the cause.\n");
    assertEvidence(
        job, "INTERMEDIARY", "1-1RSG4X0", "1-1RSSPZ7", "1-1RSSQ05", "1-1RSSQ1B", "1-1RSSQ2H");
  }

  @Test
  void aTruncatedListIsThatOfOneBodyAndIsMadeUpForLater() throws Exception {
    Job job = play("truncated-list");

    assertRows(job, 1, "(network): the answer broke off part-way through", 0);
    assertThat(job.explanation())
        .startsWith(
            "Failed: Thames Valley (1-1RSSQ6R).\n"
                + "GetDoctorsForDB got no usable answer from localhost:"
                + " the answer broke off part-way through.\n");
    assertEvidence(job, "NETWORK", "1-1RSSQ6R");
    assertThat(job.err).containsPattern("  Attempts: +3\n");

    assertThat(sync("--only-missing").exitCode).isZero();
    assertThat(OutputFiles.names(out.resolve("evidence"))).hasSize(2);
  }
}
