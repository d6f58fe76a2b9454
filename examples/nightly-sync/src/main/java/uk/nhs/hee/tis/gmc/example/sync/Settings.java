package uk.nhs.hee.tis.gmc.example.sync;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.nhs.hee.tis.gmc.client.GmcClientBuilder;

/** The command line, and which GMC it and the environment choose. */
@Command(
    name = "nightly-sync",
    versionProvider = Settings.Version.class,
    sortOptions = false,
    description = {
      "Fetches the doctors of every designated body from GMC Connect, one file per body. A body"
          + " whose fetch fails keeps its old file.",
      ""
    },
    footerHeading = "%nThe GMC:%n",
    footer = {
      "  GMC_CONNECT_URL, GMC_USER_NAME, GMC_PASSWORD and the other GMC_* variables name the real"
          + " endpoint. Without GMC_CONNECT_URL the job starts a stand-in GMC with invented"
          + " doctors.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every designated body is complete",
      "1:some failed or were not attempted; --only-missing fetches those",
      "2:an argument or a setting is wrong, or another run is writing to the same directory;"
          + " nothing was fetched",
      "3:every body is complete, but look at some lists before applying them"
    })
final class Settings {
  /** The variable that chooses the real GMC. */
  static final String URL = "GMC_CONNECT_URL";

  /** The contact of the example, which nobody reads. */
  static final String CONTACT = "tis.support@example.nhs.uk";

  private static final long DEFAULT_SEED = 2026;
  private static final int DEFAULT_DOCTORS = 8000;
  private static final int MOST_PARALLEL = 16;

  @Option(
      names = "--bodies",
      paramLabel = "FILE",
      description =
          "Designated bodies, code or code,name on each line (default: the 13 of England).")
  @Nullable Path bodies;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write (default: ${DEFAULT-VALUE}).")
  Path out = Path.of("gmc-sync");

  @Option(
      names = "--format",
      paramLabel = "csv|jsonl",
      description = "Comma-separated values or JSON lines (default: csv).")
  OutputFormat format = OutputFormat.CSV;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "How many bodies to fetch at a time (default: ${DEFAULT-VALUE}).")
  int parallel = 3;

  @Option(
      names = "--only-missing",
      description =
          "Fetch only what the last run did not complete, or whose file has changed since.")
  boolean onlyMissing;

  @Option(
      names = "--contact",
      paramLabel = "ADDRESS",
      description = "A contact for the GMC about these calls; sent in the User-Agent.")
  @Nullable String contact;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Stand-in: chooses the invented doctors (default: " + DEFAULT_SEED + ").")
  @Nullable Long seed;

  @Option(
      names = "--doctors",
      paramLabel = "N",
      description = "Stand-in: most doctors in one body (default: " + DEFAULT_DOCTORS + ").")
  @Nullable Integer doctors;

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "Stand-in: misbehave; one of ${COMPLETION-CANDIDATES}.",
      completionCandidates = ScenarioNames.class,
      converter = ScenarioNames.class)
  @Nullable Scenario scenario;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  @Option(names = "--version", versionHelp = true, description = "Shows the version.")
  boolean version;

  /**
   * Checks what the options say of themselves.
   *
   * @throws UsageException if a value is out of bounds
   */
  void check() {
    within("--parallel", parallel, MOST_PARALLEL);
    within("--doctors", doctors(), DEFAULT_DOCTORS);
  }

  private static void within(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new UsageException(option + " must be 1 to " + most + ", but is " + value);
    }
  }

  private int doctors() {
    return doctors == null ? DEFAULT_DOCTORS : doctors;
  }

  /**
   * Returns the list of designated bodies.
   *
   * @throws UsageException if it cannot be read or has a bad line
   */
  List<DesignatedBody> bodies() {
    return bodies == null ? DesignatedBodies.included() : DesignatedBodies.of(bodies);
  }

  /** Returns whether the job would tell the real GMC a contact whom nobody can reach. */
  boolean lacksContact(Map<String, String> environment) {
    return contact == null && isSet(environment, URL) && !isSet(environment, "GMC_USER_AGENT");
  }

  /**
   * Returns the GMC that the environment names, or the stand-in.
   *
   * @throws UsageException if the environment is half configured, or the options ask the real GMC
   *     for what only a stand-in does
   */
  Gmc gmc(Map<String, String> environment, List<DesignatedBody> bodies) {
    if (isSet(environment, URL)) {
      requireNoStandInOptions();
      return RealGmc.of(environment, builder());
    }
    List.of("GMC_USER_NAME", "GMC_PASSWORD").stream()
        .filter(name -> isSet(environment, name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new UsageException(
                  name
                      + " is set, but "
                      + URL
                      + " is not: set it for the real GMC, or unset both for the stand-in");
            });
    return StandIn.start(
        bodies,
        seed == null ? DEFAULT_SEED : seed,
        doctors(),
        Optional.ofNullable(scenario),
        builder());
  }

  private GmcClientBuilder builder() {
    try {
      return Clients.builder(contact == null ? CONTACT : contact, parallel);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--contact: " + e.getMessage());
    }
  }

  private void requireNoStandInOptions() {
    refuse("--scenario", scenario);
    refuse("--seed", seed);
    refuse("--doctors", doctors);
  }

  private static void refuse(String option, @Nullable Object value) {
    if (value != null) {
      throw new UsageException(
          option + " is for the stand-in GMC, but " + URL + " is set: unset one of them");
    }
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(Predicate.not(String::isBlank))
        .isPresent();
  }

  /** Tells the version of the job. */
  static final class Version implements picocli.CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"nightly-sync " + Clients.VERSION};
    }
  }
}
