package uk.nhs.hee.tis.gmc.client.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The text of a body in UTF-8, without the byte order marks and the XML declaration in front of it:
 * the declaration has been read by then, and would only be obeyed again. Line breaks stay where
 * they are, and so do the columns after the declaration.
 */
final class TextBody extends InputStream {
  /** Where the declaration must end; what follows is passed on as it comes. */
  private static final int START = 1024;

  private static final int MAX_BLANK = 64 * 1024;

  private final InputStream rest;
  private byte[] start = new byte[START];
  private int length;

  /** The first byte that is neither blank nor part of a byte order mark. */
  private int first;

  private boolean marked;
  private int given;
  private @Nullable IOException failure;

  private TextBody(InputStream rest) {
    this.rest = rest;
  }

  static InputStream of(InputStream bytes, @Nullable String contentType) {
    TextBody body = new TextBody(bytes);
    body.begin();
    Charset charset = BodyCharset.of(body.start, body.length, body.first, body.marked, contentType);
    if (charset.equals(StandardCharsets.UTF_8)) {
      body.dropDeclaration();
      return new Utf8Body(body);
    }
    TextBody text = new TextBody(new TranscodedBody(body, charset));
    text.begin();
    text.dropDeclaration();
    return text;
  }

  /** Reads the beginning. A failure is reported after the bytes before it have been delivered. */
  private void begin() {
    try {
      while (length - first < START && first < MAX_BLANK) {
        if (length == start.length) {
          start = Arrays.copyOf(start, 2 * length);
        }
        int read = rest.read(start, length, start.length - length);
        if (read < 0) {
          return;
        }
        length += read;
        passBlank();
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  private void passBlank() {
    while (first < length) {
      if (length - first >= 3 && isMark(first)) {
        System.arraycopy(start, first + 3, start, first, length - first - 3);
        length -= 3;
        marked = true;
      } else if (isBlank(start[first])) {
        first++;
      } else {
        return;
      }
    }
  }

  private boolean isMark(int at) {
    return (start[at] & 0xff) == 0xef
        && (start[at + 1] & 0xff) == 0xbb
        && (start[at + 2] & 0xff) == 0xbf;
  }

  static boolean isBlank(byte b) {
    return b == ' ' || (b >= '\t' && b <= '\r');
  }

  private void dropDeclaration() {
    int most = Math.min(length - first, START);
    String text = new String(start, first, most, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("?>");
    if (end < 0 || !text.regionMatches(true, 0, "<?xml", 0, 5) || !isBlank(start[first + 5])) {
      return;
    }
    for (int i = first; i < first + end + 2; i++) {
      if (!isBlank(start[i])) {
        start[i] = ' ';
      }
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int wanted) throws IOException {
    if (given < length) {
      int count = Math.min(wanted, length - given);
      System.arraycopy(start, given, into, offset, count);
      given += count;
      return count;
    }
    if (failure != null) {
      throw failure;
    }
    return rest.read(into, offset, wanted);
  }
}
