package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException.Kind;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category;

class ChallengeRulesTest {

  @ParameterizedTest
  @CsvSource({
    "_cf_chl_opt,CERTAIN,_cf_chl_opt",
    "jschl_vc challenge-form,CERTAIN,jschl_vc",
    "challenge-form,LIKELY,challenge-form",
    "captcha-bypass challenge-form,CERTAIN,challenge-form"
  })
  void aMarkOnThePageTellsAChallengeAndTwoMakeItCertain(
      String marks, Confidence confidence, String shown) {
    Verdict verdict = Answers.judged(400, "<p>" + marks, Answers.EDGE);

    assertThat(verdict.blockedKind()).isEqualTo(Kind.CHALLENGE);
    assertThat(verdict.confidence()).isEqualTo(confidence);
    assertThat(verdict.signals())
        .containsExactly(
            "the page contains '" + shown + "'",
            "no header from the GMC's own server",
            "HTTP status 400");
  }

  @Test
  void aSuccessOrARedirectIsNoChallenge() {
    assertThat(Answers.judged(399, "<p>_cf_chl_opt", Answers.EDGE).category())
        .isEqualTo(Category.PROTOCOL);
  }

  @ParameterizedTest
  @CsvSource({
    "WWW-Authenticate: Cloudflare-Access x,header WWW-Authenticate: Cloudflare-Access",
    "CF-Access-Domain: x,a Cloudflare Access header",
    "Location: https://x.cloudflareaccess.com/,a redirect to the Cloudflare Access login"
  })
  void theLoginOfCloudflareAccessIsABlock(String header, String signal) {
    Verdict verdict = Answers.judged(302, "", Answers.EDGE, header);

    assertThat(verdict.finding()).isEqualTo("Cloudflare Access requires a login");
    assertThat(verdict.signals()).containsExactly(signal, "HTTP status 302");
  }

  @Test
  void aSuccessOrAnAnswerOfTheGmcsServerIsNoLoginOfCloudflareAccess() {
    assertThat(Answers.judged(200, "", Answers.EDGE, "CF-Access-Domain: x").category())
        .isEqualTo(Category.PROTOCOL);
    assertThat(Answers.judged(403, "", "CF-Access-Domain: x", "X-AspNet-Version: 4").category())
        .isEqualTo(Category.PERMISSION);
  }
}
