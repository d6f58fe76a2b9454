package uk.nhs.hee.tis.gmc.client.internal.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever was sent is found in a page that repeats it, however the page writes it. */
class SentValuesTest {
  private static final List<String> VALUES =
      List.of(
          "not-a-real-one",
          "D'Arcy & Søn-Webb",
          "7000001",
          "a.admin@example.nhs.uk",
          "0161 496 0000",
          "Zoë <R&D>");

  static Map<String, UnaryOperator<String>> writings() {
    Map<String, UnaryOperator<String>> all = new TreeMap<>();
    all.put("as it is", value -> value);
    all.put("in capitals", value -> value.toUpperCase(Locale.ROOT));
    all.put("for XML", SentValuesTest::xml);
    all.put("for XML twice", value -> xml(xml(value)));
    all.put("in decimal entities", value -> each(value, "&#%d;"));
    all.put("in hexadecimal entities", value -> each(value, "&#x%x;"));
    all.put("for a form", value -> URLEncoder.encode(value, UTF_8));
    all.put("for a URL", value -> URLEncoder.encode(value, UTF_8).replace("+", "%20"));
    all.put("for JSON", value -> each(value, "\\u%04x"));
    all.put("in base64", value -> base64(value));
    all.put("in base64 behind a user", value -> base64("someone:" + value));
    all.put("in base64 behind another", value -> base64("some-one:" + value + ":x"));
    all.put(
        "in base64 for a URL",
        value -> Base64.getUrlEncoder().withoutPadding().encodeToString(value.getBytes(UTF_8)));
    all.put(
        "with a tag in it",
        value -> xml(value.substring(0, 3)) + "<wbr>" + xml(value.substring(3)));
    all.put("with breaks in it", value -> value.substring(0, 4) + "\r\n\t" + value.substring(4));
    all.put("with a soft hyphen", value -> value.substring(0, 4) + "\u00ad" + value.substring(4));
    return all;
  }

  static List<String> names() {
    return List.copyOf(writings().keySet());
  }

  private static String xml(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&#39;");
  }

  private static String each(String value, String form) {
    return value
        .chars()
        .mapToObj(c -> String.format(Locale.ROOT, form, c))
        .collect(Collectors.joining());
  }

  private static String base64(String value) {
    return Base64.getEncoder().encodeToString(value.getBytes(UTF_8));
  }

  @ParameterizedTest
  @MethodSource("names")
  void aValueIsFound(String writing) {
    for (String value : VALUES) {
      String written = Objects.requireNonNull(writings().get(writing)).apply(value);
      for (String page : List.of("%s", "<p class='x'>You sent %s today</p>", "{\"echo\":\"%s\"}")) {
        String text = page.replace("%s", written);
        assertThat(SentValues.of(VALUES).appearIn(text)).as(text).isTrue();
        assertThat(SentValues.of(VALUES).appearOnPage(text)).as(text).isTrue();
        assertThat(SentValues.of(List.of("something else")).appearIn(text)).as(text).isFalse();
      }
    }
  }

  @Test
  void aShortValueIsFoundAsAWordOfItsOwn() {
    SentValues sent = SentValues.of(List.of("Ng", "o'b"));

    assertThat(sent.appearIn("Being blocked")).isFalse();
    assertThat(sent.appearIn("<td>NG</td>")).isTrue();
    assertThat(sent.appearIn("for O&#39;B.")).isTrue();
  }
}
