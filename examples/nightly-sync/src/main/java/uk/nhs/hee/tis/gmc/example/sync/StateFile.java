package uk.nhs.hee.tis.gmc.example.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The memory of an output directory: which GMC its files come from, and how the last run ended for
 * each designated body. Rewritten whole after every body, so that a killed run is remembered too.
 * Thread-safe.
 */
final class StateFile {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path path;
  private final SafeFile files;
  private final String gmc;
  private final Map<String, LastRun> bodies = new LinkedHashMap<>();

  private StateFile(Path path, SafeFile files, String gmc) {
    this.files = files;
    this.path = path;
    this.gmc = gmc;
  }

  /**
   * Reads the state of a directory; there is none before its first run.
   *
   * @param gmc where this run's doctors come from: an URL, or words for the stand-in
   * @throws UsageException if the directory holds doctors from elsewhere, or its state is
   *     unreadable
   */
  static StateFile read(Path path, SafeFile files, String gmc) {
    StateFile state = new StateFile(path, files, gmc);
    if (Files.exists(path)) {
      state.load();
    }
    return state;
  }

  private void load() {
    try {
      JsonNode json = JSON.readTree(path.toFile());
      String other = json.path("gmc").asText();
      if (!other.equals(gmc)) {
        throw new UsageException(
            path.toAbsolutePath().getParent()
                + " holds doctors from "
                + other
                + ", and this run's come from "
                + gmc
                + ": choose another directory with --out");
      }
      JsonNode all = json.path("bodies");
      all.fieldNames().forEachRemaining(code -> bodies.put(code, of(all.path(code))));
    } catch (IOException e) {
      throw unreadable(Reasons.of(e));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw unreadable("it holds a result or a time that this version does not know");
    }
  }

  private UsageException unreadable(String why) {
    return new UsageException(
        "the state of the last run cannot be read from "
            + path
            + " ("
            + why
            + "): repair it, or delete it to fetch everything again");
  }

  private static LastRun of(JsonNode body) {
    return new LastRun(
        Result.valueOf(body.path("result").asText()),
        Instant.parse(body.path("at").asText()),
        body.path("file").asText(),
        body.path("doctors").asLong(),
        body.path("underNotice").asLong(),
        new WrittenFile(body.path("bytes").asLong(), body.path("sha256").asText()));
  }

  /** Returns how the last run ended for a body. */
  synchronized Optional<LastRun> lastRun(DesignatedBody body) {
    return Optional.ofNullable(bodies.get(body.code()));
  }

  /** Notes how a run ended for some bodies, and saves the state. */
  synchronized void note(Map<DesignatedBody, LastRun> runs) throws IOException {
    runs.forEach((body, run) -> bodies.put(body.code(), run));
    ObjectNode json = JSON.createObjectNode().put("gmc", gmc);
    ObjectNode all = json.putObject("bodies");
    bodies.forEach((code, run) -> all.set(code, json(run)));
    files.write(path, JSON.writeValueAsString(json) + "\n");
  }

  private static ObjectNode json(LastRun run) {
    return JSON.createObjectNode()
        .put("result", run.result().name())
        .put("at", run.at().toString())
        .put("file", run.file())
        .put("doctors", run.doctors())
        .put("underNotice", run.underNotice())
        .put("bytes", run.written().bytes())
        .put("sha256", run.written().sha256());
  }
}
