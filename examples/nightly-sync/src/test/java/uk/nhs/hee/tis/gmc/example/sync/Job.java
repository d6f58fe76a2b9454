package uk.nhs.hee.tis.gmc.example.sync;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import uk.nhs.hee.tis.gmc.testkit.GmcMockServer;

/** One run of the job, with what it printed. */
final class Job {
  final int exitCode;
  final String out;
  final String err;

  private Job(int exitCode, String out, String err) {
    this.exitCode = exitCode;
    this.out = out;
    this.err = err;
  }

  /** Runs the job; what it logs is part of its standard error, as in a process of its own. */
  static Job run(Map<String, String> environment, String... arguments) throws InterruptedException {
    return run(environment, DiskStep.Watcher.NONE, arguments);
  }

  /** Runs the job on a disk of which each step is watched. */
  static Job run(Map<String, String> environment, DiskStep.Watcher watcher, String... arguments)
      throws InterruptedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream realErr = System.err;
    PrintStream jobErr = stream(err);
    System.setErr(jobErr);
    try {
      int exitCode =
          new NightlySync(environment, stream(out), jobErr, false, watcher).run(arguments);
      return new Job(exitCode, text(out), text(err));
    } finally {
      System.setErr(realErr);
    }
  }

  /** Runs the job against a server as it would run against the real GMC. */
  static Job against(GmcMockServer gmc, String... arguments) throws InterruptedException {
    return run(environment(gmc), arguments);
  }

  static Map<String, String> environment(GmcMockServer gmc) {
    return Map.of(
        "GMC_CONNECT_URL", gmc.endpoint().toString(),
        "GMC_USER_NAME", gmc.username(),
        "GMC_PASSWORD", gmc.password());
  }

  /** Returns the table without what differs from run to run. */
  String table() {
    return out.substring(out.indexOf("Body ")).replaceAll("\\d\\.\\d\\d s", "#.## s");
  }

  /** Returns what the job says of its first kind of failure, without the evidence. */
  String explanation() {
    String failures = err.substring(err.indexOf("\nFailed: ") + 1);
    return failures.substring(0, failures.indexOf("\n\n") + 1);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
