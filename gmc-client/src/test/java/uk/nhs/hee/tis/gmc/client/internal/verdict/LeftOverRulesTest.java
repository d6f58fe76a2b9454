package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category;
import uk.nhs.hee.tis.gmc.client.model.Actor;

class LeftOverRulesTest {
  private static final String NO_ENVELOPE = "the body is not a SOAP envelope";

  @ParameterizedTest
  @CsvSource({
    "'',without a body",
    "<p>x,with an HTML page instead of SOAP",
    "{},with JSON instead of SOAP",
    "<x/>,with XML that is not SOAP",
    "x,with text instead of SOAP",
    "'---\nx: y',with text instead of SOAP"
  })
  void aSuccessWithoutSoapIsCalledWhatItIs(String body, String what) {
    assertThat(Answers.judged(200, body).finding()).isEqualTo("HTTP 200 " + what);
  }

  @ParameterizedTest
  @CsvSource({
    "200,'HTTP 200 without a body'",
    "299,'HTTP 299 without a body'",
    "300,'HTTP 300, a redirect'",
    "399,'HTTP 399, a redirect'",
    "400,'HTTP 400 from an unknown intermediary'"
  })
  void theStatusTellsASuccessFromARedirectAndFromAnError(int status, String finding) {
    assertThat(Answers.judged(status, "").finding()).isEqualTo(finding);
  }

  @Test
  void anInterimAnswerIsLaidToNobodyOnTheWay() {
    Verdict verdict = Answers.judged(199, "");

    assertThat(verdict.finding())
        .isEqualTo(
            "HTTP 199, an interim answer, which Java 11's HTTP client takes for the final one; Java"
                + " 17's carries on reading");
    assertThat(verdict.source()).isEqualTo(Source.NETWORK);
    assertThat(verdict.actors()).containsExactly(Actor.CALLER);
  }

  @Test
  void anAnswerOfNobodyKnownSaysSo() {
    Verdict verdict = Answers.judged(200, "x");

    assertThat(verdict.source()).isEqualTo(Source.INTERMEDIARY);
    assertThat(verdict.actors()).containsExactly(Actor.CALLER_NETWORK);
    assertThat(verdict.signals())
        .containsExactly(
            NO_ENVELOPE,
            "neither a cf-ray header nor any sign of the GMC's own server",
            "HTTP" + " status 200");
  }

  @Test
  void anAnswerThroughCloudflareShowsItsRayId() {
    Verdict verdict = Answers.judged(200, "x", Answers.EDGE);

    assertThat(verdict.source()).isEqualTo(Source.GMC_SERVER);
    assertThat(verdict.actors()).containsExactly(Actor.CALLER, Actor.GMC_SERVICE);
    assertThat(verdict.signals())
        .containsExactly(NO_ENVELOPE, "header cf-ray: " + Corpus.RAY + "-LHR", "HTTP status 200");
  }

  @Test
  void anAnswerOfTheGmcsServerShowsItsSigns() {
    Verdict verdict = Answers.judged(200, "x", Answers.EDGE, "X-AspNet-Version: 4");

    assertThat(verdict.signals())
        .containsExactly(NO_ENVELOPE, "header X-AspNet-Version: 4", "HTTP status 200");
  }

  @Test
  void aPageForPeopleOfNobodyKnownIsAPortal() {
    Verdict verdict = Answers.judged(200, "<p>The Hotspot of the hotel");

    assertThat(verdict.category()).isEqualTo(Category.INTERMEDIARY);
    assertThat(verdict.finding()).isEqualTo("HTTP 200, an HTML page meant for a browser");
    assertThat(verdict.signals())
        .containsExactly("no cf-ray header, and the page contains 'hotspot'", "HTTP status 200");
  }

  @Test
  void aRedirectWithinTheSiteLeadsToNoPortal() {
    Verdict verdict = Answers.judged(302, "", "Location: /x//portal.example");

    assertThat(verdict.category()).isEqualTo(Category.PROTOCOL);
    assertThat(verdict.finding()).isEqualTo("HTTP 302, a redirect to /x//portal.example");
  }

  @Test
  void aRedirectShowsHostPortAndPathButNeitherQueryNorSession() {
    Verdict verdict =
        Answers.judged(
            302, "", "Location: https://u:p@portal.example:8443/login;jsessionid=1?user=x#y");

    assertThat(verdict.finding()).isEqualTo("HTTP 302, a redirect to portal.example:8443/login");
  }

  @ParameterizedTest
  @CsvSource({
    "http://gmc.example/Service.asmx,https://gmc.example/Service.asmx",
    "http://gmc.example:8080/Service.asmx,https://gmc.example:8443/Service.asmx",
    "https://gmc.example/Service.asmx,https://www.gmc.example/Service.asmx",
    "https://www.gmc.example/Service.asmx,https://gmc.example/Service.asmx",
    "https://gmc.example/Service.asmx,https://gmc.example/Service.asmx/",
    "https://gmc.example/service.asmx,https://gmc.example/Service.asmx"
  })
  void aPermanentRedirectToNearlyTheSameAddressAsksToChangeTheEndpoint(String asked, String to) {
    for (int status : new int[] {301, 308}) {
      Verdict verdict = redirect(status, asked, to);

      assertThat(verdict.category()).isEqualTo(Category.PROTOCOL);
      assertThat(verdict.finding())
          .isEqualTo(
              "HTTP "
                  + status
                  + ", a permanent redirect to "
                  + to
                  + ", which differs only slightly from the endpoint: change the endpoint setting"
                  + " to it");
      assertThat(verdict.actors()).containsExactly(Actor.CALLER);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "302,http://gmc.example/s,https://gmc.example/s,gmc.example/s",
    "301,https://gmc.example/s,http://gmc.example/s,gmc.example/s",
    "301,https://gmc.example/s,https://gmc.example:8443/s,gmc.example:8443/s",
    "301,https://gmc.example/s,https://gmc.example/other,gmc.example/other"
  })
  void anyOtherRedirectToTheSameHostIsNeitherAdviceNorAPortal(
      int status, String asked, String to, String shown) {
    Verdict verdict = redirect(status, asked, to);

    assertThat(verdict.category()).isEqualTo(Category.PROTOCOL);
    assertThat(verdict.finding()).isEqualTo("HTTP " + status + ", a redirect to " + shown);
  }

  private static Verdict redirect(int status, String asked, String to) {
    return Judge.byRules(
        new ObservedAnswer(
                status, Answers.httpHeaders("Location: " + to), new byte[0], true, Set.of(), null)
            .to(URI.create(asked)));
  }
}
