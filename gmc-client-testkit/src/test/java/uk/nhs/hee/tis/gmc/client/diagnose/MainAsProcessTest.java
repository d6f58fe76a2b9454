package uk.nhs.hee.tis.gmc.client.diagnose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import uk.nhs.hee.tis.gmc.testkit.GmcIncident;
import uk.nhs.hee.tis.gmc.testkit.GmcMockServer;

/** The command in a JVM of its own, on a plain class path without a logging back end. */
class MainAsProcessTest {
  @RegisterExtension final GmcMockServer gmc = GmcMockServer.create();

  @TempDir Path directory;

  @Test
  void solvesTheIncidentOfMarch2021() throws Exception {
    GmcIncident.USER_AGENT_BLOCKED.happenOn(gmc);

    assertThat(run("Java/1.8.0_282", "--body", "1-1RSSQ2H")).isEqualTo(1);

    assertThat(written("out"))
        .contains(
            "\nThe failing layer is the Cloudflare edge: it refuses this client (error 1010: client"
                + " signature banned, certain), so credentials and permissions are not the cause;"
                + " who must act: the caller, then the GMC's firewall team.\n")
        .contains("\nConfidence:            certain\n")
        .doesNotContain(gmc.username(), gmc.password());
    assertThat(written("err")).isEmpty();
  }

  @Test
  void saysSoWhenAllIsWell() throws Exception {
    gmc.register().addDesignatedBody("1-1RSSQ2H");

    assertThat(run("sync/1.0 (team@example.nhs.uk)", "--body=1-1RSSQ2H", "--json")).isZero();

    assertThat(written("out"))
        .startsWith(
            "{\"conclusion\":\"No layer fails: GMC Connect answers, and nobody must act.\",");
    assertThat(written("err")).isEmpty();
  }

  private int run(String userAgent, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath(), Main.class.getName()));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("GMC_") || name.startsWith("JAVA_"));
    environment.put("GMC_CONNECT_URL", gmc.endpoint().toString());
    environment.put("GMC_USER_NAME", gmc.username());
    environment.put("GMC_PASSWORD", gmc.password());
    environment.put("GMC_USER_AGENT", userAgent);
    Process process =
        builder
            .redirectOutput(directory.resolve("out").toFile())
            .redirectError(directory.resolve("err").toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the command ends").isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private String written(String stream) throws IOException {
    return Files.readString(directory.resolve(stream), UTF_8);
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(
            entry ->
                Stream.of("logback", "junit", "assertj", "wiremock")
                    .noneMatch(Path.of(entry).getFileName().toString()::startsWith))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
