package uk.nhs.hee.tis.gmc.example.sync;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * Replaces a file whole or not at all: writes beside it, forces that to disk, renames it. Whoever
 * reads meanwhile sees the old file or the new one. Only the owner may read it.
 */
final class SafeFile {
  private static final String PREFIX = ".sync-";
  private static final String SUFFIX = ".tmp";

  /** Writes the content of a file. */
  interface Content {
    void writeTo(Writer out) throws IOException;
  }

  private final DiskStep.Watcher watcher;

  SafeFile(DiskStep.Watcher watcher) {
    this.watcher = watcher;
  }

  WrittenFile write(Path file, String text) throws IOException {
    return write(file, out -> out.write(text));
  }

  WrittenFile write(Path file, Content content) throws IOException {
    Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
    watcher.before(DiskStep.CREATE, file);
    // A name that no other run has, readable by its owner only.
    Path aside = Files.createTempFile(directory, PREFIX, SUFFIX);
    try {
      WrittenFile written = fill(aside, content);
      watcher.before(DiskStep.MOVE, file);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceDirectory(directory);
      return written;
    } catch (IOException | RuntimeException e) {
      try {
        delete(aside);
      } catch (IOException alsoFailed) {
        e.addSuppressed(alsoFailed);
      }
      throw e;
    }
  }

  private WrittenFile fill(Path aside, Content content) throws IOException {
    MessageDigest sha256 = FileCheck.sha256();
    try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE);
        OutputStream bytes =
            new DigestOutputStream(watched(aside, Channels.newOutputStream(channel)), sha256);
        Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
      content.writeTo(out);
      out.flush();
      watcher.before(DiskStep.FORCE, aside);
      channel.force(true);
      return new WrittenFile(channel.position(), FileCheck.hex(sha256.digest()));
    }
  }

  private OutputStream watched(Path file, OutputStream out) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        watcher.before(DiskStep.WRITE, file);
        out.write(bytes, offset, length);
      }
    };
  }

  /** Makes the rename itself survive a power cut, where the file system can. */
  private void forceDirectory(Path directory) throws IOException {
    watcher.before(DiskStep.FORCE_DIRECTORY, directory);
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notHere) {
      // Windows and some network drives cannot. A rename that is lost so is found by its hash.
    }
  }

  /** Deletes a file if it exists. */
  void delete(Path file) throws IOException {
    watcher.before(DiskStep.DELETE, file);
    Files.deleteIfExists(file);
  }

  /** Deletes what killed runs left unfinished in a directory; only for whoever holds its lock. */
  void deleteUnfinished(Path directory) throws IOException {
    try (DirectoryStream<Path> unfinished =
        Files.newDirectoryStream(directory, PREFIX + "*" + SUFFIX)) {
      for (Path file : unfinished) {
        delete(file);
      }
    }
  }
}
