package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException.Kind;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category;

class EdgeGuessRulesTest {
  private static final String RAY_SIGNAL = "header cf-ray: " + Corpus.RAY + "-LHR";
  private static final String NO_HEADER =
      "no header from the GMC's own server"
          + " (X-AspNet-Version, X-Powered-By, WWW-Authenticate, cf-cache-status)";

  @ParameterizedTest
  @CsvSource({
    "managed_challenge,403,BLOCKED,CHALLENGE,false",
    "IUAM,503,BLOCKED,CHALLENGE,false",
    "ratelimit,403,RATE_LIMITED,UNSPECIFIED,false",
    "rate_limit_rule,403,RATE_LIMITED,UNSPECIFIED,false",
    "x,429,RATE_LIMITED,UNSPECIFIED,false",
    "ip_ban,400,BLOCKED,IP_BAN,false",
    "waf,403,BLOCKED,WAF,false",
    "waf,500,UNAVAILABLE,UNSPECIFIED,false",
    "1xxx,403,BLOCKED,UNSPECIFIED,false",
    "x,403,BLOCKED,UNSPECIFIED,false"
  })
  void theHeaderWithTheKindOfErrorDecides(
      String type, int status, Category category, Kind kind, boolean beforeService) {
    Verdict verdict = Answers.judged(status, "No.", "cf-error-type: " + type, Answers.EDGE);

    assertThat(verdict.category()).isEqualTo(category);
    assertThat(verdict.blockedKind()).isEqualTo(kind);
    assertThat(verdict.beforeService()).isEqualTo(beforeService);
    assertThat(verdict.confidence()).isEqualTo(Confidence.CERTAIN);
    assertThat(verdict.signals())
        .containsExactly("header cf-error-type: " + type, "HTTP status " + status);
  }

  @ParameterizedTest
  @CsvSource({"1016,404,UNAVAILABLE", "521,404,UNAVAILABLE", "1020,503,BLOCKED"})
  void aCodeInTheHeaderCountsWhateverTheStatus(String code, int status, Category category) {
    Verdict verdict = Answers.judged(status, "No.", "cf-error-type: " + code, Answers.EDGE);

    assertThat(verdict.category()).isEqualTo(category);
    assertThat(verdict.cloudflareCode()).hasValue(Integer.parseInt(code));
    assertThat(verdict.beforeService()).isFalse();
  }

  @Test
  void withoutCloudflaresHeaderNoKindOfErrorIsCertain() {
    assertThat(Answers.judged(403, "No.", "cf-error-type: waf").confidence())
        .isEqualTo(Confidence.LIKELY);
  }

  @Test
  void theHeaderWithTheOriginOfAnErrorTellsOnlyThatTheEdgeAnswered() {
    Verdict verdict = Answers.judged(403, "No.", "cf-error-origin: x");

    assertThat(verdict.finding()).isEqualTo("HTTP 403 from the edge");
    assertThat(verdict.signals()).containsExactly("header cf-error-origin: x", "HTTP status 403");
  }

  @Test
  void aSuccessIsNoErrorWhateverItsHeaderSays() {
    assertThat(Answers.judged(399, "No.", "cf-error-type: waf").category())
        .isEqualTo(Category.PROTOCOL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<center>cloudflare</center>",
        "<html><hr><center class=x> Cloudflare </center></html>",
        "<html><center>cloudflare-nginx/1.2</center>",
        "<center><h1>403</h1></center><center>cloudflare</center>"
      })
  void aPageWithCloudflaresNameOnALineOfItsOwnIsOfItsServers(String page) {
    Verdict verdict = Answers.judged(400, page, Answers.EDGE);

    assertThat(verdict.finding()).isEqualTo("HTTP 400 from the edge's own server");
    assertThat(verdict.confidence()).isEqualTo(Confidence.CERTAIN);
    assertThat(verdict.signals())
        .containsExactly("the page ends with <center>cloudflare", "HTTP status 400");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>cloudflare</html>",
        "<html><center></center>cloudflare",
        "<html><center>cloudflared</center>",
        "<html><center>by cloudflare</center>",
        "<html><center>cloudflare",
        "<html><center",
        "cloudflare<html <center"
      })
  void theNameElsewhereIsNoSuchLine(String page) {
    assertThat(Answers.judged(403, page, Answers.EDGE).finding())
        .isEqualTo("HTTP 403 with no sign of the GMC's own server");
  }

  @Test
  void aPageFullOfCentredLinesIsGivenUp() {
    String line = "<center>x</center>";
    String footer = "<center>cloudflare</center>";

    assertThat(Answers.judged(403, line.repeat(19) + footer, Answers.EDGE).finding())
        .isEqualTo("HTTP 403 from the edge's own server");
    assertThat(Answers.judged(403, line.repeat(20) + footer, Answers.EDGE).finding())
        .isEqualTo("HTTP 403 with no sign of the GMC's own server");
  }

  @Test
  void aBarePageWithoutTheEdgesHeadersIsOnlyLikelyItsOwn() {
    Verdict verdict = Answers.judged(429, "<center>cloudflare</center>");

    assertThat(verdict.category()).isEqualTo(Category.RATE_LIMITED);
    assertThat(verdict.confidence()).isEqualTo(Confidence.LIKELY);
  }

  @Test
  void aRefusalThroughCloudflareWithoutASignIsAGuess() {
    Verdict verdict = Answers.judged(403, "No.", Answers.EDGE);

    assertThat(verdict.finding()).isEqualTo("HTTP 403 with no sign of the GMC's own server");
    assertThat(verdict.confidence()).isEqualTo(Confidence.WEAK);
    assertThat(verdict.signals()).containsExactly(RAY_SIGNAL, NO_HEADER, "HTTP status 403");
  }

  @Test
  void thePassageIsShownByTheServersNameIfTheRayIdIsMissing() {
    assertThat(Answers.judged(403, "No.", "Server: cloudflare").signals())
        .containsExactly("header Server: cloudflare", NO_HEADER, "HTTP status 403");
  }

  @Test
  void aPageThatRepeatsTheRayIdIsASignalMoreButNoProof() {
    Verdict verdict = Answers.judged(403, "No. " + Corpus.RAY, Answers.EDGE);

    assertThat(verdict.confidence()).isEqualTo(Confidence.WEAK);
    assertThat(verdict.signals())
        .containsExactly(RAY_SIGNAL, "the page repeats the Ray ID", NO_HEADER, "HTTP status 403");
  }

  @ParameterizedTest
  @CsvSource({"499,BLOCKED", "500,UNAVAILABLE", "599,UNAVAILABLE", "600,PROTOCOL"})
  void theStatusSaysWhatIsGuessed(int status, Category category) {
    assertThat(Answers.judged(status, "No.", Answers.EDGE).category()).isEqualTo(category);
  }

  @ParameterizedTest
  @CsvSource({"500,true", "501,false", "502,true", "504,true", "505,false"})
  void someOutagesPassByThemselves(int status, boolean retryable) {
    Verdict verdict = Answers.judged(status, "No.", Answers.EDGE);

    assertThat(verdict.finding())
        .isEqualTo("HTTP " + status + " with no sign of the GMC's own server");
    assertThat(verdict.retryable()).isEqualTo(retryable);
  }

  @Test
  void aMaintenancePageIsCalledOne() {
    assertThat(Answers.judged(503, "Under maintenance", Answers.EDGE).finding())
        .isEqualTo("HTTP 503, a maintenance page");
  }
}
