package uk.nhs.hee.tis.gmc.example.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** A disk that is full, before the run or during it. */
class NightlySyncDiskTest extends ThreeBodies {

  @Test
  void fullDiskIsToldOnce() throws Exception {
    sync();
    String north = Files.readString(out.resolve("1-NORTH.csv"));
    DiskStep.Watcher fullOnceBegun =
        (step, file) -> {
          if (step == DiskStep.WRITE && gmc.requests().size() > CODES.size()) {
            throw new IOException("No space left on device");
          }
        };

    Job job = sync(fullOnceBegun);

    assertThat(job.exitCode).isEqualTo(1);
    assertThat(job.table())
        .containsPattern(
            "  0 complete\n\n1-NORTH, 1-SOUTH, 1-WEST:\n  failed, not saved: No space left on"
                + " device\n$");
    assertThat(job.err)
        .endsWith(
            "\nNot saved in "
                + out
                + ": No space left on device (3 designated bodies).\n"
                + job.err.substring(job.err.indexOf("Old files: ")))
        .contains("Old files: 3 of 3 kept, the oldest written at 2")
        .doesNotContain("\tat ", "Exception");
    assertThat(out.resolve("1-NORTH.csv")).hasContent(north);
    assertThat(OutputFiles.names(out))
        .containsExactly(
            ".sync.lock", "1-NORTH.csv", "1-SOUTH.csv", "1-WEST.csv", "sync-state.json");
    assertThat(sync("--only-missing").table()).doesNotContain("kept").endsWith("  3 complete\n");
  }

  @Test
  void fullDiskAtTheStartFetchesNothing() throws Exception {
    DiskStep.Watcher full =
        (step, file) -> {
          throw new IOException("No space left on device");
        };

    Job job = sync(full);

    assertThat(job.exitCode).isEqualTo(2);
    assertThat(gmc.requests()).isEmpty();
    assertThat(job.err)
        .endsWith(
            "the output directory "
                + out
                + " cannot be written to (No space left on device): fix that, or choose another"
                + " with --out\n"
                + "--help shows every option.\n");
  }
}
