package uk.nhs.hee.tis.gmc.testkit.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The compression of answers, at the speed that lists of megabytes need. */
public final class Gzip {
  private Gzip() {}

  /** Returns whether this Accept-Encoding header takes gzip. */
  public static boolean isAcceptedBy(@Nullable String acceptEncoding) {
    return acceptEncoding != null
        && Arrays.stream(acceptEncoding.split(",", -1))
            .map(coding -> coding.replaceAll("\\s", ""))
            .anyMatch(coding -> coding.matches("(?i)(x-)?gzip(;q=(1(\\.0*)?|0\\.0*[1-9]\\d*))?"));
  }

  /** Returns the compressed bytes. */
  public static byte[] compress(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(512 + plain.length / 8);
    try (OutputStream gzip = new Fast(packed)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static final class Fast extends GZIPOutputStream {
    Fast(OutputStream out) throws IOException {
      super(out, 8192);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
