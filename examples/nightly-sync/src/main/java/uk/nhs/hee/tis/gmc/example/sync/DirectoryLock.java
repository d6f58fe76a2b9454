package uk.nhs.hee.tis.gmc.example.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write to an output directory, held by one run at a time. The operating system
 * releases it when the process ends, however it ends. The lock file stays: deleting it would let
 * two runs lock two files of one name.
 */
final class DirectoryLock implements AutoCloseable {
  static final String FILE = ".sync.lock";

  /** Far behind the text, so that others can read who holds the lock on Windows too. */
  private static final long LOCKED_BYTE = 1L << 40;

  private static final int MOST_TEXT = 200;

  /** POSIX locks belong to the process: closing a second channel here would release the first. */
  private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private DirectoryLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Locks an existing directory.
   *
   * @throws UsageException if another run holds it
   * @throws IOException if nothing can be written there, or the file system cannot lock
   */
  static DirectoryLock of(Path directory, Clock clock) throws IOException {
    Path file = directory.toRealPath().resolve(FILE);
    if (!HELD_BY_THIS_PROCESS.add(file)) {
      throw held(directory, " in this process");
    }
    try {
      return locked(directory, file, clock);
    } catch (IOException | RuntimeException e) {
      HELD_BY_THIS_PROCESS.remove(file);
      throw e;
    }
  }

  private static DirectoryLock locked(Path directory, Path file, Clock clock) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (!isLocked(channel)) {
        throw held(directory, holder(channel));
      }
      channel.truncate(0);
      String holder =
          "process "
              + ProcessHandle.current().pid()
              + ", since "
              + clock.instant().truncatedTo(ChronoUnit.SECONDS)
              + "\n";
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
      return new DirectoryLock(file, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false) != null;
    } catch (IOException e) {
      throw new IOException("the file system cannot lock a file: " + Reasons.of(e), e);
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MOST_TEXT);
    channel.read(bytes, 0);
    String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    // Without its line break it is not wholly written yet.
    return text.endsWith("\n") ? " (" + text.strip() + ")" : "";
  }

  private static UsageException held(Path directory, String holder) {
    return new UsageException(
        "another run is writing to "
            + directory
            + holder
            + ": wait until it has ended, or choose another directory with --out");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD_BY_THIS_PROCESS.remove(file);
    }
  }
}
