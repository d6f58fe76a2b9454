package uk.nhs.hee.tis.gmc.client.diagnose;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import uk.nhs.hee.tis.gmc.client.GmcClient;

/**
 * The diagnosis as a command: probes GMC Connect as a client configured by the environment would
 * call it, and prints the report.
 *
 * <p>{@code java -cp … uk.nhs.hee.tis.gmc.client.diagnose.Main --body 1-1RSSQ2H}
 *
 * <p>{@code --help} lists the options. Exit status: 0 if no layer fails, 1 if one does, 2 if the
 * command line is wrong. The report goes to standard output, a wrong command line to standard
 * error.
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
    CommandLine line;
    try {
      line = CommandLine.parse(args);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage() + " (--help lists the options)");
      return WRONG_USAGE;
    }
    if (line.help) {
      out.print(CommandLine.HELP);
      return NO_LAYER_FAILS;
    }
    GmcDiagnosis.Builder diagnosis =
        GmcDiagnosis.builder(() -> GmcClient.builder().environmentVariables(variables))
            .variables(variables)
            .endpointName("GMC_CONNECT_URL");
    DiagnosisReport report = line.applyTo(diagnosis).build().run();
    out.print(line.json ? report.toJson() + "\n" : report.toText());
    return report.failing().isPresent() ? A_LAYER_FAILS : NO_LAYER_FAILS;
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
