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
                SafeFile.write(
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
  void replacesWhatAKilledRunLeft() throws Exception {
    Files.writeString(directory.resolve(".doctors.csv.tmp"), "half of an earlier one");
    Path file = directory.resolve("doctors.csv");

    SafeFile.write(file, "whole");

    assertThat(file).hasContent("whole");
    assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file));
  }
}
