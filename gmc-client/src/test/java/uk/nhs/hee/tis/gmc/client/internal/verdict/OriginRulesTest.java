package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category;

class OriginRulesTest {
  private static final String ORIGIN = "X-AspNet-Version: 4.0.30319";
  private static final String BY = "HTTP 403 from the GMC's own web server";

  @ParameterizedTest
  @CsvSource({
    "400,PROTOCOL,false",
    "499,PROTOCOL,false",
    "500,UNAVAILABLE,false",
    "501,UNAVAILABLE,false",
    "502,UNAVAILABLE,true",
    "504,UNAVAILABLE,true",
    "505,UNAVAILABLE,false",
    "599,UNAVAILABLE,false",
    "600,PROTOCOL,false"
  })
  void theStatusSaysWhetherTheServerFailed(int status, Category category, boolean retryable) {
    Verdict verdict = Answers.judged(status, "No.", ORIGIN);

    assertThat(verdict.category()).isEqualTo(category);
    assertThat(verdict.retryable()).isEqualTo(retryable);
    assertThat(verdict.signals())
        .containsExactly("header X-AspNet-Version: 4.0.30319", "HTTP status " + status);
  }

  @ParameterizedTest
  @CsvSource({
    "400,true",
    "413,true",
    "429,true",
    "401,false",
    "403,false",
    "404,false",
    "405,false",
    "415,false",
    "500,false",
    "503,false"
  })
  void onlyARefusalOfTheRequestAsSuchShowsThatNothingRan(int status, boolean beforeService) {
    assertThat(Answers.judged(status, "No.", ORIGIN, Answers.EDGE).beforeService())
        .isEqualTo(beforeService);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "403.6",
        "403.6 - Forbidden",
        "HTTP 403.6",
        "<p>HTTP 403. Is it 403.99? No: 403.6</p>",
      })
  void aSubstatusOfIisIsExplained(String page) {
    assertThat(Answers.judged(403, page, ORIGIN).finding())
        .isEqualTo(BY + " (IIS 403.6: IP address rejected)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "403", "403.", "403.66", "403.600000", "401.1", "{\"x\": \"403.6\"}"})
  void anyOtherFigureIsNotExplained(String page) {
    assertThat(Answers.judged(403, page, ORIGIN).finding()).isEqualTo(BY);
  }

  @ParameterizedTest
  @CsvSource({
    "404, No., ''",
    "404, 404.0, ' (IIS 404.0: not found)'",
    "405, No., ''",
    "403, 403.14, ' (IIS 403.14: no page at this address)'"
  })
  void aServerThatHasNoServiceThereMakesThePathSuspect(int status, String page, String substatus) {
    assertThat(Answers.judged(status, page, ORIGIN).finding())
        .isEqualTo(
            "HTTP "
                + status
                + " from the GMC's own web server"
                + substatus
                + ", perhaps for a wrong path in the endpoint");
  }

  @Test
  void theLongerSubstatusIsNotTakenForTheShorter() {
    assertThat(Answers.judged(403, "403.16", ORIGIN).finding())
        .isEqualTo(BY + " (IIS 403.16: client certificate not trusted)");
  }

  @Test
  void aPageFullOfFiguresIsGivenUp() {
    assertThat(Answers.judged(403, "403.0 ".repeat(19) + "403.6", ORIGIN).finding())
        .isEqualTo(BY + " (IIS 403.6: IP address rejected)");
    assertThat(Answers.judged(403, "403.0 ".repeat(20) + "403.6", ORIGIN).finding()).isEqualTo(BY);
  }
}
