package uk.nhs.hee.tis.gmc.client.diagnose;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;

/** The options of the command, checked. */
final class CommandLine {
  static final String HELP =
      "Finds out, layer by layer, why GMC Connect does not answer, and who must act.\n"
          + "Reads only.\n"
          + "\n"
          + "usage: java -cp CLASSPATH uk.nhs.hee.tis.gmc.client.diagnose.Main [OPTION]...\n"
          + "\n"
          + "  --body CODE\n"
          + "      A designated body to read, such as 1-1RSSQ2H; repeatable. Without one,\n"
          + "      the SOAP service, credentials and access are not probed.\n"
          + "  --compare-user-agent TEXT\n"
          + "      Another User-Agent of your own, to see how the edge treats it; repeatable.\n"
          + "      One request for each, without credentials. One that imitates a browser is\n"
          + "      refused.\n"
          + "  --timeout SECONDS\n"
          + "      Time limit for each probe except the reads, 1 to 600; default 10.\n"
          + "  --json\n"
          + "      Prints the report as JSON.\n"
          + "  -h, --help\n"
          + "      Prints this.\n"
          + "  --version\n"
          + "      Prints the version.\n"
          + "\n"
          + "Environment, as the client reads it: GMC_CONNECT_URL, GMC_USER_NAME,\n"
          + "GMC_PASSWORD and, if set, GMC_SOAP_ACTION_BASE, GMC_USER_AGENT,\n"
          + "GMC_INTERNAL_USER, GMC_ENVIRONMENT, GMC_ALLOW_PLAIN_HTTP. A proxy is Java's:\n"
          + "-Dhttps.proxyHost=… -Dhttps.proxyPort=…\n"
          + "\n"
          + "Exit status: 0 no layer fails, 1 a layer fails, 2 the command line is wrong.\n";

  private static final int MOST_SECONDS = 600;

  private final List<String> bodies = new ArrayList<>();
  private final List<ClientIdentity> identities = new ArrayList<>();
  private Duration timeout = Duration.ofSeconds(10);
  boolean json;

  private CommandLine() {}

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException naming the option and what is wrong
   */
  static CommandLine parse(List<String> args) {
    CommandLine line = new CommandLine();
    for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
      line.take(rest.next(), rest);
    }
    return line;
  }

  private void take(String arg, Iterator<String> rest) {
    int equals = arg.indexOf('=');
    String option = equals < 0 ? arg : arg.substring(0, equals);
    switch (option) {
      case "--json":
        json = true;
        break;
      case "--body":
        bodies.add(value(arg, option, rest));
        break;
      case "--compare-user-agent":
        identities.add(identity(value(arg, option, rest)));
        break;
      case "--timeout":
        timeout = seconds(value(arg, option, rest));
        break;
      default:
        throw new IllegalArgumentException("There is no option " + option);
    }
  }

  private static String value(String arg, String option, Iterator<String> rest) {
    String value = arg.length() > option.length() ? arg.substring(option.length() + 1) : "";
    if (arg.equals(option) && rest.hasNext()) {
      value = rest.next();
    }
    if (value.isBlank()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return value;
  }

  private static ClientIdentity identity(String userAgent) {
    try {
      return IdentityProbe.checked(ClientIdentity.builder().userAgent(userAgent).build());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--compare-user-agent: " + e.getMessage(), e);
    }
  }

  private static Duration seconds(String text) {
    int seconds = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    if (seconds < 1 || seconds > MOST_SECONDS) {
      throw new IllegalArgumentException(
          "--timeout must be 1 to " + MOST_SECONDS + " seconds, but is " + text);
    }
    return Duration.ofSeconds(seconds);
  }

  GmcDiagnosis.Builder applyTo(GmcDiagnosis.Builder diagnosis) {
    bodies.forEach(diagnosis::designatedBody);
    identities.forEach(diagnosis::compare);
    return diagnosis.timeout(timeout);
  }
}
