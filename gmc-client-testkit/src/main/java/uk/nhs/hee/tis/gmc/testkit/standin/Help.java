package uk.nhs.hee.tis.gmc.testkit.standin;

import java.util.Arrays;
import java.util.stream.Collectors;
import uk.nhs.hee.tis.gmc.testkit.GmcScenario;

/** The text of {@code --help}. */
final class Help {
  private static final int WIDTH = 80;
  private static final String TOP =
      "A stand-in for GMC Connect, with a register of its own.\n"
          + "\n"
          + "usage: java -jar gmc-connect-standin.jar [OPTION VALUE]...\n"
          + "\n";
  private static final String FILES =
      "\n"
          + "FILE.csv has a line of field names, then a line for each doctor; FILE.json an\n"
          + "array with an object for each. Their fields:\n"
          + wrapped(String.join(", ", DoctorFields.names()), "  ")
          + "An entry without gmcNumber declares a body, which may have no doctors. Use\n"
          + "invented data only.\n";
  private static final String ADMIN =
      "\n"
          + "Admin interface (JSON; open to anyone who can reach its port):\n"
          + "  GET    /admin/scenarios       which scenarios there are, and which are on\n"
          + "  POST   /admin/scenarios/NAME  switches one on\n"
          + "  DELETE /admin/scenarios/NAME  switches it off\n"
          + "  GET    /admin/journal         the latest 1,000 requests, what each was\n"
          + "                                answered and by what, and what the register\n"
          + "                                did: GMC numbers, but no names, no credentials\n"
          + "  POST   /admin/reset           back to the state at start-up\n"
          + "\n"
          + wrapped("Scenarios: " + names(), "")
          + "\n"
          + "GET on the endpoint with ?wsdl returns its WSDL, whatever scenario is on.\n";

  private Help() {}

  static String text() {
    return TOP
        + Arrays.stream(Option.values()).map(Help::lines).collect(Collectors.joining())
        + "  -h, --help\n      Prints this.\n  --version\n      Prints the version.\n"
        + FILES
        + ADMIN;
  }

  private static String names() {
    return Arrays.stream(GmcScenario.values())
        .map(GmcScenario::shortName)
        .collect(Collectors.joining(", "));
  }

  private static String lines(Option option) {
    return "  " + option.flag() + " " + option.value() + "\n" + wrapped(option.help(), "      ");
  }

  /** Returns the text in lines that fit a terminal, each with an indent before it. */
  private static String wrapped(String text, String indent) {
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.split(" ", -1)) {
      boolean first = line.length() == indent.length();
      if (!first && line.length() + 1 + word.length() > WIDTH) {
        lines.append(line).append('\n');
        line = new StringBuilder(indent);
        first = true;
      }
      line.append(first ? "" : " ").append(word);
    }
    return lines.append(line).append('\n').toString();
  }
}
