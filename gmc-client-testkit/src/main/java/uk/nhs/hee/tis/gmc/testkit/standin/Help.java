package uk.nhs.hee.tis.gmc.testkit.standin;

import java.util.Arrays;
import java.util.stream.Collectors;
import uk.nhs.hee.tis.gmc.testkit.GmcScenario;

/** The text of {@code --help}. */
final class Help {
  private static final String TOP =
      "A stand-in for the GMC's GMC Connect, with a register of its own.\n"
          + "\n"
          + "usage: java -jar gmc-connect-standin.jar [OPTION VALUE]... | --help | --version\n"
          + "\n";
  private static final String FILES =
      "\n"
          + "FILE.csv has a line of field names, then a line for each doctor; FILE.json an array\n"
          + "with an object for each. Their fields:\n"
          + "  "
          + String.join(", ", DoctorFields.names())
          + "\n"
          + "An entry without gmcNumber is a body that may have no doctors. Use invented data only.\n";
  private static final String ADMIN =
      "\n"
          + "Admin interface (JSON; whoever reaches its port may use it):\n"
          + "  GET    /admin/scenarios       which scenarios there are, and which are on\n"
          + "  POST   /admin/scenarios/NAME  switches one on\n"
          + "  DELETE /admin/scenarios/NAME  switches it off\n"
          + "  GET    /admin/journal         the latest 1,000 requests with what each was answered\n"
          + "                                and by what, and what the register did: GMC numbers,\n"
          + "                                but no names, no credentials\n"
          + "  POST   /admin/reset           back to how the program started\n"
          + "\n"
          + "Scenarios: "
          + names()
          + "\n"
          + "\n"
          + "GET of the endpoint with ?wsdl answers its description, whatever scenario is on.\n";

  private Help() {}

  static String text() {
    return TOP
        + Arrays.stream(Option.values()).map(Help::lines).collect(Collectors.joining())
        + FILES
        + ADMIN;
  }

  private static String names() {
    return Arrays.stream(GmcScenario.values())
        .map(GmcScenario::shortName)
        .collect(Collectors.joining(", "));
  }

  private static String lines(Option option) {
    return "  " + option.flag() + " " + option.value() + "\n      " + option.help() + "\n";
  }
}
