package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {

  @ParameterizedTest
  @CsvSource({
    "https://www.gmc-uk.org,www.gmc-uk.org",
    "HTTP://Portal.Hotel.Example:8080/login?x=//y,portal.hotel.example",
    "//portal.example/x,portal.example",
    "https://user:secret@portal.example?x,portal.example",
    "https://portal.example#x,portal.example",
    "https://portal.example\\x,portal.example",
    "http://192.0.2.1/,192.0.2.1"
  })
  void theHostOfAnAbsoluteAddressIsRead(String value, String host) {
    assertThat(Location.of(Answers.headers("Location: " + value)).map(Location::host))
        .contains(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/error.aspx",
        "/x//portal.example",
        "login//portal.example",
        "?u=//portal.example",
        "mailto:x",
        "https://",
        "https:///x",
        "https://:80/",
        "https://[2001:db8::1]/",
        "https://under_score.example/",
        "https://caf\u00e9.example/"
      })
  void anAddressWithoutAHostLeadsNowhereElse(String value) {
    assertThat(Location.of(Answers.headers("Location: " + value))).isEmpty();
  }

  @Test
  void aHostLongerThanAHundredCharactersIsNone() {
    String longest = "x".repeat(100);

    assertThat(Location.of(Answers.headers("Location: //" + longest)).map(Location::host))
        .contains(longest);
    assertThat(Location.of(Answers.headers("Location: //x" + longest))).isEmpty();
  }

  @Test
  void withoutTheHeaderThereIsNone() {
    assertThat(Location.of(Answers.headers())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "gmc-uk.org,true",
    "www.gmc-uk.org,true",
    "not-gmc-uk.org,false",
    "gmc-uk.org.example,false"
  })
  void aHostIsBelowADomainOrItself(String host, boolean below) {
    Location location = Location.of(Answers.headers("Location: //" + host)).orElseThrow();

    assertThat(location.isHostBelow("gmc-uk.org")).isEqualTo(below);
  }
}
