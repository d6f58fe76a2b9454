package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudflarePageTest {
  private static final String CODE = "<b class=cf-error-code>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p id=cf-wrapper><b class=cf-error-code>Error 1020</b>",
        "<p><b class=cf-error-code>none</b><b class=cf-error-code>12 1020",
        "<p id=cf-wrapper><script>x = {errorCode: 1020}",
        "<p id=cf-wrapper><script>x = {errorCode : 'none', 'errorCode' : '1020'}",
        "<p id=cf-wrapper><script>errorCode=1020",
        "errorCode: 1020 <html><p id=cf-wrapper>",
        "<p id=cf-wrapper><b class=code-label>Error code 1020",
        "<p id=cf-wrapper><a href=/error-x><a href=/error-1020/>",
        "<p id=cf-wrapper><b data-translate=error>Fehler</b> <i>1020</i>"
      })
  void theCodeIsReadFromWhereverThePageKeepsIt(String page) {
    assertThat(code(page)).hasValue(1020);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>",
        "<p>Error code 1020",
        "<p><script>errorCode: 1020",
        "<p id=cf-wrapper>",
        "<p id=cf-wrapper>1020",
        "<p id=cf-wrapper><b class=cf-error-code>999 2000 10200 403",
        "<p id=cf-wrapper><b class=cf-error-code></b>1020",
        "<p id=cf-wrapper><script>errorCode",
        "<p id=cf-wrapper><script>errorCode: x1020",
        "<p id=cf-wrapper><script>errorCode: 10200",
        "<p id=cf-wrapper><script>errorCode           : 1020",
        "<p id=cf-wrapper><a href=/error-"
      })
  void elsewhereThereIsNoCode(String page) {
    assertThat(code(page)).isEmpty();
  }

  @Test
  void theSurestPlaceCounts() {
    assertThat(
            code(
                "<p><i data-translate=error>1001</i><a href=/error-1003/><script>errorCode=1005"
                    + "</script><b class=code-label>1006</b><b class=cf-error-code>1020</b>"))
        .hasValue(1020);
  }

  @Test
  void aPageFullOfPlacesForACodeIsGivenUp() {
    assertThat(code("<p>" + CODE.repeat(19) + CODE + "1020")).hasValue(1020);
    assertThat(code("<p>" + CODE.repeat(20) + CODE + "1020")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1020,1020", "520,520", "99,-1", "10200,-1", "'',-1", "1o20,-1"})
  void onlyDigitsThatCanBeACodeAreOne(String digits, int code) {
    assertThat(CloudflarePage.code(digits).orElse(-1)).isEqualTo(code);
  }

  @Test
  void theMarkThatAPageWasKnownByIsNamed() {
    assertThat(page("<p class=cf-error-code id=cf-wrapper>").id()).contains("cf-wrapper");
    assertThat(page("<p>cf-wrapper").id()).isEmpty();
  }

  private static OptionalInt code(String page) {
    return page(page).code();
  }

  private static CloudflarePage page(String page) {
    return new CloudflarePage(Page.of(page));
  }
}
