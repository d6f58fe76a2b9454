package uk.nhs.hee.tis.gmc.client.internal.soap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writings of a value that a page makes by accident: half escaped, mistaken, cut or marked up. */
class OddlyWrittenValuesTest {

  private static SentValues sent(String... values) {
    return SentValues.of(List.of(values));
  }

  private static String base64(String text, Charset charset) {
    return Base64.getEncoder().encodeToString(text.getBytes(charset));
  }

  static Stream<Arguments> writings() {
    return Stream.of(
        Arguments.of("Quillfeather", "Quill<b title=\"a>b\">feather</b>"),
        Arguments.of("Quillfeather", "Quill<b title='a>b' c=\">\">feather</b>"),
        Arguments.of("Quillfeather", "Quill<!-- a > b, c < d -->feather"),
        Arguments.of("Quillfeather", "Quill<b\n class=x\n>feather</b>"),
        Arguments.of("Quillfeather", "Quill&lt;wbr&gt;feather"),
        Arguments.of("Quillfeather", "Q u i l l f e a t h e r"),
        Arguments.of("Quillfeather", "Q.u.i.l.l.f.e.a.t.h.e.r"),
        Arguments.of("Quillfeather", "Quill\\nfeather"),
        Arguments.of("Quillfeather", "Quill&shy;feather"),
        Arguments.of("Quillfeather", "Quill&ZeroWidthSpace;feather"),
        Arguments.of("Quillfeather", "Quill&#0000000173;feather"),
        Arguments.of("Quillfeather", "&#0000000081uillfeather"),
        Arguments.of("Quillfeather", "%u0051uillfeather"),
        Arguments.of("Quillfeather", "\uFF31uillfeather"),
        Arguments.of("O'Brien-Smith", "O\u2019Brien\u2013Smith"),
        Arguments.of("O'Brien-Smith", "O&rsquo;Brien&ndash;Smith"),
        Arguments.of("D'Arcy & Webb", "D&#39Arcy &amp Webb"),
        Arguments.of("Zo\u00eb S\u00f8n\u00dfen", "Zo&euml; S&oslash;n&szlig;en"),
        Arguments.of("Zo\u00eb S\u00f8n\u00dfen", "ZOE SONSSEN"),
        Arguments.of("Zo\u00eb S\u00f8n\u00dfen", "Zo? S?n?en"),
        Arguments.of("Zo\u00eb S\u00f8n\u00dfen", "Zo\uFFFD S\uFFFDn\uFFFDen"),
        Arguments.of(
            "Zo\u00eb S\u00f8n", new String("Zo\u00eb S\u00f8n".getBytes(UTF_8), ISO_8859_1)),
        Arguments.of("Zo\u00eb S\u00f8n", base64("x:Zo\u00eb S\u00f8n", UTF_8)),
        Arguments.of("Zo\u00eb S\u00f8n", base64("x:Zo\u00eb S\u00f8n", ISO_8859_1)),
        Arguments.of("Quillfeather", base64("Quillfeather", UTF_16LE)),
        Arguments.of("Quillfeather", "Authorization: Basic " + base64("u:Quillfeather", UTF_8)),
        Arguments.of("Quillfeather", "data " + base64("QUILLFEATHER", UTF_8) + " end"),
        Arguments.of("Quillfeather", folded(base64("some-one:Quillfeather:x", UTF_8), "\r\n  ")),
        Arguments.of("Quillfeather", folded(base64("some-one:Quillfeather:x", UTF_8), "<br>\n")),
        Arguments.of(
            "Quill>>>???feather",
            base64("Quill>>>???feather", UTF_8).replace("+", "%2B").replace("/", "%2f")),
        Arguments.of("NHS\\jsmith", "NHS\\\\jsmith"),
        Arguments.of("NHS\\jsmith", "NHS%5Cjsmith"),
        Arguments.of("!\"\u00a3$%^&*()", "!&quot;&pound;&dollar;&percnt;^&amp;&ast;&lpar;&rpar;"),
        Arguments.of("7000001", "70 000-01"),
        Arguments.of("0161 496 0000", "0161-496-0000"));
  }

  private static String folded(String text, String fold) {
    return text.substring(0, 11) + fold + text.substring(11);
  }

  @ParameterizedTest
  @MethodSource("writings")
  void aValueIsFound(String value, String written) {
    String page = "<html><p>You sent " + written + " today</p></html>";

    assertThat(sent(value).appearIn(written)).as(written).isTrue();
    assertThat(sent(value).appearOnPage(page)).as(page).isTrue();
    assertThat(sent("Rookwhistle").appearOnPage(page)).as(page).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"You sent Quillfea", "You sent Quillf\u2026", "You sent <b>Quillfeat"})
  void aTextThatBreaksOffWithinAValueIsFound(String text) {
    assertThat(sent("Quillfeather").appearIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"You sent Quil", "You sent a quill pen", "Quillfea was not sent", ""})
  void aTextThatHoldsOnlyTheBeginningOfAValueIsNot(String text) {
    assertThat(sent("Quillfeather").appearIn(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ul><li>Blocked</ul>",
        "<meta name=viewport content='initial-scale=1'>",
        "HTTP/1.1 403",
        "1.1 varnish",
        "error 1020"
      })
  void aShortValueIsNotFoundInMarkupOrWithinAWord(String page) {
    SentValues sent = sent("Li", "1");

    assertThat(sent.appearOnPage(page)).isFalse();
    assertThat(sent.appearIn(page.replaceAll("<[^>]*>", " "))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"for Dr Li.", "user=1", "1", "\"1\"", "user 1, blocked", "LI"})
  void aShortValueIsFoundAsAWordOfItsOwn(String shown) {
    assertThat(sent("Li", "1").appearIn(shown)).isTrue();
  }

  @Test
  void nothingWasSentThatIsEmptyOrBlank() {
    assertThat(sent("", " ", "\u00ad").appearIn("any text at all")).isFalse();
    assertThat(SentValues.none().appearIn("any text at all")).isFalse();
  }

  @Test
  void furtherValuesAreLookedForToo() {
    SentValues sent = sent("Quillfeather").and(() -> List.of("s3cr3t-key"));

    assertThat(sent.appearIn("You sent S3CR3T-KEY")).isTrue();
    assertThat(sent.appearIn("You sent quillfeather")).isTrue();
  }

  @Test
  void aPageThatCanBeReadInTooManyWaysIsTakenToHoldThem() {
    String page = "<a title='%2525253c&amp;amp;lt;b'>x\\\\<!-- > -->%2541".repeat(20_000);

    assertThat(sent("Quillfeather").appearOnPage(page)).isTrue();
    assertThat(sent("Quillfeather").appearOnPage(page.substring(0, 50_000))).isFalse();
    assertThat(SentValues.none().appearOnPage(page)).isFalse();
  }

  @Test
  void neitherTheValuesNorAnyOfThemAreTold() {
    Object values = sent("Quillfeather");

    assertThat(values.toString()).doesNotContainIgnoringCase("quill");
  }
}
