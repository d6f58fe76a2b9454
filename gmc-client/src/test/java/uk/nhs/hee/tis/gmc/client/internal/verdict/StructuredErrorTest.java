package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredErrorTest {
  private static final String MARK = "\"cloudflare_error\": true";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"cloudflare_error\": true}",
        "{\"Cloudflare_Error\": \"TRUE\"}",
        "[{\"cloudflare_error\": true}]",
        "{\"cloudflare_error\": true, \"x",
        "---\ncloudflare_error: true\n---\nx",
        "---\ncloudflare_error: true",
        "---\ncloudflare_error: 'true'\nx"
      })
  void aBodyThatSaysItIsCloudflaresErrorIsOne(String body) {
    assertThat(read(body)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"cloudflare_error\": false}",
        "{\"x\": {\"cloudflare_error\": true}}",
        "[[{\"cloudflare_error\": true}]]",
        "[\"cloudflare_error\", true]",
        "{\"x\": \"cloudflare_error\"} {\"cloudflare_error\": true}",
        "cloudflare_error: true",
        "---\n cloudflare_error: true",
        "---\ntitle: x\n---\ncloudflare_error: true",
        "---\ncloudflare_error",
        "<p>{\"cloudflare_error\": true}"
      })
  void anyOtherBodyIsNone(String body) {
    assertThat(read(body)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1020,1020",
    "'\"1020\"',1020",
    "520,520",
    "10200,-1",
    "20,-1",
    "1020.0,-1",
    "null,-1"
  })
  void theCodeIsANumberOfThreeOrFourDigitsHoweverItIsWritten(String value, int code) {
    StructuredError error = json("\"error_code\": " + value);

    assertThat(error.code().orElse(-1)).isEqualTo(code);
  }

  @Test
  void anEmptyMemberIsMissing() {
    StructuredError error = json("\"ray_id\": \"\", \"zone\": \" gmc.example \"");

    assertThat(error.member("ray_id")).isEmpty();
    assertThat(error.member("zone")).contains("gmc.example");
    assertThat(error.member("title")).isEmpty();
  }

  @Test
  void membersOfInnerObjectsDoNotCountAndDoNotEndTheOuterOne() {
    StructuredError error =
        read("{\"error_code\": 1020, \"x\": {\"error_code\": 1, \"y\": []}, " + MARK + "}")
            .orElseThrow();

    assertThat(error.code()).hasValue(1020);
  }

  @Test
  void theObjectOfAListThatHoldsTheMarkCountsAlone() {
    StructuredError error =
        read("[{\"error_name\": \"other\"},"
                + " {\"error_code\": 1020, \"x\": {\"y\": []}, "
                + MARK
                + "}, {\"error_code\": 1010}]")
            .orElseThrow();

    assertThat(error.code()).hasValue(1020);
    assertThat(error.member("error_name")).isEmpty();
  }

  @Test
  void whatFollowsTheOutermostObjectDoesNotCount() {
    assertThat(json("\"error_code\": 1020} {\"error_code\": 1010").code()).hasValue(1020);
  }

  @Test
  void aBodyThatIsNestedTooDeeplyIsReadUpToThere() {
    String deep = "{\"x\": " + "[".repeat(48) + "]".repeat(48) + ", " + MARK + "}";
    String deeper = "{\"x\": " + "[".repeat(49) + "]".repeat(49) + ", " + MARK + "}";

    assertThat(read(deep)).isPresent();
    assertThat(read(deeper)).isEmpty();
  }

  @Test
  void noMoreThanTwoHundredMembersAreRead() {
    assertThat(read("{" + members(199) + MARK + "}")).isPresent();
    assertThat(read("{" + members(200) + MARK + "}")).isEmpty();
  }

  @Test
  void noMoreThanAHundredLinesOfFrontMatterAreRead() {
    assertThat(read("---\n" + "x: y\n".repeat(98) + "cloudflare_error: true\n")).isPresent();
    assertThat(read("---\n" + "x: y\n".repeat(99) + "cloudflare_error: true\nx: y\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "\"1020\",1020",
        "'1020',1020",
        "\"1020',\"1020'",
        "\",\"",
        "1020\",1020\"",
        "10:20,10:20"
      })
  void quotesAroundAValueOfFrontMatterAreLeftOut(String value, String member) {
    StructuredError error = read("---\ncloudflare_error: true\nx: " + value).orElseThrow();

    assertThat(error.member("x")).contains(member);
  }

  @Test
  void aLineOfFrontMatterWithoutANameIsNoMember() {
    StructuredError error = read("---\ncloudflare_error: true\n: x\ny").orElseThrow();

    assertThat(error.member("")).isEmpty();
    assertThat(error.member("y")).isEmpty();
  }

  private static String members(int count) {
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < count; i++) {
      members.append("\"m").append(i).append("\": 1, ");
    }
    return members.toString();
  }

  private static StructuredError json(String members) {
    return read("{" + MARK + ", " + members + "}").orElseThrow();
  }

  private static Optional<StructuredError> read(String body) {
    return StructuredError.of(Page.of(body));
  }
}
