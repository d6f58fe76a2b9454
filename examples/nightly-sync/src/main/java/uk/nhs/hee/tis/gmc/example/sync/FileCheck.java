package uk.nhs.hee.tis.gmc.example.sync;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;

/** Compares a file with what the state says was written into it. */
final class FileCheck {
  private static final int CHUNK = 1 << 16;

  private FileCheck() {}

  /** Returns why a file is not as it was written, as the rest of a sentence; empty if it is. */
  static Optional<String> difference(Path file, WrittenFile written) {
    try {
      if (written.sha256().isEmpty()) {
        return Optional.of("the state holds no hash of " + file.getFileName());
      }
      if (!Files.isRegularFile(file)) {
        return Optional.of(file.getFileName() + " is missing");
      }
      long bytes = Files.size(file);
      if (bytes != written.bytes()) {
        return Optional.of(
            file.getFileName()
                + (bytes < written.bytes() ? " is cut short: " : " has grown: ")
                + Words.of(bytes, "byte", "bytes")
                + ", but "
                + Words.of(written.bytes())
                + " were written");
      }
      return hash(file).equals(written.sha256())
          ? Optional.empty()
          : Optional.of(file.getFileName() + " has changed since it was written");
    } catch (IOException e) {
      return Optional.of(file.getFileName() + " cannot be read (" + Reasons.of(e) + ")");
    }
  }

  private static String hash(Path file) throws IOException {
    MessageDigest sha256 = sha256();
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        sha256.update(chunk, 0, read);
      }
    }
    return hex(sha256.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  static String hex(byte[] bytes) {
    StringBuilder hex = new StringBuilder();
    for (byte b : bytes) {
      hex.append(String.format(Locale.ROOT, "%02x", b & 0xff));
    }
    return hex.toString();
  }
}
