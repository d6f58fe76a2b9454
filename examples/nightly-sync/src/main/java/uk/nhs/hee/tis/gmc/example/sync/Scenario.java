package uk.nhs.hee.tis.gmc.example.sync;

import java.util.Arrays;
import java.util.stream.Collectors;
import uk.nhs.hee.tis.gmc.testkit.GmcMockServer;
import uk.nhs.hee.tis.gmc.testkit.GmcScenario;

/** The ways in which the stand-in GMC can misbehave. */
enum Scenario {
  CLOUDFLARE_1010(
      "Cloudflare blocks this client because of its signature, as in March 2021",
      GmcScenario.CLOUDFLARE_1010),
  CLOUDFLARE_1020(
      "a Cloudflare firewall rule blocks every call, as in July 2021", GmcScenario.CLOUDFLARE_1020),
  CODE_99("every call is refused with return code 99, as in January 2018", GmcScenario.CODE_99),
  MAINTENANCE("the GMC's server shows its maintenance page", GmcScenario.MAINTENANCE),
  PROXY("the caller's own proxy blocks every call", GmcScenario.PROXY),
  TRUNCATED_LIST(
      "the connection breaks in the middle of one body's list, each time it is requested",
      GmcScenario.TRUNCATED_LIST);

  private final String words;
  private final GmcScenario scenario;

  Scenario(String words, GmcScenario scenario) {
    this.words = words;
    this.scenario = scenario;
  }

  /** Returns the name by which the command line, here and of the stand-in, calls it. */
  String argument() {
    return scenario.shortName();
  }

  /** Returns what happens, as half a sentence. */
  String words() {
    return words;
  }

  void playOn(GmcMockServer gmc) {
    scenario.happenOn(gmc);
  }

  /** Returns all names, for messages. */
  static String all() {
    return Arrays.stream(values()).map(Scenario::argument).collect(Collectors.joining(", "));
  }
}
