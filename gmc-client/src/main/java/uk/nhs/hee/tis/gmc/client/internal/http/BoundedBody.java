package uk.nhs.hee.tis.gmc.client.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts the decoded bytes against the limit and keeps the first of them, in case they turn out to
 * be somebody else's page that must be judged.
 */
final class BoundedBody extends FilterInputStream {
  static final int KEPT = 256 * 1024;

  private final long limit;
  private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
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
    beginning.write(into, offset, Math.min(read, KEPT - beginning.size()));
    if (count > limit) {
      throw new BodyTooLargeException(limit);
    }
    return read;
  }

  /** Returns the first bytes, reading on as far as they are kept; a failure just ends them. */
  byte[] beginning() {
    byte[] buffer = new byte[8192];
    try {
      while (!ended && beginning.size() < KEPT && count <= limit) {
        read(buffer, 0, buffer.length);
      }
    } catch (IOException whatCameIsAllThereIs) {
      return beginning.toByteArray();
    }
    return beginning.toByteArray();
  }

  /** Returns whether the body was read to its end, and all of it was kept. */
  boolean keptWhole() {
    return ended && count <= KEPT;
  }
}
