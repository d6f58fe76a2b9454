package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
  private static final String MARK = "cf-mark";

  /** How far before a value its attribute, and before an attribute its tag, may begin. */
  private static final int TAG_LENGTH = 1000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p id=cf-mark>",
        "<p id='cf-mark'>",
        "<p id=\"cf-mark\">",
        "<p id =cf-mark>",
        "<p\tid  =  cf-mark>",
        "<p class=\"one two:three cf-mark four\">",
        "<p data-translate='cf-mark'>",
        "<p title='x'class='cf-mark'>",
        "<p/id=cf-mark>",
        "<p id=cf-mark",
        "cf-mark <html><p id=cf-mark>",
        "cf-mark <html><p id=cf-marks><p id=cf-mark>"
      })
  void anIdAClassOrATranslationKeyOfATagIsFound(String page) {
    assertThat(markup(page).indexOf(MARK, 0)).isEqualTo(page.lastIndexOf(MARK));
    assertThat(markup(page).has(MARK)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>cf-mark</p>",
        "<p>id=cf-mark</p>",
        "<p id=cf-marks>",
        "<p id=my-cf-mark>",
        "<p id=cf-mark_1>",
        "<p name=cf-mark>",
        "<p data-id=cf-mark>",
        "<p x.id=cf-mark>",
        "<p id=x/cf-mark>",
        "<p =cf-mark>",
        "</p id=cf-mark>",
        "<p> < id=cf-mark>",
        "<p><!-- id=cf-mark -->",
        "cf-mark <html>",
        "=cf-mark <html>",
        " =cf-mark <html>",
        "id=cf-mark <html>",
        "say id=cf-mark <html>",
        "xcf-mark <html>"
      })
  void theSameWordElsewhereIsNotFound(String page) {
    assertThat(markup(page).indexOf(MARK, 0)).isEqualTo(-1);
    assertThat(markup(page).has(MARK)).isFalse();
  }

  @Test
  void aPageThatIsNoHtmlHasNoMarkup() {
    assertThat(markup("{\"x\": \"<p id=cf-mark>\"}").has(MARK)).isFalse();
    assertThat(markup("<a:b id=\"cf-mark\"/>").has(MARK)).isFalse();
  }

  @Test
  void theSearchBeginsWhereItIsTold() {
    String page = "<p id=cf-mark><p id=cf-mark>";

    assertThat(markup(page).indexOf(MARK, 6)).isEqualTo(6);
    assertThat(markup(page).indexOf(MARK, 7)).isEqualTo(20);
    assertThat(markup(page).indexOf(MARK, 21)).isEqualTo(-1);
  }

  @Test
  void aWordThatIsOnThePageTooOftenIsGivenUp() {
    String tag = "<p id=cf-mark>";

    assertThat(markup("<p>" + "cf-mark ".repeat(199) + tag).has(MARK)).isTrue();
    assertThat(markup("<p>" + "cf-mark ".repeat(200) + tag).has(MARK)).isFalse();
  }

  @Test
  void aValueThatBeginsTooFarBeforeTheWordIsNone() {
    String longest = "x ".repeat(TAG_LENGTH / 2 - 1) + "x";

    assertThat(markup("<p id=" + longest + " cf-mark>").has(MARK)).isFalse();
    assertThat(markup("<p id=" + longest.substring(1) + " cf-mark>").has(MARK)).isTrue();
  }

  @Test
  void aTagThatBeginsTooFarBeforeTheAttributeIsNone() {
    String longest = "<p " + "x".repeat(TAG_LENGTH - 4) + " id=cf-mark>";

    assertThat(markup(longest).has(MARK)).isTrue();
    assertThat(markup(longest.replace("<p ", "<p  ")).has(MARK)).isFalse();
  }

  @Test
  void theTextOfAnElementEndsAtTheNextTagOrAtTheLimit() {
    Markup markup = markup("<p id=cf-mark title=x>Some text<br>more");

    assertThat(markup.textOfElement(6, 100)).isEqualTo("some text");
    assertThat(markup.textOfElement(6, 4)).isEqualTo("some");
    assertThat(markup.textOfElement(6, 0)).isEmpty();
  }

  @Test
  void theTextOfAnElementMayEndWithThePage() {
    assertThat(markup("<p id=cf-mark>text").textOfElement(6, 100)).isEqualTo("text");
    assertThat(markup("<p id=cf-mark>").textOfElement(6, 100)).isEmpty();
    assertThat(markup("<p id=cf-mark").textOfElement(6, 100)).isEmpty();
  }

  @Test
  void aTagOfAnyLengthIsNoText() {
    String page = "<p id=cf-mark title='" + "1020 ".repeat(TAG_LENGTH) + "'>text";

    assertThat(markup(page).textOfElement(6, 100)).isEqualTo("text");
    assertThat(markup(page).textAfterTag(6, 100)).isEqualTo("text");
  }

  @Test
  void theTextAfterATagHasNoTagsAndEndsAtTheLimit() {
    Markup markup = markup("<p id=cf-mark>Error <b class=x>1020</b>!");

    assertThat(markup.textAfterTag(6, 100)).isEqualTo("error   1020  !");
    assertThat(markup.textAfterTag(6, 5)).isEqualTo("error");
    assertThat(markup.textAfterTag(6, 0)).isEmpty();
  }

  private static Markup markup(String page) {
    return new Markup(Page.of(page));
  }
}
