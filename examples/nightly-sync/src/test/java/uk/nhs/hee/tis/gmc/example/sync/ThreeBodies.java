package uk.nhs.hee.tis.gmc.example.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import uk.nhs.hee.tis.gmc.testkit.GmcMockServer;
import uk.nhs.hee.tis.gmc.testkit.GmcRegister;

/** Three designated bodies with 10, 11 and 12 doctors, and runs of the sync over them. */
abstract class ThreeBodies {
  static final String NORTH = "1-NORTH";
  static final String SOUTH = "1-SOUTH";
  static final String WEST = "1-WEST";
  static final List<String> CODES = List.of(NORTH, SOUTH, WEST);

  @RegisterExtension
  static final GmcMockServer gmc =
      GmcMockServer.builder()
          .credentials("sync-user-name", "sync-pass-word")
          .register(GmcRegister.invented(7, CODES, body -> 10 + body))
          .build();

  @TempDir Path directory;
  Path out;
  Path bodies;

  @BeforeEach
  void listBodies() throws IOException {
    out = directory.resolve("out");
    bodies =
        Files.writeString(
            directory.resolve("bodies.csv"),
            "1-NORTH,The North\n1-SOUTH\n1-WEST,\"West, by sea\"\n");
  }

  final Job sync(String... further) throws InterruptedException {
    return sync(DiskStep.Watcher.NONE, further);
  }

  final Job sync(DiskStep.Watcher disk, String... further) throws InterruptedException {
    Stream<String> arguments =
        Stream.concat(
            Stream.of("--bodies", bodies.toString(), "--out", out.toString()), Stream.of(further));
    return Job.run(Job.environment(gmc), disk, arguments.toArray(String[]::new));
  }
}
