package uk.nhs.hee.tis.gmc.client.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Passes UTF-8 on as it is, and turns each invalid byte into U+001A, "substitute": XML does not
 * allow that character, so its reader fails right there. The JDK's parser would answer the byte
 * itself with a line on standard error.
 */
final class Utf8Body extends InputStream {
  static final char SUBSTITUTE = '\u001A';
  private static final int LONGEST = 4;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final InputStream in;

  /** The beginning of a character whose other bytes have not arrived yet. */
  private final byte[] begun = new byte[LONGEST];

  private int begunLength;

  /** What was read for a caller that asked for less than a whole character. */
  private byte[] ahead = new byte[0];

  private int aheadGiven;

  Utf8Body(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (aheadGiven == ahead.length) {
      if (length > LONGEST) {
        return readWhole(into, offset, length);
      }
      byte[] more = new byte[2 * LONGEST];
      int read = readWhole(more, 0, more.length);
      if (read < 0) {
        return -1;
      }
      ahead = Arrays.copyOf(more, read);
      aheadGiven = 0;
    }
    int count = Math.min(length, ahead.length - aheadGiven);
    System.arraycopy(ahead, aheadGiven, into, offset, count);
    aheadGiven += count;
    return count;
  }

  /** Reads at least one character, and only complete ones. */
  private int readWhole(byte[] into, int offset, int length) throws IOException {
    while (true) {
      int had = begunLength;
      System.arraycopy(begun, 0, into, offset, had);
      int read = in.read(into, offset + had, length - had);
      if (read < 0) {
        if (had > 0) {
          throw new EOFException("the answer ended inside a character");
        }
        return -1;
      }
      int whole = wholeCharacters(into, offset, offset + had + read) - offset;
      if (whole > 0) {
        return whole;
      }
    }
  }

  /** Checks the bytes, keeps an incomplete character, and returns where the complete ones end. */
  private int wholeCharacters(byte[] bytes, int from, int to) {
    begunLength = 0;
    int at = behindAscii(bytes, from, to);
    while (at < to) {
      int length = length(bytes[at] & 0xff);
      int good = 1;
      while (good < length && at + good < to && continues(bytes, at, good)) {
        good++;
      }
      if (good == length) {
        at = behindAscii(bytes, at + length, to);
      } else if (length > 0 && at + good == to) {
        begunLength = to - at;
        System.arraycopy(bytes, at, begun, 0, begunLength);
        return at;
      } else {
        bytes[at] = SUBSTITUTE;
        at = behindAscii(bytes, at + 1, to);
      }
    }
    return to;
  }

  /** Looks at eight bytes at a time: nearly all of a long list is ASCII. */
  private static int behindAscii(byte[] bytes, int from, int to) {
    int at = from;
    while (at <= to - Long.BYTES && ((long) EIGHT.get(bytes, at) & HIGH_BITS) == 0) {
      at += Long.BYTES;
    }
    while (at < to && bytes[at] >= 0) {
      at++;
    }
    return at;
  }

  /** Returns how many bytes a character has that begins with this byte; 0 if none does. */
  private static int length(int first) {
    if (first >= 0xc2 && first <= 0xdf) {
      return 2;
    }
    if (first >= 0xe0 && first <= 0xef) {
      return 3;
    }
    return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  }

  /**
   * Whether a byte may follow: the second one rules out overlong forms, surrogates and values out
   * of range.
   */
  private static boolean continues(byte[] bytes, int at, int index) {
    int next = bytes[at + index] & 0xff;
    int low = 0x80;
    int high = 0xbf;
    if (index == 1) {
      switch (bytes[at] & 0xff) {
        case 0xe0:
          low = 0xa0;
          break;
        case 0xed:
          high = 0x9f;
          break;
        case 0xf0:
          low = 0x90;
          break;
        case 0xf4:
          high = 0x8f;
          break;
        default:
          break;
      }
    }
    return next >= low && next <= high;
  }
}
