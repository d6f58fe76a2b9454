package uk.nhs.hee.tis.gmc.client.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * A gzip stream (RFC 1952), member by member, that has either ended where its bytes end or failed.
 *
 * <p>The JDK's own silently ignores bytes after a member, all of them or those that have already
 * arrived, depending on its version; an answer must be complete to the last byte.
 */
final class GzipBody extends InputStream {
  private static final int BUFFER = 8192;
  private static final int MAGIC_1 = 0x1f;
  private static final int MAGIC_2 = 0x8b;
  private static final int DEFLATE = 8;
  private static final int HEADER_CHECK = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final PushbackInputStream raw;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] packed = new byte[BUFFER];
  private int packedLength;
  private int members;
  private boolean inMember;

  GzipBody(InputStream raw) {
    this.raw = new PushbackInputStream(raw, BUFFER);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (inMember || begin()) {
      int count = inflate(into, offset, length);
      if (count > 0) {
        checksum.update(into, offset, count);
        return count;
      }
      if (inflater.finished()) {
        end();
      } else {
        fill();
      }
    }
    inflater.end();
    return -1;
  }

  private int inflate(byte[] into, int offset, int length) throws ZipException {
    try {
      return inflater.inflate(into, offset, length);
    } catch (DataFormatException e) {
      throw new ZipException("the gzip stream is broken");
    }
  }

  private void fill() throws IOException {
    packedLength = raw.read(packed, 0, BUFFER);
    if (packedLength < 0 || inflater.needsDictionary()) {
      throw new EOFException("the gzip stream ended inside a member");
    }
    inflater.setInput(packed, 0, packedLength);
  }

  /** Reads the header of the next member; returns false where the bytes end. */
  private boolean begin() throws IOException {
    int first = raw.read();
    if (first < 0) {
      return false;
    }
    if (first != MAGIC_1 || raw.read() != MAGIC_2 || raw.read() != DEFLATE) {
      throw new ZipException(
          members == 0 ? "not a gzip stream" : "bytes follow the end of the gzip stream");
    }
    int flags = next();
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECK) != 0) {
      skip(2);
    }
    members++;
    inMember = true;
    return true;
  }

  /** Checks the trailer of the member and returns what the inflater was given beyond it. */
  private void end() throws IOException {
    int left = inflater.getRemaining();
    raw.unread(packed, packedLength - left, left);
    if (nextInt() != checksum.getValue()
        || nextInt() != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new ZipException("the gzip stream does not match its checksum");
    }
    inflater.reset();
    checksum.reset();
    inMember = false;
  }

  private long nextInt() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private int next() throws IOException {
    int next = raw.read();
    if (next < 0) {
      throw new EOFException("the gzip stream ended inside a header or trailer");
    }
    return next;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    int next = next();
    while (next != 0) {
      next = next();
    }
  }
}
