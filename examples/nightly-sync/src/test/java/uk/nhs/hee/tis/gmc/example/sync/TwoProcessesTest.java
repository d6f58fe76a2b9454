package uk.nhs.hee.tis.gmc.example.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import uk.nhs.hee.tis.gmc.testkit.GmcMockServer;
import uk.nhs.hee.tis.gmc.testkit.GmcRegister;

/** Runs in processes of their own, which are killed, or meet in one directory. */
class TwoProcessesTest {
  private static final List<String> CODES = List.of("1-A");

  /**
   * After five steps for the state: the list is created, and the second of its two pieces is next.
   */
  private static final int MIDDLE_OF_THE_LIST = 7;

  @RegisterExtension
  static final GmcMockServer gmc =
      GmcMockServer.builder().register(GmcRegister.invented(7, CODES, body -> 150)).build();

  @TempDir Path directory;
  private final List<Process> processes = new ArrayList<>();
  private List<String> arguments;
  private Path out;

  @BeforeEach
  void listBodies() throws IOException {
    out = directory.resolve("out");
    Path bodies = Files.write(directory.resolve("bodies.csv"), CODES);
    arguments = List.of("--parallel", "1", "--bodies", bodies.toString(), "--out", out.toString());
  }

  @AfterEach
  void endAll() {
    processes.forEach(Process::destroyForcibly);
  }

  private Process start(int haltBefore) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                KilledSync.class.getName(),
                Integer.toString(haltBefore)));
    command.addAll(arguments);
    ProcessBuilder java = new ProcessBuilder(command).redirectErrorStream(true);
    java.environment().keySet().removeIf(name -> name.startsWith("GMC_"));
    java.environment().putAll(Job.environment(gmc));
    Process process = java.start();
    processes.add(process);
    return process;
  }

  private static BufferedReader output(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Returns the step that the process halted before, or nothing if it ended. */
  private static String haltedBefore(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(KilledSync.HALTED)) {
        return line.substring(KilledSync.HALTED.length());
      }
    }
    return "";
  }

  private Job sync(String... further) throws InterruptedException {
    return Job.against(
        gmc, Stream.concat(arguments.stream(), Stream.of(further)).toArray(String[]::new));
  }

  @Test
  void secondRunIsRefusedUntilTheFirstIsKilled() throws Exception {
    Map<String, String> whole = wholeLists();
    Process first = start(MIDDLE_OF_THE_LIST);
    assertThat(haltedBefore(output(first))).isEqualTo("WRITE");

    Job second = sync();
    assertThat(second.exitCode).isEqualTo(2);
    assertThat(second.out).isEmpty();
    assertThat(second.err)
        .matches(
            "another run is writing to \\Q"
                + out
                + "\\E \\(process "
                + first.pid()
                + ", since 2\\d{3}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\\): wait until it has"
                + " ended, or"
                + " choose another directory with --out\n--help shows every option\\.\n");

    first.destroyForcibly().waitFor();
    assertThat(OutputFiles.names(out)).anyMatch(name -> name.endsWith(".tmp"));
    Job third = sync("--only-missing");
    assertThat(third.exitCode).isZero();
    assertThat(third.table()).doesNotContain("kept");
    assertThat(OutputFiles.lists(out)).isEqualTo(whole);
    assertThat(OutputFiles.names(out)).containsExactly(".sync.lock", "1-A.csv", "sync-state.json");
  }

  private Map<String, String> wholeLists() throws Exception {
    assertThat(sync().exitCode).isZero();
    Map<String, String> whole = OutputFiles.lists(out);
    assertThat(whole).hasSize(1);
    return whole;
  }

  @Test
  void killedBeforeAnyStepIsHealedByOnlyMissing() throws Exception {
    Map<String, String> whole = wholeLists();
    List<String> steps = new ArrayList<>();
    for (String step = "none"; !step.isEmpty(); ) {
      Process killed = start(steps.size());
      step = haltedBefore(output(killed));
      killed.destroyForcibly().waitFor();
      steps.add(step);

      assertThat(OutputFiles.lists(out)).isEqualTo(whole);
      assertThat(sync("--only-missing").exitCode).isZero();
      assertThat(OutputFiles.lists(out)).isEqualTo(whole);
      assertThat(OutputFiles.names(out))
          .containsExactly(".sync.lock", "1-A.csv", "sync-state.json");
    }
    assertThat(steps).contains("CREATE", "WRITE", "FORCE", "MOVE", "FORCE_DIRECTORY", "DELETE");
  }

  @Test
  void stoppedBySignalSaysWhatToDo() throws Exception {
    Process stopped = start(MIDDLE_OF_THE_LIST);
    BufferedReader output = output(stopped);
    assertThat(haltedBefore(output)).isEqualTo("WRITE");

    // Not by the process itself, which would close the stream that is read here.
    stopped.toHandle().destroy();

    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
    }
    assertThat(said.toString())
        .isEqualTo(
            "\nStopped before the end. Each file is a complete list, the old one or the new one;\n"
                + "--only-missing fetches the rest.\n");
    assertThat(sync("--only-missing").exitCode).isZero();
  }
}
