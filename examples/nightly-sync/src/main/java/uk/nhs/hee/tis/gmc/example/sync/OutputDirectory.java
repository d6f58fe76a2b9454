package uk.nhs.hee.tis.gmc.example.sync;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.model.Doctor;

/**
 * Where a run writes: a file of doctors per designated body, the state of the last run, and the
 * evidence of failures. One run at a time. Thread-safe for different bodies.
 */
final class OutputDirectory implements AutoCloseable {
  private static final DateTimeFormatter TIME_IN_NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path root;
  private final OutputFormat format;
  private final SafeFile files;
  private final DirectoryLock lock;
  private final StateFile state;
  private final Clock clock;

  private OutputDirectory(
      Path root,
      OutputFormat format,
      SafeFile files,
      DirectoryLock lock,
      StateFile state,
      Clock clock) {
    this.root = root;
    this.format = format;
    this.files = files;
    this.lock = lock;
    this.state = state;
    this.clock = clock;
  }

  /**
   * Opens a directory, made if it does not exist, and locks it.
   *
   * @param gmc where this run's doctors come from: an URL, or words for the stand-in
   * @param watcher is told of each step on disk
   * @throws UsageException if it cannot be made, another run is writing there, or it holds
   *     something else
   */
  static OutputDirectory open(
      Path root, OutputFormat format, String gmc, Clock clock, DiskStep.Watcher watcher) {
    SafeFile files = new SafeFile(watcher);
    make(root);
    DirectoryLock lock = lock(root, clock);
    try {
      files.deleteUnfinished(root);
      if (Files.isDirectory(evidence(root))) {
        files.deleteUnfinished(evidence(root));
      }
      StateFile state = StateFile.read(root.resolve("sync-state.json"), files, gmc);
      return new OutputDirectory(root, format, files, lock, state, clock);
    } catch (IOException e) {
      lock.close();
      throw unusable(root, "written to", e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static void make(Path root) {
    try {
      Files.createDirectories(root);
    } catch (IOException e) {
      throw unusable(root, "made", e);
    }
  }

  private static DirectoryLock lock(Path root, Clock clock) {
    try {
      return DirectoryLock.of(root, clock);
    } catch (IOException e) {
      throw unusable(root, "written to", e);
    }
  }

  static UsageException unusable(Path root, String cannotBe, IOException e) {
    return new UsageException(
        "the output directory "
            + root
            + " cannot be "
            + cannotBe
            + " ("
            + Reasons.of(e)
            + "): "
            + (e instanceof AccessDeniedException
                ? "let user " + System.getProperty("user.name") + " write there"
                : "fix that")
            + ", or choose another with --out");
  }

  Path root() {
    return root;
  }

  Path evidence() {
    return evidence(root);
  }

  private static Path evidence(Path root) {
    return root.resolve("evidence");
  }

  /**
   * Replaces the file of a body, and removes the one that an earlier run wrote in another format.
   */
  WrittenFile write(DesignatedBody body, List<Doctor> doctors) throws IOException {
    WrittenFile written =
        files.write(root.resolve(fileName(body)), out -> format.write(doctors, out));
    for (Path other : files(body).skip(1).collect(Collectors.toList())) {
      files.delete(other);
    }
    return written;
  }

  /** Returns when the file of a body was written, in whatever format, if it has one. */
  Optional<Instant> written(DesignatedBody body) {
    return files(body).flatMap(file -> writtenAt(file).stream()).findFirst();
  }

  private static Optional<Instant> writtenAt(Path file) {
    try {
      return Optional.of(Files.getLastModifiedTime(file).toInstant());
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  /** Returns the possible files of a body, that of this run's format first. */
  private Stream<Path> files(DesignatedBody body) {
    return Stream.concat(
            Stream.of(format), Arrays.stream(OutputFormat.values()).filter(f -> f != format))
        .map(f -> root.resolve(fileName(body, f)));
  }

  private String fileName(DesignatedBody body) {
    return fileName(body, format);
  }

  private static String fileName(DesignatedBody body, OutputFormat format) {
    return FileNames.of(body.code()) + "." + format.extension();
  }

  /** Returns the last run of a body if it was complete. */
  Optional<LastRun> complete(DesignatedBody body) {
    return state.lastRun(body).filter(run -> run.result().isComplete());
  }

  /**
   * Returns why the file of a complete run is not the one that it wrote, or not the one that this
   * run would write, as the rest of a sentence; empty if it can be kept.
   */
  Optional<String> whyNotKept(DesignatedBody body, LastRun complete) {
    String file = fileName(body);
    return complete.file().equals(file)
        ? FileCheck.difference(root.resolve(file), complete.written())
        : Optional.of("the last run wrote " + complete.file() + ", not " + file);
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

  /** Notes how the run ended for some bodies, whose files are in place. */
  void note(List<Outcome> outcomes) throws IOException {
    Map<DesignatedBody, LastRun> runs = new LinkedHashMap<>();
    outcomes.forEach(outcome -> runs.put(outcome.body(), run(outcome)));
    state.note(runs);
  }

  private LastRun run(Outcome outcome) {
    return LastRun.of(
        outcome, clock.instant().truncatedTo(ChronoUnit.SECONDS), fileName(outcome.body()));
  }

  /**
   * Saves the evidence of a failure beside that of earlier ones, which somebody may have mailed.
   */
  void saveEvidence(DesignatedBody body, Evidence evidence) throws IOException {
    Files.createDirectories(evidence());
    String name = FileNames.of(body.code()) + "-" + TIME_IN_NAME.format(evidence.startedAt());
    files.write(evidence().resolve(name + ".txt"), evidence.toText());
    files.write(evidence().resolve(name + ".json"), evidence.toJson() + "\n");
  }

  @Override
  public void close() {
    lock.close();
  }
}
