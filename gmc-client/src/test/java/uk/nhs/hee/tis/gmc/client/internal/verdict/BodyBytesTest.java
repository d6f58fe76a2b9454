package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyBytesTest {

  @Test
  void anEmptyBodyIsEmptyText() {
    assertThat(BodyBytes.text(new byte[0])).isEmpty();
  }

  @Test
  void theTextIsUtf8AndWhatIsNoneIsMarked() {
    assertThat(BodyBytes.text("caf\u00e9 \u20ac".getBytes(UTF_8))).isEqualTo("caf\u00e9 \u20ac");
    assertThat(BodyBytes.text(new byte[] {'a', (byte) 0xEF, (byte) 0xBB})).isEqualTo("a\uFFFD");
    assertThat(BodyBytes.text(new byte[] {'a', 0x1A})).isEqualTo("a\uFFFD");
  }

  @Test
  void noMoreThanTheLimitIsLookedAt() {
    byte[] body = "x".repeat(BodyBytes.LIMIT + 1).getBytes(UTF_8);

    assertThat(BodyBytes.text(body)).isEqualTo("x".repeat(BodyBytes.LIMIT));
  }
}
