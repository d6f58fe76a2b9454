package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a body into text: bounded, whatever they are and whatever they claim. */
final class BodyBytes {
  /** No more than this is looked at, before and after unpacking. */
  static final int LIMIT = 256 * 1024;

  private static final int GZIP_LAYERS = 2;
  private static final int DECLARATION_LENGTH = 1024;
  private static final String PROBE = "<?error code: 1020 {\"_\"}?>";

  private BodyBytes() {}

  /** Returns the text without byte order mark; bytes that are no text become U+FFFD. */
  static String text(byte[] body, @Nullable String contentType) {
    byte[] bytes = unpacked(body);
    int length = Math.min(bytes.length, LIMIT);
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return new String(bytes, 3, length - 3, StandardCharsets.UTF_8);
    }
    Charset wide = wideCharset(bytes);
    if (wide != null) {
      String text = new String(bytes, 0, length, wide);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
    return new String(bytes, 0, length, asciiLike(bytes, length, contentType));
  }

  private static byte[] unpacked(byte[] body) {
    byte[] bytes = body;
    for (int layer = 0; layer < GZIP_LAYERS && startsWith(bytes, 0x1F, 0x8B); layer++) {
      bytes = gunzip(bytes);
    }
    return bytes;
  }

  private static byte[] gunzip(byte[] packed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try (InputStream in =
        new GZIPInputStream(
            new ByteArrayInputStream(packed, 0, Math.min(packed.length, LIMIT)), buffer.length)) {
      int read = in.read(buffer);
      while (read >= 0 && out.size() < LIMIT) {
        out.write(buffer, 0, read);
        read = in.read(buffer);
      }
    } catch (IOException cutOff) {
      // What came out before the end is the answer's beginning, and that is what is judged.
    }
    return out.toByteArray();
  }

  private static @Nullable Charset wideCharset(byte[] bytes) {
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0, '<')) {
      return StandardCharsets.UTF_16BE;
    }
    boolean pairs = bytes.length > 3 && bytes[1] == 0 && bytes[3] == 0 && bytes[0] != 0;
    return startsWith(bytes, 0xFF, 0xFE) || pairs ? StandardCharsets.UTF_16LE : null;
  }

  private static Charset asciiLike(byte[] bytes, int length, @Nullable String contentType) {
    Charset declared = named(contentType == null ? "" : contentType.toLowerCase(Locale.ROOT));
    if (declared == null) {
      int head = Math.min(length, DECLARATION_LENGTH);
      String start = new String(bytes, 0, head, StandardCharsets.ISO_8859_1);
      declared = named(start.toLowerCase(Locale.ROOT));
    }
    return declared == null ? StandardCharsets.UTF_8 : declared;
  }

  private static @Nullable Charset named(String declaration) {
    int at = declaration.indexOf("charset=");
    int start = at + "charset=".length();
    if (at < 0) {
      at = declaration.startsWith("<?xml") ? declaration.indexOf("encoding=") : -1;
      start = at + "encoding=".length();
    }
    return at < 0 ? null : charset(word(declaration, start));
  }

  private static String word(String text, int from) {
    int start = from;
    while (start < text.length() && "\"' ".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < text.length() && Ascii.isName(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  /** A charset in which the tokens looked for would be other bytes is a false declaration. */
  private static @Nullable Charset charset(String name) {
    try {
      Charset charset = Charset.forName(name);
      byte[] ascii = PROBE.getBytes(StandardCharsets.US_ASCII);
      return new String(ascii, charset).equals(PROBE) ? charset : null;
    } catch (IllegalArgumentException unknown) {
      return null;
    }
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
