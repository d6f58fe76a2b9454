package uk.nhs.hee.tis.gmc.client.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
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

  private static InputStream decoded(InputStream raw) {
    return new DecodedBody(raw);
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
