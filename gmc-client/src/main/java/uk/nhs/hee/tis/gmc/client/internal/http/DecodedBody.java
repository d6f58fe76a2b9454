package uk.nhs.hee.tis.gmc.client.internal.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The body as UTF-8 text, whatever happened to it on the way: decompressed, without byte order
 * marks and XML declaration. It is the library's only decoder, so that the judge and the reader of
 * an answer see the same text.
 *
 * <p>Gzip is recognised by its first two bytes: intermediaries are known to decode a body and leave
 * the header, or to compress it again, and no XML, HTML or JSON begins like gzip.
 */
public final class DecodedBody extends InputStream {
  private static final int MAGIC_1 = 0x1f;
  private static final int MAGIC_2 = 0x8b;
  private static final int MAX_LAYERS = 2;

  private final InputStream raw;
  private final @Nullable String contentType;
  private @Nullable InputStream decoded;

  /**
   * Creates it; nothing is read yet.
   *
   * @param contentType the value of the answer's {@code Content-Type}, or null if it has none
   */
  public DecodedBody(InputStream raw, @Nullable String contentType) {
    this.raw = raw;
    this.contentType = contentType;
  }

  /** Returns what can be decoded of a body held in memory, or of its beginning. */
  public static byte[] of(byte[] body, @Nullable String contentType) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    InputStream in = new DecodedBody(new ByteArrayInputStream(body), contentType);
    try {
      for (int read = in.read(buffer, 0, buffer.length);
          read >= 0 && out.size() < BoundedBody.KEPT;
          read = in.read(buffer, 0, buffer.length)) {
        out.write(buffer, 0, read);
      }
    } catch (IOException whatCameOutIsAllThereIs) {
      return out.toByteArray();
    }
    return out.toByteArray();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    return length == 0 ? 0 : open().read(into, offset, length);
  }

  /** Opens on first use, so that the wait for the first bytes is on the reader's thread. */
  private InputStream open() throws IOException {
    if (decoded == null) {
      decoded = TextBody.of(unpacked(), contentType);
    }
    return decoded;
  }

  private InputStream unpacked() throws IOException {
    InputStream in = raw;
    for (int layer = 0; ; layer++) {
      byte[] magic = in.readNBytes(2);
      PushbackInputStream whole = new PushbackInputStream(in, 2);
      whole.unread(magic);
      boolean gzip =
          magic.length == 2 && (magic[0] & 0xff) == MAGIC_1 && (magic[1] & 0xff) == MAGIC_2;
      if (!gzip) {
        return whole;
      }
      if (layer == MAX_LAYERS) {
        throw new BodyPackedTooOftenException(MAX_LAYERS);
      }
      in = new GzipBody(whole);
    }
  }
}
