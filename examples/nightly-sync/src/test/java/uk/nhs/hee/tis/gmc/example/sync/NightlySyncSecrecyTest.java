package uk.nhs.hee.tis.gmc.example.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own, because only there everything that anybody logs is seen. */
class NightlySyncSecrecyTest {
  @TempDir Path out;

  @Test
  void nothingTellsCredentialsOrDoctorsEvenAtTrace() throws Exception {
    ProcessBuilder java =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                NightlySync.class.getName(),
                "--out",
                out.toString(),
                "--doctors",
                "80",
                "--scenario",
                "truncated-list"));
    java.environment().keySet().removeIf(name -> name.startsWith("GMC_"));
    Process job = java.redirectErrorStream(true).start();
    String told = new String(job.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(job.waitFor()).isEqualTo(1);
    assertThat(told).contains("\nFailed: ", " DEBUG ");
    OutputFiles.assertTellNoSecrets(out, told);
  }
}
