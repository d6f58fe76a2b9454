package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-21T00:05:00Z");

  private static Optional<Duration> read(String... headers) {
    return readAt(NOW, headers);
  }

  private static Optional<Duration> readAt(Instant answeredAt, String... headers) {
    return RetryAfter.of(Answers.headers(headers), Optional.empty()).from(answeredAt);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "30,30", " 30 ,30", "00000030,30", "99999999,99999999", "2.9,2"})
  void secondsOfUpToEightDigitsAreRead(String value, long seconds) {
    assertThat(read("Retry-After: " + value)).hasValue(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "100000000",
        "-5",
        "+5",
        "5 s",
        "soon",
        "",
        "\u0663\u0660",
        "Sat, 21 Nov 2026",
        "Sat, 21 Nov 2026 00:10:00",
        "Sat, 21 Foo 2026 00:10:00 GMT",
        "Sat, 32 Nov 2026 00:10:00 GMT",
        "Sat, 21 Nov 2026 25:10:00 GMT",
        "Sat, 21 Nov +999999999 00:10:00 GMT",
        "2026-11-21T00:10:00Z"
      })
  void anythingElseAsksForNoWait(String value) {
    assertThat(read("Retry-After: " + value)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sat, 21 Nov 2026 00:10:00 GMT",
        "sat, 21 nov 2026 00:10:00 gmt",
        "Mon, 21 Nov 2026 00:10:00 GMT",
        "Sat, 21 Nov 2026 01:10:00 +0100",
        "Saturday, 21-Nov-26 00:10:00 GMT",
        "Sat Nov 21 00:10:00 2026"
      })
  void dateWithoutADateOfTheAnswerCountsFromOurClock(String value) {
    assertThat(read("Retry-After: " + value)).hasValue(Duration.ofMinutes(5));
    assertThat(read("Retry-After: " + value, "Date: yesterday")).hasValue(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:07 GMT",
        "Sunday, 06-Nov-94 08:49:07 GMT",
        "Sun Nov  6 08:49:07 1994"
      })
  void dateCountsFromTheDateOfTheAnswerInWhateverForm(String date) {
    for (String until :
        new String[] {
          "Sun, 06 Nov 1994 08:49:37 GMT",
          "Sunday, 06-Nov-94 08:49:37 GMT",
          "Sun Nov  6 08:49:37 1994"
        }) {
      assertThat(read("Retry-After: " + until, "Date: " + date)).hasValue(Duration.ofSeconds(30));
    }
  }

  @Test
  void secondsHaveNoUseForTheDateOfTheAnswer() {
    assertThat(read("Retry-After: 30", "Date: Sun, 06 Nov 1994 08:49:07 GMT"))
        .hasValue(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sat, 21 Nov 2026 00:04:59 GMT",
        "Saturday, 21-Nov-26 00:04:59 GMT",
        "Sat Nov 21 00:04:59 2026"
      })
  void dateInThePastIsNoWait(String value) {
    assertThat(read("Retry-After: " + value)).hasValue(Duration.ZERO);
    assertThat(read("Retry-After: " + value, "Date: Sat, 21 Nov 2026 00:05:00 GMT"))
        .hasValue(Duration.ZERO);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T00:05:00Z, Friday 20-Nov-76 00:05:00 GMT, 18262",
    "2026-11-21T00:05:00Z, Saturday 21-Nov-76 00:05:00 GMT, 18263",
    "2026-11-21T00:05:00Z, Saturday 21-Nov-76 00:05:01 GMT, 0",
    "2026-11-21T00:05:00Z, Sunday 31-Dec-99 00:05:00 GMT, 0",
    "2099-12-31T00:05:00Z, Friday 01-Jan-00 00:05:00 GMT, 1",
    "2150-01-01T00:00:00Z, Friday 02-Jan-50 00:00:00 GMT, 1"
  })
  void yearOfTwoDigitsIsAtMostFiftyYearsAhead(Instant now, String until, long days) {
    assertThat(readAt(now, "Retry-After: " + until)).hasValue(Duration.ofDays(days));
  }

  @Test
  void firstReadableHeaderCounts() {
    assertThat(read("Retry-After: soon", "Retry-After: 7", "Retry-After: 9"))
        .hasValue(Duration.ofSeconds(7));
  }

  @Test
  void bodyIsReadWhereNoHeaderCanBe() {
    String body = "{\"cloudflare_error\":true,\"error_code\":1015,\"retry_after\":17}";

    assertThat(Answers.judged(429, body, Answers.EDGE).retryAfter(NOW))
        .hasValue(Duration.ofSeconds(17));
    assertThat(Answers.judged(429, body, Answers.EDGE, "Retry-After: soon").retryAfter(NOW))
        .hasValue(Duration.ofSeconds(17));
    assertThat(Answers.judged(429, body, Answers.EDGE, "Retry-After: 9").retryAfter(NOW))
        .hasValue(Duration.ofSeconds(9));
  }

  @Test
  void longestWaitThatADateCanAskForStillHasAnEnd() {
    Duration wait =
        read("Retry-After: Fri, 31 Dec 9999 23:59:59 GMT", "Date: Sat, 01 Jan 0000 00:00:00 GMT")
            .orElseThrow();

    assertThat(NOW.plus(wait)).isBefore(Instant.MAX);
  }
}
