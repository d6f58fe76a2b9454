package uk.nhs.hee.tis.gmc.client.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The body with gzip undone, told by its first two bytes: intermediaries are known to decode a body
 * and leave the header, and no XML, HTML or JSON begins like gzip.
 */
final class DecodedBody extends InputStream {
  private static final int MAGIC_1 = 0x1f;
  private static final int MAGIC_2 = 0x8b;

  private final InputStream raw;
  private @Nullable InputStream decoded;

  DecodedBody(InputStream raw) {
    this.raw = raw;
  }

  @Override
  public int read() throws IOException {
    return open().read();
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    return open().read(into, offset, length);
  }

  /** Opens on first use, so that the first bytes are waited for on the reader's thread. */
  private InputStream open() throws IOException {
    if (decoded == null) {
      byte[] magic = raw.readNBytes(2);
      PushbackInputStream whole = new PushbackInputStream(raw, 2);
      whole.unread(magic);
      boolean gzip =
          magic.length == 2 && (magic[0] & 0xff) == MAGIC_1 && (magic[1] & 0xff) == MAGIC_2;
      decoded = gzip ? new GzipBody(whole) : whole;
    }
    return decoded;
  }
}
