package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RayIdTest {
  private static final String ID = "8a1b2c3d4e5f6071";

  /** How many characters from the word on are looked at. */
  private static final int WINDOW = 160;

  @ParameterizedTest
  @CsvSource({
    "8a1b2c3d4e5f6071-LHR,8a1b2c3d4e5f6071 at LHR",
    "' 8A1B2C3D4E5F6071-man ',8a1b2c3d4e5f6071 at MAN",
    "8a1b2c3d4e5f6071,8a1b2c3d4e5f6071"
  })
  void aRayIdIsSixteenHexDigitsAndPerhapsAPlace(String value, String ray) {
    assertThat(words(RayId.parse(value))).isEqualTo(ray);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "-",
        "8a1b2c3d4e5f607",
        "8a1b2c3d4e5f607g",
        "8a1b2c3d4e5f60711",
        "8a1b2c3d4e5f6071-",
        "8a1b2c3d4e5f6071-LH",
        "8a1b2c3d4e5f6071-LHRX",
        "8a1b2c3d4e5f6071-1HR",
        "8a1b2c3d4e5f6071_LHR"
      })
  void whatIsNoRayIdIsNotTakenForOne(@Nullable String value) {
    assertThat(RayId.parse(value)).isNull();
  }

  @Test
  void theFirstHeaderWithARayIdCountsEvenInAList() {
    CleanHeaders headers = Answers.headers("cf-ray: -", "cf-ray: nonsense, " + ID + "-LHR");

    assertThat(words(RayId.in(headers))).isEqualTo(ID + " at LHR");
    assertThat(RayId.in(Answers.headers("cf-ray: -"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ray ID: 8a1b2c3d4e5f6071",
        "<p>Cloudflare Ray ID: <strong>8A1B2C3D4E5F6071</strong></p>",
        "<p>X-ray: none</p> <p>Ray 8a1b2c3d4e5f6071</p>",
        "ray 0123 8a1b2c3d4e5f60711 8a1b2c3d4e5f6071."
      })
  void sixteenHexDigitsAfterTheWordAreTheRayIdOfAPage(String page) {
    assertThat(words(RayId.in(Page.of(page)))).isEqualTo(ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ray",
        "Ray ID:",
        "8a1b2c3d4e5f6071",
        "8a1b2c3d4e5f6071 ray",
        "ray 8a1b2c3d4e5f607",
        "ray 8a1b2c3d4e5f60711",
        "ray zzzzzzzzzzzzzzzz"
      })
  void aPageWithoutSuchDigitsHasNone(String page) {
    assertThat(RayId.in(Page.of(page))).isNull();
  }

  @Test
  void digitsFarFromTheWordAreNotItsOwn() {
    String gap = " ".repeat(WINDOW - "ray".length() - ID.length());

    assertThat(words(RayId.in(Page.of("ray" + gap + ID)))).isEqualTo(ID);
    assertThat(RayId.in(Page.of("ray" + gap + " " + ID))).isNull();
    assertThat(words(RayId.in(Page.of("ray" + gap + " ray " + ID)))).isEqualTo(ID);
  }

  @Test
  void aPageFullOfTheWordIsGivenUp() {
    String far = "ray" + " ".repeat(WINDOW);

    assertThat(words(RayId.in(Page.of(far.repeat(199) + "ray " + ID)))).isEqualTo(ID);
    assertThat(RayId.in(Page.of(far.repeat(200) + "ray " + ID))).isNull();
  }

  private static String words(@Nullable RayId ray) {
    return ray == null ? "none" : ray.id() + ray.location().map(place -> " at " + place).orElse("");
  }
}
