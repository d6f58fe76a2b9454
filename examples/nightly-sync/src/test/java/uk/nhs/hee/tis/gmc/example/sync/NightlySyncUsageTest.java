package uk.nhs.hee.tis.gmc.example.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightlySyncUsageTest {
  private static final Map<String, String> REAL =
      Map.of(
          "GMC_CONNECT_URL", "https://gmc.example/WebService.asmx",
          "GMC_USER_NAME", "sync-user-name",
          "GMC_PASSWORD", "sync-pass-word");

  @TempDir Path directory;

  private static void assertRefused(
      Map<String, String> environment, String message, String... arguments)
      throws InterruptedException {
    Job job = Job.run(environment, arguments);
    assertThat(job.err).isEqualTo(message + "\n--help shows every option.\n");
    assertThat(job.out).isEmpty();
    assertThat(job.exitCode).isEqualTo(2);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(directory.resolve("bodies.csv"), content);
  }

  private void assertBadList(String content, String message) throws Exception {
    Path file = file(content);
    assertRefused(Map.of(), message.replace("FILE", file.toString()), "--bodies", file.toString());
  }

  @Test
  void refusesBadArguments() throws Exception {
    assertRefused(Map.of(), "Unknown option: '--fast'", "--fast");
    assertRefused(
        Map.of(), "Invalid value for option '--parallel': 'x' is not an int", "--parallel", "x");
    assertRefused(Map.of(), "--parallel must be 1 to 16, but is 0", "--parallel", "0");
    assertRefused(Map.of(), "--doctors must be 1 to 8000, but is 8001", "--doctors", "8001");
    assertRefused(
        Map.of(),
        "Invalid value for option '--format': expected one of [CSV, JSONL]"
            + " (case-insensitive) but was 'xml'",
        "--format",
        "xml");
    assertRefused(
        Map.of(),
        "Invalid value for option '--scenario': 'rain' is not one of cloudflare-1010,"
            + " cloudflare-1020,"
            + " code-99, maintenance, proxy, truncated-list",
        "--scenario",
        "rain");
    assertRefused(
        Map.of(),
        "--contact: contact must hold no parenthesis or backslash: us (at night)",
        "--contact",
        "us (at night)");
  }

  @Test
  void refusesStandInOptionsForTheRealGmc() throws Exception {
    assertRefused(
        REAL,
        "--scenario is for the stand-in GMC, but GMC_CONNECT_URL is set: unset one of them",
        "--scenario",
        "code-99");
    assertRefused(
        REAL,
        "--seed is for the stand-in GMC, but GMC_CONNECT_URL is set: unset one of them",
        "--seed",
        "1");
  }

  @Test
  void refusesHalfAConfiguration() throws Exception {
    assertRefused(
        Map.of("GMC_CONNECT_URL", "https://gmc.example/WebService.asmx", "GMC_USER_NAME", "us"),
        "GMC Connect is not configured: GMC_PASSWORD is not set");
    assertRefused(
        Map.of("GMC_PASSWORD", "sync-pass-word"),
        "GMC_PASSWORD is set, but GMC_CONNECT_URL is not: set it for the real GMC, or"
            + " unset both for"
            + " the stand-in");
  }

  @Test
  void refusesBadLists() throws Exception {
    assertBadList(
        "# ours\n1-NORTH,The North\n,The South\n",
        "FILE, line 3: \",The South\" is not a designated body: the code is missing");
    assertBadList(
        "1-KENT,Kent, Surrey and Sussex",
        "FILE, line 1: \"1-KENT,Kent, Surrey and Sussex\" is not a designated body: expected"
            + " code,name;"
            + " put a name that contains a comma in double quotes");
    assertBadList(
        "1-NORTH,\"The North\n",
        "FILE, line 1: \"1-NORTH,\"The North\" is not a designated body: its double quotes"
            + " do not match");
    assertBadList(
        "1-NORTH\n\n1-north,Again\n",
        "FILE, line 3: \"1-north,Again\" is not a designated body: line 1 has this code already");
    assertBadList(
        "1-NO\tRTH\n",
        "FILE, line 1: \"1-NO?RTH\" is not a designated body: it contains a control character");
    assertBadList(
        "# none yet\n",
        "the list of designated bodies FILE names none; write one code on each line");
  }

  @Test
  void refusesAListThatCannotBeRead() throws Exception {
    String missing = directory.resolve("none.csv").toString();
    assertRefused(
        Map.of(),
        "the list of designated bodies " + missing + " cannot be read (no such file or directory)",
        "--bodies",
        missing);
    Path latin1 = Files.write(directory.resolve("latin1.csv"), new byte[] {'1', ',', (byte) 0xe9});
    assertRefused(
        Map.of(),
        "the list of designated bodies " + latin1 + " is not in UTF-8",
        "--bodies",
        latin1.toString());
  }

  @Test
  void refusesAnOutputDirectoryOfAnotherGmc() throws Exception {
    String out = directory.toString();
    assertThat(Job.run(Map.of(), "--out", out, "--doctors", "1").exitCode).isZero();

    assertRefused(
        REAL,
        out
            + " holds doctors from the stand-in GMC, and this run's come from"
            + " https://gmc.example/WebService.asmx: choose another directory with --out",
        "--out",
        out);
  }

  @Test
  void refusesAnOutputDirectoryThatCannotBeUsed() throws Exception {
    String out = file("in the way").toString();
    assertRefused(
        Map.of(),
        "the output directory "
            + out
            + " cannot be made (a file of this name is in the way): fix that, or choose another"
            + " with --out",
        "--out",
        out);
    assertRefused(
        Map.of(),
        "the output directory "
            + out
            + "/below cannot be made (Not a directory): fix that, or choose another with --out",
        "--out",
        out + "/below");
    Path state = Files.writeString(directory.resolve("sync-state.json"), "{\"gmc\":");
    assertRefused(
        Map.of(),
        "the state of the last run cannot be read from "
            + state
            + " (it is not valid JSON): repair it, or delete it to fetch everything again",
        "--out",
        directory.toString());
  }

  @Test
  void refusesAnOutputDirectoryThatCannotBeWrittenTo() throws Exception {
    Files.createDirectories(directory.resolve(".sync.lock"));
    assertRefused(
        Map.of(),
        "the output directory "
            + directory
            + " cannot be written to (Is a directory): fix that, or choose another with --out",
        "--out",
        directory.toString());
  }

  @Test
  void saysWhoMayNotWriteToTheOutputDirectory() {
    assertThat(
            OutputDirectory.unusable(
                Path.of("gmc-sync"), "written to", new AccessDeniedException(".sync.lock")))
        .hasMessage(
            "the output directory gmc-sync cannot be written to (permission denied): let user "
                + System.getProperty("user.name")
                + " write there, or choose another with --out");
  }

  @Test
  void refusesAnEndpointThatIsSetButCannotBeUsed() throws Exception {
    assertRefused(
        Map.of(
            "GMC_CONNECT_URL", "http://gmc.example/WebService.asmx",
            "GMC_USER_NAME", "sync-user-name",
            "GMC_PASSWORD", "sync-pass-word"),
        "the GMC_… variables do not make a usable configuration: endpoint must be https, since the"
            + " password travels in the body: http://gmc.example/WebService.asmx (for a stand-in GMC"
            + " in a container network call allowPlainHttp(), or set GMC_ALLOW_PLAIN_HTTP to true)");
    assertRefused(
        Map.of(
            "GMC_CONNECT_URL", "https://gmc.example/WebService.asmx",
            "GMC_USER_NAME", "sync-user-name",
            "GMC_PASSWORD", "sync-pass-word",
            "GMC_USER_AGENT", "a,b"),
        "the GMC_… variables do not make a usable configuration: userAgent must be products such as"
            + " name/1.0 and comments in parentheses: a,b");
  }

  @Test
  void showsHelpAndVersion() throws Exception {
    Job help = Job.run(REAL, "--help");
    assertThat(help.exitCode).isZero();
    assertThat(help.out)
        .contains("--only-missing", "cloudflare-1010,", "Exit codes:", "GMC_CONNECT_URL");

    assertThat(help.out.lines()).allMatch(line -> line.length() <= 80);
    assertThat(Job.run(REAL, "-h").out).isEqualTo(help.out);

    Job version = Job.run(REAL, "--version");
    assertThat(version.exitCode).isZero();
    assertThat(version.out).matches("nightly-sync \\d\\S+\n");
  }

  @Test
  void helpAndVersionAreGivenWhateverElseIsWrong() throws Exception {
    for (String option : List.of("-h", "--help", "--version")) {
      Job job = Job.run(Map.of(), option, "--fast", "--parallel", "x");
      assertThat(job.out).isEqualTo(Job.run(Map.of(), option).out).isNotEmpty();
      assertThat(job.err).isEmpty();
      assertThat(job.exitCode).isZero();
    }
  }
}
