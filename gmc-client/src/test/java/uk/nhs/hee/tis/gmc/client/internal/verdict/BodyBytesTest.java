package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyBytesTest {

  @Test
  void anEmptyBodyIsEmptyText() {
    assertThat(BodyBytes.text(new byte[0], null)).isEmpty();
  }

  @Test
  void withoutADeclarationTheTextIsUtf8() {
    assertThat(BodyBytes.text("caf\u00e9 \u20ac".getBytes(UTF_8), null))
        .isEqualTo("caf\u00e9 \u20ac");
  }

  @Test
  void aByteOrderMarkAloneIsEmptyText() {
    assertThat(BodyBytes.text(bytes(0xEF, 0xBB, 0xBF), null)).isEmpty();
    assertThat(BodyBytes.text(bytes(0xFE, 0xFF), null)).isEmpty();
    assertThat(BodyBytes.text(bytes(0xFF, 0xFE), null)).isEmpty();
  }

  @Test
  void aPartOfAByteOrderMarkIsNone() {
    assertThat(BodyBytes.text(bytes(0xEF, 0xBB), null)).isEqualTo("\uFFFD");
  }

  @Test
  void utf16IsKnownByItsZeroBytes() {
    assertThat(BodyBytes.text("<a>".getBytes(UTF_16BE), null)).isEqualTo("<a>");
    assertThat(BodyBytes.text("ab".getBytes(UTF_16LE), null)).isEqualTo("ab");
  }

  @Test
  void zeroBytesElsewhereAreNotUtf16() {
    assertThat(BodyBytes.text(bytes('a', 0, 'b'), null)).isEqualTo("a\0b");
    assertThat(BodyBytes.text(bytes('a', 0, 'b', 'c'), null)).isEqualTo("a\0bc");
    assertThat(BodyBytes.text(bytes('a', 'b', 'c', 0), null)).isEqualTo("abc\0");
    assertThat(BodyBytes.text(bytes(0, 0, 0, 0), null)).isEqualTo("\0\0\0\0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "charset=iso-8859-1",
        "text/html; charset=ISO-8859-1",
        "text/html; charset=\"iso-8859-1\"",
        "text/html; charset='iso-8859-1'",
        "text/html; charset= iso-8859-1; x=y"
      })
  void theCharsetOfTheContentTypeCounts(String contentType) {
    assertThat(BodyBytes.text("caf\u00e9".getBytes(ISO_8859_1), contentType))
        .isEqualTo("caf\u00e9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<meta charset=iso-8859-1>\u00e9",
        "<meta content=\"text/html; charset=iso-8859-1\">\u00e9",
        "<?xml version='1.0' encoding='iso-8859-1'?>\u00e9",
        "<?XML encoding=iso-8859-1?>\u00e9"
      })
  void theCharsetThatTheBodyDeclaresCountsWithoutOneInTheContentType(String body) {
    assertThat(BodyBytes.text(body.getBytes(ISO_8859_1), "text/html")).isEqualTo(body);
    assertThat(BodyBytes.text(body.getBytes(ISO_8859_1), null)).isEqualTo(body);
  }

  @Test
  void theContentTypeOverrulesTheBody() {
    String body = "<meta charset=utf-8>\u00e9";

    assertThat(BodyBytes.text(body.getBytes(ISO_8859_1), "text/html; charset=iso-8859-1"))
        .isEqualTo(body);
  }

  @Test
  void anEncodingOutsideAnXmlDeclarationDeclaresNothing() {
    assertThat(BodyBytes.text("<p encoding=iso-8859-1>\u00e9".getBytes(ISO_8859_1), null))
        .isEqualTo("<p encoding=iso-8859-1>\uFFFD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "charset=",
        "charset=\"",
        "charset=no-such-charset",
        "charset=-",
        "charset=utf-16",
        "charset=cp037"
      })
  void aCharsetThatIsMissingUnknownOrCannotBeTrueIsIgnored(String contentType) {
    assertThat(BodyBytes.text("caf\u00e9".getBytes(UTF_8), contentType)).isEqualTo("caf\u00e9");
  }

  @Test
  void theLongestNameOfACharsetIsRead() {
    String name = "Extended_UNIX_Code_Packed_Format_for_Japanese";

    assertThat(BodyBytes.text("\u65e5".getBytes(Charset.forName(name)), "charset=" + name))
        .isEqualTo("\u65e5");
  }

  @Test
  void whatWasPackedTwiceIsUnpackedAndWhatWasPackedAgainIsNot() {
    byte[] twice = CorpusCase.gzip(CorpusCase.gzip("inside".getBytes(UTF_8)));

    assertThat(BodyBytes.text(twice, null)).isEqualTo("inside");
    assertThat(BodyBytes.text(CorpusCase.gzip(twice), null))
        .isEqualTo(new String(CorpusCase.gzip("inside".getBytes(UTF_8)), UTF_8));
  }

  @Test
  void packedBytesThatBreakOffGiveWhatCameOutBefore() {
    byte[] packed = CorpusCase.gzip("error code: 1020".getBytes(UTF_8));

    assertThat(BodyBytes.text(Arrays.copyOf(packed, packed.length - 4), null))
        .isEqualTo("error code: 1020");
    assertThat(BodyBytes.text(Arrays.copyOf(packed, 5), null)).isEmpty();
  }

  @Test
  void noMoreThanTheLimitIsLookedAtPackedOrNot() {
    byte[] body = "x".repeat(BodyBytes.LIMIT + 1).getBytes(UTF_8);
    String beginning = "x".repeat(BodyBytes.LIMIT);

    assertThat(BodyBytes.text(body, null)).isEqualTo(beginning);
    assertThat(BodyBytes.text(CorpusCase.gzip(body), null)).isEqualTo(beginning);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
