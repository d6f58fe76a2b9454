package uk.nhs.hee.tis.gmc.testkit.standin;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import uk.nhs.hee.tis.gmc.testkit.internal.PortInUseException;

/**
 * Runs a stand-in GMC Connect as a program, for environments where live data may not be used.
 *
 * <pre>{@code
 * java -jar gmc-connect-standin.jar --register invented:500 --scenario code-99
 * }</pre>
 *
 * <p>It listens on the loopback address by default, prints one line when it is ready and one for
 * each request, and runs until it is stopped. {@code --help} ({@code -h}) lists the options and the
 * admin interface, {@code --version} prints the version. Exit status: 1 when it cannot start, 2
 * when the command line is wrong.
 */
public final class StandInGmc {
  private static final int CANNOT_START = 1;
  private static final int WRONG_USAGE = 2;

  private StandInGmc() {}

  /**
   * Starts the stand-in; returns when it is ready, while its threads keep the JVM alive.
   *
   * @param args the options that {@code --help} lists
   */
  public static void main(String[] args) {
    int status = run(List.of(args), System.getenv(), System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  static int run(
      List<String> args, Map<String, String> environment, PrintStream out, PrintStream err) {
    if (args.contains("--help") || args.contains("-h")) {
      out.print(Help.text());
      return 0;
    }
    if (args.contains("--version")) {
      out.println("gmc-connect-standin " + version());
      return 0;
    }
    try {
      StandIn standIn = StandIn.start(Settings.of(args, environment), out);
      Runtime.getRuntime().addShutdownHook(new Thread(standIn::close, "stand-in-end"));
      out.println(
          "Stand-in GMC Connect at "
              + standIn.endpoint()
              + " (admin interface at "
              + standIn.adminEndpoint()
              + ")");
      return 0;
    } catch (UsageException e) {
      err.println(e.getMessage() + " (--help lists the options)");
      return WRONG_USAGE;
    } catch (PortInUseException e) {
      err.println("The stand-in cannot start: " + e.getMessage());
      return CANNOT_START;
    } catch (RuntimeException e) {
      err.println("The stand-in cannot start: " + rootOf(e).getMessage());
      return CANNOT_START;
    }
  }

  /** The version of the jar, from its manifest. */
  private static String version() {
    String version = StandInGmc.class.getPackage().getImplementationVersion();
    return version == null ? "of an unpackaged build" : version;
  }

  private static Throwable rootOf(Throwable e) {
    Throwable cause = e.getCause();
    return cause == null || cause.equals(e) ? e : rootOf(cause);
  }
}
