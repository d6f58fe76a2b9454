package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.hee.tis.gmc.client.error.GmcIntermediaryException.Kind;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.model.Actor;

class CallerSideRulesTest {
  private static final String NO_RAY =
      "no cf-ray header: the answer did not come through Cloudflare";
  private static final String NO_SIGN = "no sign of the GMC's own server";

  @Test
  void aHeaderOfAProxyIsASignal() {
    assertThat(Answers.judged(403, "", "Via: 1.1 proxy.example").signals())
        .containsExactly(NO_RAY, NO_SIGN, "header Via: 1.1 proxy.example", "HTTP status 403");
  }

  @Test
  void withoutOneOnlyWhatIsMissingTells() {
    assertThat(Answers.judged(403, "").signals())
        .containsExactly(NO_RAY, NO_SIGN, "HTTP status 403");
  }

  @ParameterizedTest
  @CsvSource({
    "407,'HTTP 407, a proxy requires authentication'",
    "511,'HTTP 511, the network requires authentication'"
  })
  void aLoginForTheNetworkIsToldByItsStatus(int status, String finding) {
    Verdict verdict = Answers.judged(status, "");

    assertThat(verdict.finding()).isEqualTo(finding);
    assertThat(verdict.signals())
        .containsExactly("only a proxy or an access network sends HTTP " + status);
  }

  @ParameterizedTest
  @CsvSource({
    "429,X-Nothing: 1,HTTP 429 from an unknown intermediary",
    "429,Via: 1.1 proxy.example,'HTTP 429 from an unknown intermediary, Via: 1.1 proxy.example'",
    "429,Server: AkamaiGHost,HTTP 429 from Akamai"
  })
  void aRateLimitIsOneWhoeverSetIt(int status, String header, String finding) {
    Verdict verdict = Answers.judged(status, "", header);

    assertThat(verdict.category()).isEqualTo(Verdict.Category.RATE_LIMITED);
    assertThat(verdict.source()).isEqualTo(Source.INTERMEDIARY);
    assertThat(verdict.finding()).isEqualTo(finding);
    assertThat(verdict.actors()).containsExactly(Actor.CALLER);
    assertThat(verdict.retryable()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "500,BLOCK,false",
    "501,BLOCK,false",
    "502,OUTAGE,true",
    "503,OUTAGE,true",
    "504,OUTAGE,true",
    "505,BLOCK,false"
  })
  void aGatewaysOutagePassesWhoeverRunsIt(int status, Kind kind, boolean retryable) {
    for (String header : List.of("X-Nothing: 1", "Via: 1.1 proxy.example", "Server: squid")) {
      Verdict verdict = Answers.judged(status, "", header);

      assertThat(verdict.category()).isEqualTo(Verdict.Category.INTERMEDIARY);
      assertThat(verdict.intermediaryKind()).isEqualTo(kind);
      assertThat(verdict.retryable()).isEqualTo(retryable);
      assertThat(verdict.actors()).containsExactly(Actor.CALLER_NETWORK);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400,true",
    "403,false",
    "413,true",
    "429,true",
    "500,false",
    "502,false",
    "503,false",
    "600,false"
  })
  void aGatewayMayHaveLostTheAnswer(int status, boolean beforeService) {
    assertThat(Answers.judged(status, "", "Server: squid").beforeService())
        .isEqualTo(beforeService);
  }

  @ParameterizedTest
  @CsvSource({
    "ERR_CONNECT_FAIL 111,true",
    "ERR_DNS_FAIL,true",
    "err_access_denied 0,true",
    "ERR_READ_TIMEOUT 110,false",
    "ERR_CONNECT_FAILED,false",
    "ERR_ZERO_SIZE_OBJECT 0,false"
  })
  void squidNamesACauseBeforeForwarding(String error, boolean beforeService) {
    String header = "X-Squid-Error: " + error;

    assertThat(Answers.judged(503, "", header).beforeService()).isEqualTo(beforeService);
    assertThat(Answers.judged(503, "", header, Answers.EDGE).beforeService()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Server: nginx/1.22.1 | <html><head><title>502 Bad Gateway</title></head></html>"
            + "| HTTP 502 from an unknown intermediary, Server: nginx/1.22.1, page title: 502 Bad"
            + " Gateway",
        "Via: 1.1 gate.example (Varnish/7.1) | <html><title></title><title>No &amp; no</title>"
            + "| HTTP 502 from an unknown intermediary, Via: 1.1 gate.example (Varnish/7.1), page"
            + " title: No & no",
        "X-Nothing: 1 | <html><body><h1>502 Bad Gateway</h1></body></html>"
            + "| HTTP 502 from an unknown intermediary, page title: 502 Bad Gateway",
        "X-Nothing: 1 | <title>x</title> <soap:Envelope> | HTTP 502 from an unknown intermediary",
        "X-Nothing: 1 | <title>Doctor 7000001, mail a@example.org"
            + "</title> | HTTP 502 from an unknown intermediary, page title: Doctor ***, mail ***"
      })
  void whatAnUnknownIntermediarySaysOfItselfIsTold(String header, String page, String finding) {
    assertThat(Answers.judged(502, page, header).finding()).isEqualTo(finding);
  }

  @Test
  void aFiltersPageThatSaysItBlocksIsNoOutageWhateverItsStatus() {
    String page = "<p>This page has been blocked in accordance with company policy";

    Verdict verdict = Answers.judged(503, page);

    assertThat(verdict.intermediaryKind()).isEqualTo(Kind.BLOCK);
    assertThat(verdict.retryable()).isFalse();
    assertThat(Answers.judged(503, "<p>in accordance with company policy").retryable()).isTrue();
  }

  @Test
  void anUnknownSenderThatFindsNothingThereMakesHostAndPathSuspect() {
    assertThat(Answers.judged(404, "No.", "Server: nginx").finding())
        .isEqualTo(
            "HTTP 404 from an unknown intermediary, Server: nginx, perhaps for a wrong host or path"
                + " in the endpoint");
  }

  @Test
  void plainHttpOnAPortForHttpsIsToldAsSuch() {
    String page = "<html><title>400 The plain HTTP request was sent to HTTPS port</title></html>";

    assertThat(Answers.judged(400, page, "Server: nginx").finding())
        .isEqualTo(
            "HTTP 400 from an unknown intermediary, Server: nginx, which expects https on this"
                + " port: check the endpoint's scheme and port, page title: 400 The plain HTTP"
                + " request"
                + " was sent to HTTPS port");
  }
}
