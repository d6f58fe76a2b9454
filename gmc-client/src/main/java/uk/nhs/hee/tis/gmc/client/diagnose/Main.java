package uk.nhs.hee.tis.gmc.client.diagnose;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import uk.nhs.hee.tis.gmc.client.GmcClient;

/**
 * The diagnosis as a command: probes GMC Connect as a client configured by the environment would
 * call it, and prints the report.
 *
 * <p>{@code java -cp … uk.nhs.hee.tis.gmc.client.diagnose.Main --body 1-1RSSQ2H}
 *
 * <p>{@code --help} ({@code -h}) lists the options, {@code --version} prints the version. Exit
 * status: 0 if no layer fails, 1 if one does, 2 if the command line is wrong. The report goes to
 * standard output, a wrong command line to standard error.
 */
public final class Main {
  static final int NO_LAYER_FAILS = 0;
  static final int A_LAYER_FAILS = 1;
  static final int WRONG_USAGE = 2;

  private Main() {}

  /**
   * Runs the command and ends the JVM with its exit status.
   *
   * @param args the options
   */
  public static void main(String[] args) {
    startLoggingInSilence();
    System.exit(run(List.of(args), System.getenv(), System.out, System.err));
  }

  static int run(
      List<String> args, Map<String, String> variables, PrintStream out, PrintStream err) {
    if (args.contains("--help") || args.contains("-h")) {
      out.print(CommandLine.HELP);
      return NO_LAYER_FAILS;
    }
    if (args.contains("--version")) {
      out.println("gmc-diagnosis " + version());
      return NO_LAYER_FAILS;
    }
    CommandLine line;
    try {
      line = CommandLine.parse(args);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage() + " (--help lists the options)");
      return WRONG_USAGE;
    }
    GmcDiagnosis.Builder diagnosis =
        GmcDiagnosis.builder(() -> GmcClient.builder().environmentVariables(variables))
            .variables(variables)
            .endpointName("GMC_CONNECT_URL");
    DiagnosisReport report = line.applyTo(diagnosis).build().run();
    out.print(line.json ? report.toJson() + "\n" : report.toText());
    return report.failing().isPresent() ? A_LAYER_FAILS : NO_LAYER_FAILS;
  }

  /** The version of the library, as its build wrote it into the jar. */
  private static String version() {
    try (InputStream in =
        Objects.requireNonNull(GmcClient.class.getResourceAsStream("version.txt"), "version.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SLF4J complains on standard error, once, when it finds no logging back end. */
  private static void startLoggingInSilence() {
    PrintStream err = System.err;
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false));
    try {
      LoggerFactory.getILoggerFactory();
      MDC.clear();
    } finally {
      System.setErr(err);
    }
  }
}
