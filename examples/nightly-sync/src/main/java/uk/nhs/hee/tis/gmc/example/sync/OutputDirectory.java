package uk.nhs.hee.tis.gmc.example.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.model.Doctor;

/**
 * Where a run writes: a file of doctors per designated body, the state of the last run, and the
 * evidence of failures. Thread-safe for different bodies.
 */
final class OutputDirectory {
  private final Path root;
  private final OutputFormat format;
  private final StateFile state;
  private final Clock clock;

  private OutputDirectory(Path root, OutputFormat format, StateFile state, Clock clock) {
    this.root = root;
    this.format = format;
    this.state = state;
    this.clock = clock;
  }

  /**
   * Opens a directory, made if it does not exist.
   *
   * @param gmc where this run's doctors come from: an URL, or words for the stand-in
   * @throws UsageException if it cannot be made, or holds something else
   */
  static OutputDirectory open(Path root, OutputFormat format, String gmc, Clock clock) {
    try {
      Files.createDirectories(root);
    } catch (IOException e) {
      throw unusable(root, "made", e);
    }
    StateFile state = StateFile.read(root.resolve("sync-state.json"), gmc);
    return new OutputDirectory(root, format, state, clock);
  }

  private static UsageException unusable(Path root, String cannotBe, IOException e) {
    return new UsageException(
        "the output directory "
            + root
            + " cannot be "
            + cannotBe
            + " ("
            + e.getClass().getSimpleName()
            + "): give another by --out");
  }

  Path evidence() {
    return root.resolve("evidence");
  }

  void write(DesignatedBody body, List<Doctor> doctors) throws IOException {
    SafeFile.write(root.resolve(fileName(body)), out -> format.write(doctors, out));
  }

  /** Returns when the file of a body was written, if it has one. */
  Optional<Instant> written(DesignatedBody body) {
    try {
      return Optional.of(Files.getLastModifiedTime(root.resolve(fileName(body))).toInstant());
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private String fileName(DesignatedBody body) {
    return FileNames.of(body.code()) + "." + format.extension();
  }

  /** Returns the last run of a body if it was complete and its file is still there. */
  Optional<LastRun> complete(DesignatedBody body) {
    String file = fileName(body);
    return state
        .lastRun(body)
        .filter(run -> run.completed(file) && Files.isRegularFile(root.resolve(file)));
  }

  /**
   * Notes that a run means to fetch these bodies; if it is killed, the rest stays missing.
   *
   * @throws UsageException if nothing can be written here
   */
  void begin(List<DesignatedBody> bodies) {
    try {
      note(bodies.stream().map(Outcome::notAttempted).collect(Collectors.toList()));
    } catch (IOException e) {
      throw unusable(root, "written to", e);
    }
  }

  /** Notes how the run ended for some bodies. */
  void note(List<Outcome> outcomes) throws IOException {
    Map<DesignatedBody, LastRun> runs = new LinkedHashMap<>();
    outcomes.forEach(outcome -> runs.put(outcome.body(), run(outcome)));
    state.note(runs);
  }

  private LastRun run(Outcome outcome) {
    return LastRun.of(
        outcome, clock.instant().truncatedTo(ChronoUnit.SECONDS), fileName(outcome.body()));
  }

  void saveEvidence(DesignatedBody body, Evidence evidence) throws IOException {
    Files.createDirectories(evidence());
    SafeFile.write(evidence(body, ".txt"), evidence.toText());
    SafeFile.write(evidence(body, ".json"), evidence.toJson() + "\n");
  }

  /** Removes the evidence of an earlier failure of a body that is complete now. */
  void removeEvidence(DesignatedBody body) throws IOException {
    Files.deleteIfExists(evidence(body, ".txt"));
    Files.deleteIfExists(evidence(body, ".json"));
  }

  private Path evidence(DesignatedBody body, String extension) {
    return evidence().resolve(FileNames.of(body.code()) + extension);
  }
}
