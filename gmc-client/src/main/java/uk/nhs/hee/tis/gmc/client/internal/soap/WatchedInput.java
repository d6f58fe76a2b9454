package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Remembers how the stream under a parser ended, because a parser reports a broken connection, a
 * truncated answer and bad XML in the same way.
 */
final class WatchedInput extends FilterInputStream {
  private boolean ended;
  private @Nullable IOException failure;

  WatchedInput(InputStream in) {
    super(in);
  }

  boolean ended() {
    return ended;
  }

  @Nullable IOException failure() {
    return failure;
  }

  @Override
  public int read() throws IOException {
    try {
      return noticeEnd(in.read());
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return noticeEnd(in.read(buffer, offset, length));
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  private int noticeEnd(int read) {
    ended |= read < 0;
    return read;
  }
}
