package uk.nhs.hee.tis.gmc.testkit.standin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The stand-in program in a JVM of its own, as someone would start it who has no JUnit. */
final class Program extends Caller {
  private static final Pattern READY =
      Pattern.compile("Stand-in GMC Connect at (\\S+) \\(admin interface at (\\S+)\\)");

  private final Process process;
  private final BufferedReader out;

  private Program(Process process, BufferedReader out, Matcher ready) {
    super(URI.create(ready.group(1)), URI.create(ready.group(2)));
    this.process = process;
    this.out = out;
  }

  private static Program of(Process process) throws IOException {
    BufferedReader out = reader(process.getInputStream());
    String line = out.readLine();
    Matcher ready = READY.matcher(line == null ? "" : line);
    if (!ready.matches()) {
      // Process.destroyForcibly would close the streams too.
      process.toHandle().destroyForcibly();
      throw new IOException(
          "the program is not ready: "
              + (line == null ? "" : line + "\n")
              + reader(process.getErrorStream()).lines().collect(Collectors.joining("\n")));
    }
    return new Program(process, out, ready);
  }

  private static BufferedReader reader(java.io.InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /** Starts it from the class path of the tests, less JUnit. */
  static Program fromClasses(String... options) throws IOException {
    String classPath =
        List.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator)).stream()
            .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("junit"))
            .collect(Collectors.joining(java.io.File.pathSeparator));
    return start(List.of("-cp", classPath, StandInGmc.class.getName()), options);
  }

  /** Starts it from a jar on random ports. */
  static Program fromJar(Path jar, String... options) throws IOException {
    return start(List.of("-jar", jar.toString()), options);
  }

  private static Program start(List<String> how, String... options) throws IOException {
    return of(process(how, options));
  }

  private static Process process(List<String> how, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(how);
    command.addAll(List.of("--port=0", "--admin-port=0"));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("GMC_"));
    return builder.start();
  }

  /** Ends it as an operating system would; what it printed since it was ready, both streams. */
  String end() throws IOException, InterruptedException {
    // Process.destroy would close the streams too.
    process.toHandle().destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new IOException("the program does not end");
    }
    return out.lines().collect(Collectors.joining("\n"))
        + reader(process.getErrorStream()).lines().collect(Collectors.joining("\n"));
  }

  int exitStatus() {
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
