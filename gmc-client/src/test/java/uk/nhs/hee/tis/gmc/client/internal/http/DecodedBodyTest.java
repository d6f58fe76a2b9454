package uk.nhs.hee.tis.gmc.client.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;

/** Gzip undone to its last byte, however the bytes arrive. */
class DecodedBodyTest {
  private static final byte[] TEXT = "<list>of doctors</list>".repeat(50).getBytes(UTF_8);
  private static final byte[] PACKED = HttpReply.gzip(TEXT);

  @Test
  void plainBytesPassAsTheyAre() throws IOException {
    for (byte[] plain : new byte[][] {TEXT, {}, {0x1f}, {0x1f, 0x20}}) {
      assertThat(decoded(new ByteArrayInputStream(plain)).readAllBytes()).isEqualTo(plain);
    }
  }

  @Test
  void aPackedBodyIsUnpackedWhereverItIsSplit() throws IOException {
    for (int split = 0; split <= PACKED.length; split++) {
      assertThat(decoded(pieces(PACKED, split)).readAllBytes()).isEqualTo(TEXT);
    }
  }

  @Test
  void everyCutOfAPackedBodyFails() {
    for (int cut = 2; cut < PACKED.length; cut++) {
      InputStream in = decoded(new ByteArrayInputStream(PACKED, 0, cut));

      assertThatThrownBy(in::readAllBytes).as("cut at %d", cut).isInstanceOf(IOException.class);
    }
  }

  @Test
  void garbageBehindTheEndFailsWhereverItIsSplit() {
    for (int garbage = 1; garbage <= 40; garbage++) {
      byte[] bytes = Arrays.copyOf(PACKED, PACKED.length + garbage);
      for (int split = PACKED.length - 12; split <= bytes.length; split++) {
        InputStream in = decoded(pieces(bytes, split));

        assertThatThrownBy(in::readAllBytes)
            .as("%d bytes of garbage, split at %d", garbage, split)
            .isInstanceOf(ZipException.class)
            .hasMessage("bytes follow the end of the gzip stream");
      }
    }
  }

  @Test
  void everyOptionalPartOfAHeaderIsPassedOver() throws IOException {
    for (int flags = 0; flags < 32; flags++) {
      byte[] packed = withHeader(flags);

      assertThat(decoded(new ByteArrayInputStream(packed)).readAllBytes())
          .as("flags %d", flags)
          .isEqualTo(TEXT);
    }
  }

  @Test
  void aWrongChecksumOrLengthFails() {
    for (int back = 1; back <= 8; back++) {
      byte[] wrong = PACKED.clone();
      wrong[wrong.length - back] ^= 1;
      InputStream in = decoded(new ByteArrayInputStream(wrong));

      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(ZipException.class)
          .hasMessage("the gzip stream does not match its checksum");
    }
  }

  @Test
  void brokenDeflateFails() {
    byte[] broken = PACKED.clone();
    Arrays.fill(broken, 10, 14, (byte) 0xff);
    InputStream in = decoded(new ByteArrayInputStream(broken));

    assertThatThrownBy(in::readAllBytes)
        .isInstanceOf(ZipException.class)
        .hasMessage("the gzip stream is broken");
  }

  @Test
  void aSecondMemberIsReadWhereverItIsSplit() throws IOException {
    byte[] twice = Arrays.copyOf(PACKED, PACKED.length * 2);
    System.arraycopy(PACKED, 0, twice, PACKED.length, PACKED.length);
    byte[] expected = Arrays.copyOf(TEXT, TEXT.length * 2);
    System.arraycopy(TEXT, 0, expected, TEXT.length, TEXT.length);

    for (int split = 0; split <= twice.length; split++) {
      assertThat(decoded(pieces(twice, split)).readAllBytes())
          .as("split at %d", split)
          .isEqualTo(expected);
    }
  }

  /** The packed text behind a header with the optional parts that the flags name. */
  private static byte[] withHeader(int flags) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, (byte) flags, 1, 2, 3, 4, 5, 6});
    if ((flags & 4) != 0) {
      out.writeBytes(new byte[] {3, 0, 'x', 0, 'y'});
    }
    if ((flags & 8) != 0) {
      out.writeBytes(new byte[] {'n', 'a', 'm', 'e', 0});
    }
    if ((flags & 16) != 0) {
      out.writeBytes(new byte[] {0});
    }
    if ((flags & 2) != 0) {
      out.writeBytes(new byte[] {9, 9});
    }
    out.write(PACKED, 10, PACKED.length - 10);
    return out.toByteArray();
  }

  private static InputStream decoded(InputStream raw) {
    return new DecodedBody(raw, null);
  }

  /** The bytes in two pieces, as they may arrive from a socket. */
  private static InputStream pieces(byte[] bytes, int split) {
    Queue<InputStream> pieces = new ArrayDeque<>();
    pieces.add(new ByteArrayInputStream(bytes, 0, split));
    pieces.add(new ByteArrayInputStream(bytes, split, bytes.length - split));
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        while (length > 0 && pieces.peek() != null) {
          int count = pieces.peek().read(into, offset, length);
          if (count > 0) {
            return count;
          }
          pieces.remove();
        }
        return length == 0 ? 0 : -1;
      }

      @Override
      public int available() throws IOException {
        InputStream piece = pieces.peek();
        return piece == null ? 0 : piece.available();
      }
    };
  }
}
