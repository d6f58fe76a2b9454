package uk.nhs.hee.tis.gmc.client.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts the decoded bytes against the limit and keeps the first of them, in case they turn out to
 * be a foreign page that must be judged.
 */
final class BoundedBody extends FilterInputStream {
  static final int KEPT = 256 * 1024;

  private final long limit;

  /** Each piece as it was read: a single buffer would be grown and copied again and again. */
  private final List<byte[]> beginning = new ArrayList<>();

  private int kept;
  private long count;
  private boolean ended;

  BoundedBody(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = in.read(into, offset, length);
    if (read < 0) {
      ended = true;
      return read;
    }
    count += read;
    keep(into, offset, Math.min(read, KEPT - kept));
    if (count > limit) {
      throw new BodyTooLargeException(limit);
    }
    return read;
  }

  private void keep(byte[] from, int offset, int length) {
    if (length > 0) {
      beginning.add(Arrays.copyOfRange(from, offset, offset + length));
      kept += length;
    }
  }

  /** Returns the first bytes, reading on up to the number kept; a failure just ends them. */
  byte[] beginning() {
    byte[] buffer = new byte[8192];
    try {
      while (!ended && kept < KEPT && count <= limit) {
        read(buffer, 0, buffer.length);
      }
    } catch (IOException whatCameIsAllThereIs) {
      return joined();
    }
    return joined();
  }

  private byte[] joined() {
    ByteBuffer all = ByteBuffer.allocate(kept);
    beginning.forEach(all::put);
    return all.array();
  }

  /** Returns whether the body was read to its end, and all of it was kept. */
  boolean keptWhole() {
    return ended && count <= KEPT;
  }
}
