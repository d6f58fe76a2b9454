package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {
  private static final int LENGTH = 600;

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "<doctors>text</doctors>", "<html></html>", "<p>\u0007</p>"})
  void anEmptyPageAndXmlHaveNoExcerpt(String page) {
    assertThat(excerpt(page)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "<p>Some<br/>text</p>,Some text",
        "<html><!-- a > b -->text,text",
        "<p>one<script>if (a > b) {}</script >two,one two",
        "<p>one<STYLE>p > a {}</style>two,one two",
        "<p>one<noscript>no</noscript><svg><path d='1'/></svg>two,one two",
        "<p>one<script>never closed,one",
        "<p>one<!-- never closed,one",
        "<p>one<b never closed,one",
        "<p>one<,one",
        "<p>1 < 2 and 2 <3</p>,1 < 2 and 2 <3",
        "<p>one<?php echo?>two<!x>three,one two three"
      })
  void markupIsLeftOut(String page, String excerpt) {
    assertThat(excerpt(page)).isEqualTo(excerpt);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "<p>&lt;&gt;&quot;&apos;&amp;,<>\"'&",
        "<p>a&nbsp;b&thetasym;c,a b c",
        "<p>&#65;&#x42;&#X43;,ABC",
        "<p>a&#0;b&#-1;c&#65536;d&#;e&#x;f&#zz;g,a b c d e f g",
        "<p>a&#65533;bcdefghijklm,a\uFFFDbcdefghijklm",
        "<p>a&#65535;b,ab",
        "<p>fish & chips,fish & chips",
        "<p>fish &thetasymb; chips,fish &thetasymb; chips",
        "<p>AT&T,AT&T",
        "<p>AT&,AT&",
        "fish &amp; chips,fish &amp; chips"
      })
  void entitiesOfHtmlAreDecoded(String page, String excerpt) {
    assertThat(excerpt(page)).isEqualTo(excerpt);
  }

  @Test
  void aLongTextIsCutAndSaysSo() {
    assertThat(excerpt("x".repeat(LENGTH))).isEqualTo("x".repeat(LENGTH));
    assertThat(excerpt("x".repeat(LENGTH + 1))).isEqualTo("x".repeat(LENGTH) + " \u2026");
    assertThat(excerpt("<p>" + "x".repeat(9 * LENGTH))).isEqualTo("x".repeat(LENGTH) + " \u2026");
  }

  @Test
  void aTextOfWhichMoreThanATenthIsNoTextHasNoExcerpt() {
    assertThat(excerpt("\uFFFDbcdefghij")).isEqualTo("\uFFFDbcdefghij");
    assertThat(excerpt("\uFFFDbcdefghi")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "Doctor 1234567 asked,Doctor *** asked",
    "1234567,***",
    "GMC1234567.,GMC***.",
    "123456 and 12345678,123456 and 12345678",
    "a@example.org,***",
    "@home,***",
    "Write to <a.b@example.org> or c@d,Write to *** or ***",
    "no address,no address"
  })
  void numbersOfDoctorsAndAddressesAreMasked(String page, String excerpt) {
    assertThat(excerpt(page)).isEqualTo(excerpt);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You sent <Password>hush",
        "{\"password\":\"hush\"}",
        "{\"x\":\"\\u003cpassword\"}",
        "<p>You sent &lt;Password&gt;hush",
        "<p>You sent &#60;Password&#62;hush",
        "<p>You sent &#x003c;Password&gt;hush",
        "<p>You sent < Password >hush",
        "<p>No.<!-- <Password>hush</Password> -->",
        "Password refused, you sent <Password>hush",
        "user:username",
        "%3CUsername%3Ebob",
        "<p>No <b>soap:Envelope</b>",
        "<p>clientRequestID 1",
        "<p>Doctor<b>Surname</b> Quill"
      })
  void aPageThatMayEchoARequestHasNoExcerpt(String page) {
    assertThat(excerpt(page)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "Wrong password,Wrong password",
        "Your password or username is wrong,Your password or username is wrong",
        "<p>Log in <input name=\"password\"><input type='password'>,Log in"
      })
  void aPageThatOnlyAsksForAPasswordHasOne(String page, String excerpt) {
    assertThat(excerpt(page)).isEqualTo(excerpt);
  }

  private static @Nullable String excerpt(String page) {
    return Excerpt.of(Page.of(page));
  }
}
