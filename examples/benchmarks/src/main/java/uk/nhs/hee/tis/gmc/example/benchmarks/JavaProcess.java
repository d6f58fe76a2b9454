package uk.nhs.hee.tis.gmc.example.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@link OneList} in a fresh JVM with a class path of its own. */
final class JavaProcess {
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private JavaProcess() {}

  /** Returns whether the process ended well within the time. */
  static boolean run(Duration patience, String classPath, List<String> options, List<String> what)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, OneList.class.getName()));
    command.addAll(what);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
      return false;
    }
    return process.exitValue() == 0;
  }
}
