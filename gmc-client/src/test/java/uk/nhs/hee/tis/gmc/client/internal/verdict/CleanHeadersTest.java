package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class CleanHeadersTest {

  @Test
  void blankValuesDoNotCount() {
    CleanHeaders headers = Answers.headers("Via: ", "VIA:  one \u0007two ", "X:\t");

    assertThat(headers.has("via")).isTrue();
    assertThat(headers.first("via")).isEqualTo("one two");
    assertThat(headers.all("via")).containsExactly("one two");
    assertThat(headers.has("X")).isFalse();
    assertThat(headers.first("X")).isNull();
    assertThat(headers.has("Y")).isFalse();
  }

  @Test
  void noMoreThanTwentyValuesAreRead() {
    String[] lines = Collections.nCopies(21, "Via: x").toArray(new String[0]);

    assertThat(Answers.headers(lines).all("Via")).isEqualTo(Collections.nCopies(20, "x"));
  }

  @Test
  void anyValueIsSearchedWhateverItsCase() {
    CleanHeaders headers = Answers.headers("Server: one", "Server: Microsoft-IIS/10.0");

    assertThat(headers.contains("Server", "iis")).isTrue();
    assertThat(headers.contains("Server", "nginx")).isFalse();
    assertThat(headers.contains("Via", "")).isFalse();
    assertThat(headers.startsWith("Server", "microsoft")).isTrue();
    assertThat(headers.startsWith("Server", "iis")).isFalse();
  }

  @Test
  void namesAreSearchedByTheirBeginningWhateverTheirCase() {
    CleanHeaders headers = Answers.headers("CF-Access-Domain: x");

    assertThat(headers.anyNameStartsWith("cf-access-")).isTrue();
    assertThat(headers.anyNameStartsWith("access-")).isFalse();
    assertThat(Answers.headers().anyNameStartsWith("")).isFalse();
  }

  @Test
  void aHeaderIsShownWithAShortPieceOfItsFirstValue() {
    CleanHeaders headers = Answers.headers("Via: " + "x".repeat(81), "Via: y");

    assertThat(headers.shown("via")).isEqualTo("header via: " + "x".repeat(80));
    assertThat(headers.shown("Server")).isEqualTo("header Server: ");
  }
}
