package uk.nhs.hee.tis.gmc.testkit.standin;

import java.io.PrintStream;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import uk.nhs.hee.tis.gmc.testkit.AnsweredRequest;
import uk.nhs.hee.tis.gmc.testkit.GmcMockServerBuilder;
import uk.nhs.hee.tis.gmc.testkit.GmcScenario;
import uk.nhs.hee.tis.gmc.testkit.GmcServer;
import uk.nhs.hee.tis.gmc.testkit.JournalEntry;
import uk.nhs.hee.tis.gmc.testkit.internal.PortInUseException;
import uk.nhs.hee.tis.gmc.testkit.pages.GmcPages;

/**
 * A running stand-in with its admin interface. Thread-safe.
 *
 * <p>Blocks by address and User-Agent come first, as at the edge; then the scenarios, the one
 * switched on last before the others; then the doctors' return codes; then the register.
 */
final class StandIn implements AutoCloseable {
  private final Settings settings;
  private final GmcServer gmc;
  private final AdminServer admin;
  private final Journal journal;
  private final Set<GmcScenario> scenarios = new LinkedHashSet<>();

  private StandIn(Settings settings, PrintStream console) {
    this.settings = settings;
    this.journal = new Journal(console);
    GmcMockServerBuilder builder =
        GmcServer.builder()
            .bindAddress(settings.bindAddress())
            .port(settings.port())
            .register(settings.register())
            .onAnswer(journal::add);
    settings.credentials().ifPresent(c -> builder.credentials(c[0], c[1]));
    this.gmc = start(builder);
    try {
      this.admin = new AdminServer(settings.adminBindAddress(), settings.adminPort(), this);
    } catch (RuntimeException e) {
      gmc.close();
      throw e;
    }
  }

  /** Starts one whose journal also goes to this console. */
  static StandIn start(Settings settings, PrintStream console) {
    StandIn standIn = new StandIn(settings, console);
    standIn.reset();
    standIn.admin.start();
    return standIn;
  }

  private static GmcServer start(GmcMockServerBuilder builder) {
    try {
      return builder.startWithoutJUnit();
    } catch (PortInUseException e) {
      throw e.chosenBy(Option.PORT.flag());
    }
  }

  URI endpoint() {
    return gmc.endpoint();
  }

  URI adminEndpoint() {
    return admin.endpoint();
  }

  synchronized Set<GmcScenario> scenarios() {
    return Set.copyOf(scenarios);
  }

  synchronized void switchOn(GmcScenario scenario) {
    scenarios.remove(scenario);
    scenarios.add(scenario);
    behave();
  }

  synchronized void switchOff(GmcScenario scenario) {
    scenarios.remove(scenario);
    behave();
  }

  /** Goes back to the state at start-up: register, journal and scenarios. */
  synchronized void reset() {
    scenarios.clear();
    scenarios.addAll(settings.scenariosAtStart());
    gmc.reset();
    journal.clear();
    behave();
  }

  private void behave() {
    gmc.restub(
        () -> {
          settings
              .returnCodesByDoctor()
              .forEach(
                  (doctor, code) ->
                      gmc.whenever()
                          .describedAs(Option.RETURN_CODE.flag())
                          .forDoctor(doctor)
                          .refusesWith(code));
          scenarios.forEach(scenario -> scenario.happenOn(gmc));
          settings
              .blockedUserAgents()
              .forEach(
                  text ->
                      gmc.whenever()
                          .describedAs(Option.BLOCK_USER_AGENT.flag() + " " + text)
                          .fromUserAgentContaining(text)
                          .blocksWith(GmcPages.cloudflare().clientSignature()));
          settings
              .blockedAddresses()
              .forEach(
                  range ->
                      gmc.whenever()
                          .describedAs(Option.BLOCK_IP.flag() + " " + range)
                          .fromAddress(range)
                          .blocksWith(GmcPages.cloudflare().ipBan()));
        });
  }

  List<AnsweredRequest> answered() {
    return journal.entries();
  }

  List<JournalEntry> answeredFromRegister() {
    return gmc.register().journal();
  }

  @Override
  public void close() {
    admin.close();
    gmc.close();
  }
}
