package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Page.Shape;

class PageTest {

  @Test
  void theSearchableTextIsInLowerCaseIndexForIndex() {
    Page page = Page.of("@AZ[ \u00c9\u00ff\u0100\u20ac");

    assertThat(page.searchable()).isEqualTo("@az[ \u00c9\u00ff??");
    assertThat(page.text()).isEqualTo("@AZ[ \u00c9\u00ff\u0100\u20ac");
  }

  @ParameterizedTest
  @CsvSource({"a,true", "ab,true", "abc,true", "bcd,true", "abcd,true", "abd,false", "bd,false"})
  void tokensOfAnyLengthAreFound(String token, boolean found) {
    assertThat(Page.of("ABCD").has(token)).isEqualTo(found);
  }

  @Test
  void aTokenWhosePartsAreOnThePageIsNotFoundForThat() {
    assertThat(Page.of("abcd bcde").has("abcde")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n\t"})
  void aBlankPageIsEmpty(String text) {
    assertThat(Page.of(text).shape()).isEqualTo(Shape.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html",
        "<p",
        "<P>x",
        " <h1>x",
        "<div/>",
        "<!doctype HTML>",
        "<!-- a > b --> <div>",
        "<?xml version='1.0'?><html>",
        "<?xml version='1.0'?>\n <!DOCTYPE html PUBLIC 'x'>",
        "<!-- one --><!-- two -->\n<table>",
        "Refused <html>",
        "Refused <!doctype html>",
        "Refused <body>"
      })
  void aPageOfHtmlIsKnownByItsFirstElementOrByTheBeginningOfItsText(String text) {
    assertThat(Page.of(text).shape()).isEqualTo(Shape.HTML);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "<a:b>",
        "<paragraph>",
        "<envelope>",
        "<?xml version='1.0'?>",
        "<?xml version='1.0'?> <doctors>",
        "<!-- <html> --><doctors>",
        "<!-- a > <html> --><doctors>",
        "<!-- never closed <html>",
        "<?never closed",
        "<!DOCTYPE doctors><doctors>",
        "<doctors><html>"
      })
  void markupWithAnotherFirstElementIsXml(String text) {
    assertThat(Page.of(text).shape()).isEqualTo(Shape.XML);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", " {\"a\": \"<html>\"}"})
  void whatBeginsWithABracketIsJson(String text) {
    assertThat(Page.of(text).shape()).isEqualTo(Shape.JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"---\ntitle: x", "---\r\ntitle: x", "--- \ntitle: x"})
  void whatBeginsWithFrontMatterIsMarkdown(String text) {
    assertThat(Page.of(text).shape()).isEqualTo(Shape.MARKDOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"error code: 1020", "----", "---", "a <b> c", "html body"})
  void anythingElseIsText(String text) {
    assertThat(Page.of(text).shape()).isEqualTo(Shape.TEXT);
  }

  @Test
  void htmlThatBeginsFarBehindTextIsQuotedByIt() {
    assertThat(Page.of("x".repeat(2042) + "<html>").shape()).isEqualTo(Shape.HTML);
    assertThat(Page.of("x".repeat(2048) + "<html>").shape()).isEqualTo(Shape.TEXT);
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void onlyHtmlAndTextArePeoplesText(Shape shape) {
    Page page = Page.of(sample(shape));

    assertThat(page.shape()).isEqualTo(shape);
    assertThat(page.isHtml()).isEqualTo(shape == Shape.HTML);
    assertThat(page.isProse()).isEqualTo(shape == Shape.HTML || shape == Shape.TEXT);
  }

  private static String sample(Shape shape) {
    switch (shape) {
      case EMPTY:
        return "";
      case HTML:
        return "<p>x";
      case JSON:
        return "{}";
      case MARKDOWN:
        return "---\na: b";
      case XML:
        return "<x/>";
      case TEXT:
        return "x";
    }
    throw new IllegalArgumentException(shape.name());
  }
}
