package uk.nhs.hee.tis.gmc.example.sync;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Replaces a file whole or not at all: writes beside it, forces that to disk, renames it. Whoever
 * reads meanwhile sees the old file or the new one. Only the owner may read it.
 */
final class SafeFile {
  private static final Set<OpenOption> CREATE =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  /** Writes the content of a file. */
  interface Content {
    void writeTo(Writer out) throws IOException;
  }

  private SafeFile() {}

  static void write(Path file, String text) throws IOException {
    write(file, out -> out.write(text));
  }

  static void write(Path file, Content content) throws IOException {
    // One fixed name, so that a killed run leaves at most one, and the next run replaces it.
    Path aside = file.resolveSibling("." + file.getFileName() + ".tmp");
    Files.deleteIfExists(aside);
    try {
      fill(aside, content);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
    forceDirectoryOf(file);
  }

  private static void fill(Path aside, Content content) throws IOException {
    try (FileChannel channel = FileChannel.open(aside, CREATE, ownerOnly(aside));
        OutputStream bytes = Channels.newOutputStream(channel);
        Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return isPosix(file)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Makes the rename itself survive a power cut; Windows knows no such thing. */
  private static void forceDirectoryOf(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null && isPosix(file)) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
