package uk.nhs.hee.tis.gmc.client.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns another charset into UTF-8; unknown bytes become what they would in UTF-8. */
final class TranscodedBody extends InputStream {
  private static final int BUFFER = 4096;
  private static final int LONGEST = 4;

  private final Reader text;
  private final CharsetEncoder encoder =
      StandardCharsets.UTF_8
          .newEncoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .replaceWith(new byte[] {Utf8Body.SUBSTITUTE});

  private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
  private final ByteBuffer bytes = ByteBuffer.allocate(LONGEST * BUFFER).flip();

  TranscodedBody(InputStream in, Charset charset) {
    text =
        new InputStreamReader(
            in,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(Utf8Body.SUBSTITUTE)));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    boolean more = true;
    while (more && !bytes.hasRemaining()) {
      more = encodeNext();
    }
    if (!bytes.hasRemaining()) {
      return -1;
    }
    int count = Math.min(length, bytes.remaining());
    bytes.get(into, offset, count);
    return count;
  }

  /** Encodes what is read next; half of a surrogate pair waits for the other. */
  private boolean encodeNext() throws IOException {
    chars.compact();
    int read = text.read(chars);
    chars.flip();
    bytes.clear();
    encoder.encode(chars, bytes, read < 0);
    bytes.flip();
    return read >= 0;
  }
}
