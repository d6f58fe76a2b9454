package uk.nhs.hee.tis.gmc.client.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
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
      Ahead whole = new Ahead(raw);
      whole.unread(magic);
      boolean gzip =
          magic.length == 2 && (magic[0] & 0xff) == MAGIC_1 && (magic[1] & 0xff) == MAGIC_2;
      decoded = gzip ? new Gzip(whole) : whole;
    }
    return decoded;
  }

  /**
   * Answers whether bytes follow by looking, where the JDK's gzip stream would ask how many have
   * arrived and take what is still under way for the end.
   */
  private static final class Ahead extends PushbackInputStream {
    boolean more;

    Ahead(InputStream in) {
      super(in, 2);
    }

    @Override
    public int available() throws IOException {
      int next = read();
      more = next >= 0;
      if (more) {
        unread(next);
      }
      return more ? 1 : 0;
    }
  }

  /** A gzip stream that, unlike the JDK's, does not pass over garbage behind its end in silence. */
  private static final class Gzip extends GZIPInputStream {
    private static final int BUFFER = 8192;
    private static final int TRAILER = 8;

    private final Ahead ahead;

    Gzip(Ahead in) throws IOException {
      super(in, BUFFER);
      ahead = in;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      if (count < 0 && (inf.getRemaining() > TRAILER || ahead.more)) {
        throw new ZipException("bytes follow the end of the gzip stream");
      }
      return count;
    }
  }
}
