package uk.nhs.hee.tis.gmc.client.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;

/** Whatever was done to a body on its way, the text that comes out of it is the same. */
class DecodedTextTest {
  private static final String BAD = "\u001A";

  @Test
  void withoutADeclarationTheTextIsUtf8() throws IOException {
    assertThat(text(new byte[0], null)).isEmpty();
    assertThat(text("caf\u00e9 \u20ac".getBytes(UTF_8), null)).isEqualTo("caf\u00e9 \u20ac");
  }

  @Test
  void aByteOrderMarkAloneIsEmptyText() throws IOException {
    assertThat(text(bytes(0xEF, 0xBB, 0xBF), null)).isEmpty();
    assertThat(text(bytes(0xFE, 0xFF), null)).isEmpty();
    assertThat(text(bytes(0xFF, 0xFE), null)).isEmpty();
  }

  @Test
  void byteOrderMarksGoAndLineBreaksBeforeTheDeclarationStay() throws IOException {
    String mark = "\uFEFF";
    String xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?><a>\u00e9</a>";
    String bare = " ".repeat(xml.indexOf("<a>")) + "<a>\u00e9</a>";

    assertThat(text(xml.getBytes(UTF_8), null)).isEqualTo(bare);
    assertThat(text((mark + mark + mark + xml).getBytes(UTF_8), null)).isEqualTo(bare);
    assertThat(text((mark + "\r\n\n " + mark + xml).getBytes(UTF_8), null))
        .isEqualTo("\r\n\n " + bare);
    assertThat(text((" \n".repeat(5000) + xml).getBytes(UTF_8), null))
        .isEqualTo(" \n".repeat(5000) + bare);
    assertThat(text((mark + mark + "\n" + xml).getBytes(UTF_16LE), null)).isEqualTo("\n" + bare);
    assertThat(text(("\n" + xml).getBytes(UTF_16LE), null)).isEqualTo("\n" + bare);
    assertThat(text(("\n" + xml).getBytes(UTF_16BE), null)).isEqualTo("\n" + bare);
  }

  @Test
  void aDeclarationThatDoesNotEndIsLeftAlone() throws IOException {
    for (String start : new String[] {"<?xml", "<?xml ", "<?xml version", "<?xmlish ?><a/>"}) {
      assertThat(text(start.getBytes(UTF_8), null)).isEqualTo(start);
    }
  }

  @Test
  void aByteOrderMarkOverrulesTheContentType() throws IOException {
    assertThat(text("\uFEFF\u00e9".getBytes(UTF_8), "text/xml; charset=iso-8859-1"))
        .isEqualTo("\u00e9");
    assertThat(text("<\u00e9".getBytes(UTF_16), "text/xml; charset=utf-8")).isEqualTo("<\u00e9");
  }

  @Test
  void utf16IsKnownByItsZeroBytes() throws IOException {
    assertThat(text("<a>".getBytes(UTF_16BE), null)).isEqualTo("<a>");
    assertThat(text("ab".getBytes(UTF_16LE), null)).isEqualTo("ab");
  }

  @Test
  void zeroBytesElsewhereAreNotUtf16() throws IOException {
    for (byte[] bytes :
        new byte[][] {{'a', 0, 'b'}, {'a', 0, 'b', 'c'}, {'a', 'b', 'c', 0}, {0, 0, 0, 0}}) {
      assertThat(text(bytes, null)).isEqualTo(new String(bytes, UTF_8));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "charset=iso-8859-1",
        "text/html; charset=ISO-8859-1",
        "text/html; charset=\"iso-8859-1\"",
        "text/html; charset='iso-8859-1'",
        "text/html; Charset = iso-8859-1; x=y",
        "text/html; xcharset=utf-8;charset=latin1"
      })
  void theCharsetOfTheContentTypeCounts(String contentType) throws IOException {
    assertThat(text("caf\u00e9".getBytes(ISO_8859_1), contentType)).isEqualTo("caf\u00e9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<meta charset=iso-8859-1>\u00e9",
        "<html><meta name=x content=y><meta charset=iso-8859-1>\u00e9",
        "<meta content=\"text/html; charset=iso-8859-1\">\u00e9"
      })
  void theCharsetThatAPageDeclaresCountsWithoutOneInTheContentType(String body) throws IOException {
    assertThat(text(body.getBytes(ISO_8859_1), "text/html")).isEqualTo(body);
    assertThat(text(body.getBytes(ISO_8859_1), null)).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version='1.0' encoding='iso-8859-1'?>",
        "<?XML encoding=iso-8859-1?>",
        "<?xml version=\"1.0\"\n encoding = \"windows-1252\" standalone=\"yes\"?>"
      })
  void theXmlDeclarationCountsWithoutACharsetInTheContentType(String declaration)
      throws IOException {
    byte[] body = (declaration + "\u00e9").getBytes(ISO_8859_1);
    String expected = declaration.replaceAll("[^\\s]", " ") + "\u00e9";

    assertThat(text(body, "text/xml")).isEqualTo(expected);
    assertThat(text(body, null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "utf-8, iso-8859-1",
    "UTF-8, utf-16",
    "utf8, no-such-charset",
    "us-ascii, iso-8859-1",
    "ascii, us-ascii"
  })
  void theContentTypeOverrulesTheDeclaration(String charset, String declared) throws IOException {
    String xml = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?><a>Zo\u00eb</a>";

    assertThat(text(xml.getBytes(UTF_8), "text/xml; charset=" + charset).strip())
        .isEqualTo("<a>Zo\u00eb</a>");
  }

  @Test
  void theContentTypeOverrulesAPage() throws IOException {
    String body = "<meta charset=utf-8>\u00e9";

    assertThat(text(body.getBytes(ISO_8859_1), "text/html; charset=iso-8859-1")).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p encoding=iso-8859-1>\u00e9",
        "<p>charset=iso-8859-1</p>\u00e9",
        "<a><![CDATA[charset=iso-8859-1]]>\u00e9",
        "<s:Envelope><![CDATA[<meta charset=iso-8859-1>]]>\u00e9"
      })
  void wordsOfTheDataDeclareNothing(String body) throws IOException {
    assertThat(text(body.getBytes(UTF_8), null)).isEqualTo(body);
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
  void aCharsetThatIsMissingUnknownOrCannotBeTrueIsIgnored(String contentType) throws IOException {
    assertThat(text("caf\u00e9".getBytes(UTF_8), contentType)).isEqualTo("caf\u00e9");
  }

  @Test
  void aLongTextOfAnotherCharsetIsWholeWhereverItIsSplit() throws IOException {
    String text = "\u65e5\u672c\ud83d\ude00x".repeat(5000);

    for (Charset charset : new Charset[] {Charset.forName("GB18030"), UTF_8}) {
      assertThat(text(text.getBytes(charset), "text/xml; charset=" + charset)).isEqualTo(text);
    }
    assertThat(text(text.getBytes(UTF_16), null)).isEqualTo(text);
  }

  @Test
  void eachByteThatIsNoTextBecomesOneSubstitute() throws IOException {
    assertThat(text(bytes('O', 0x92, 'x'), null)).isEqualTo("O" + BAD + "x");
    assertThat(text(bytes('a', 0xEF, 0xBB, 'x'), null)).isEqualTo("a" + BAD + BAD + "x");
    assertThat(text(bytes(0xC0, 0xBC, 'x'), null)).isEqualTo(BAD + BAD + "x");
    assertThat(text(bytes(0xED, 0xA0, 0x80, 'x'), null)).isEqualTo(BAD + BAD + BAD + "x");
    assertThat(text(bytes(0xF4, 0x90, 0x80, 0x80), null)).isEqualTo(BAD.repeat(4));
    assertThat(text(bytes(0xE0, 0x80, 0x80), null)).isEqualTo(BAD.repeat(3));
    assertThat(text(bytes(0xF0, 0x80, 0x80, 0x80), null)).isEqualTo(BAD.repeat(4));
    assertThat(text(bytes('a', 0x81, 'b'), "text/xml; charset=windows-1252"))
        .isEqualTo("a" + BAD + "b");
  }

  @Test
  void whatIsUtf8PassesAsItIsHoweverItArrives() throws IOException {
    String text = "a\u00e9\u20ac\ud83d\ude00\uFFFD\uD7FF\uE000".repeat(300);
    byte[] bytes = text.getBytes(UTF_8);
    Random random = new Random(2027);
    for (int round = 0; round < 200; round++) {
      int split = random.nextInt(bytes.length);
      InputStream in =
          new DecodedBody(
              new SequenceInputStream(
                  new ByteArrayInputStream(bytes, 0, split),
                  new ByteArrayInputStream(bytes, split, bytes.length - split)),
              null);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 + random.nextInt(round < 100 ? 8 : 600)];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }

      assertThat(out.toString(UTF_8)).isEqualTo(text);
    }
  }

  @Test
  void anEndInsideACharacterFails() {
    byte[] bytes = ("x".repeat(3000) + "\u20ac").getBytes(UTF_8);
    for (int missing = 1; missing <= 2; missing++) {
      InputStream in =
          new DecodedBody(new ByteArrayInputStream(bytes, 0, bytes.length - missing), null);

      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(EOFException.class)
          .hasMessage("the answer ended inside a character");
    }
  }

  @Test
  void whatWasPackedTwiceIsUnpackedAndWhatWasPackedAgainFails() throws IOException {
    byte[] twice = HttpReply.gzip(HttpReply.gzip("inside".getBytes(UTF_8)));

    assertThat(text(twice, null)).isEqualTo("inside");
    assertThatThrownBy(() -> text(HttpReply.gzip(twice), null))
        .isInstanceOf(BodyPackedTooOftenException.class)
        .hasMessage("the answer is gzipped more than 2 times over");
    assertThat(DecodedBody.of(HttpReply.gzip(twice), null)).isEmpty();
  }

  @Test
  void whatArrivesBeforeABodyBreaksIsGivenFirst() {
    byte[] packed = HttpReply.gzip("error code: 1020".getBytes(UTF_8));
    byte[] cut = Arrays.copyOf(packed, packed.length - 4);

    assertThat(new String(DecodedBody.of(cut, null), UTF_8)).isEqualTo("error code: 1020");
    assertThatThrownBy(() -> text(cut, null)).isInstanceOf(IOException.class);
  }

  private static String text(byte[] body, @Nullable String contentType) throws IOException {
    InputStream in = new DecodedBody(new ByteArrayInputStream(body), contentType);
    return new String(in.readAllBytes(), UTF_8);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
