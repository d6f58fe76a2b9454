package uk.nhs.hee.tis.gmc.example.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFileTest {
  @TempDir Path directory;

  @Test
  void keepsTheOldFileWhenWritingFails() throws Exception {
    Path file = Files.writeString(directory.resolve("doctors.csv"), "old");

    assertThatThrownBy(
            () ->
                new SafeFile(DiskStep.Watcher.NONE)
                    .write(
                        file,
                        out -> {
                          out.write("half of the new");
                          out.flush();
                          throw new IOException("disk full");
                        }))
        .hasMessage("disk full");

    assertThat(file).hasContent("old");
    assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  void deletesWhatKilledRunsLeftAndNothingElse() throws Exception {
    Files.writeString(directory.resolve(".sync-123.tmp"), "half of an earlier one");
    Files.writeString(directory.resolve(".notes.tmp"), "somebody else's");

    new SafeFile(DiskStep.Watcher.NONE).deleteUnfinished(directory);

    assertThat(OutputFiles.names(directory)).containsExactly(".notes.tmp");
  }

  @Test
  void tellsWhatItWrote() throws Exception {
    WrittenFile written =
        new SafeFile(DiskStep.Watcher.NONE).write(directory.resolve("abc"), "abc");

    assertThat(written.bytes()).isEqualTo(3);
    assertThat(written.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
