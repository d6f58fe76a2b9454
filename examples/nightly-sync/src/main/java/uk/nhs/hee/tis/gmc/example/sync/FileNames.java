package uk.nhs.hee.tis.gmc.example.sync;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Makes file names of designated body codes, which are opaque text and could hold anything. */
final class FileNames {
  private FileNames() {}

  /**
   * Returns the code with every character but ASCII letters, digits and hyphens as the underscores
   * and hexadecimal digits of its UTF-8 bytes: no path, no hidden file, and never one name for two
   * codes.
   */
  static String of(String code) {
    StringBuilder name = new StringBuilder();
    for (byte b : code.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || c == '-');
      name.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "_%02x", (int) c));
    }
    return name.toString();
  }
}
