package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException.Kind;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category;
import uk.nhs.hee.tis.gmc.client.model.Actor;

class EdgeCodeRulesTest {

  @ParameterizedTest
  @CsvSource({
    "520,522,520",
    "526,520,526",
    "527,520,520",
    "519,520,520",
    "500,520,520",
    "522,1016,1016",
    "522,1000,1000"
  })
  void aStatusThatIsACodeItselfIsSurerThanThePagesFigureButNotThanALongCode(
      int status, int onPage, int code) {
    Verdict verdict =
        Answers.judged(status, "<p><b class=cf-error-code>" + onPage + "</b>", Answers.EDGE);

    assertThat(verdict.cloudflareCode()).hasValue(code);
    assertThat(verdict.confidence()).isEqualTo(Confidence.CERTAIN);
    assertThat(verdict.signals())
        .containsExactly(
            "a Cloudflare page (cf-error-code) with error code " + code, "HTTP status " + status);
  }

  @ParameterizedTest
  @CsvSource({
    "ip_rate_limit,x,403,UNSPECIFIED,false",
    "Firewall_rule_blocked,x,500,FIREWALL_RULE,false",
    "waf_rule_blocked,x,403,FIREWALL_RULE,false",
    "my_waf_rule,x,403,UNSPECIFIED,false",
    "country_banned,x,403,COUNTRY,false",
    "asn_banned,x,500,IP_BAN,false",
    "browser_signature_banned,x,500,CLIENT_SIGNATURE,false",
    "x,Access_Denied,500,UNSPECIFIED,false",
    "x,x,400,UNSPECIFIED,false",
    "x,origin,499,UNSPECIFIED,false"
  })
  void aBlockWithoutACodeIsKnownByItsNameItsCategoryOrTheStatus(
      String name, String category, int status, Kind kind, boolean beforeService) {
    Verdict verdict = named(name, category, status);

    assertThat(verdict.category()).isEqualTo(Category.BLOCKED);
    assertThat(verdict.blockedKind()).isEqualTo(kind);
    assertThat(verdict.beforeService()).isEqualTo(beforeService);
    assertThat(verdict.retryable()).isFalse();
    assertThat(verdict.actors())
        .isEqualTo(
            kind == Kind.CLIENT_SIGNATURE
                ? List.of(Actor.CALLER, Actor.GMC_FIREWALL)
                : List.of(Actor.GMC_FIREWALL));
  }

  @ParameterizedTest
  @CsvSource({
    "x,cloudflare,500,true",
    "x,origin,502,true",
    "x,origin,399,true",
    "x,x,500,false",
    "firewall,x,500,false"
  })
  void anOutageWithoutACodePassesByItselfIfItsCategorySaysSo(
      String name, String category, int status, boolean retryable) {
    Verdict verdict = named(name, category, status);

    assertThat(verdict.category()).isEqualTo(Category.UNAVAILABLE);
    assertThat(verdict.finding()).isEqualTo("an outage at the edge");
    assertThat(verdict.retryable()).isEqualTo(retryable);
    assertThat(verdict.beforeService()).isFalse();
    assertThat(verdict.actors()).containsExactly(Actor.GMC_SERVICE, Actor.CLOUDFLARE);
  }

  @ParameterizedTest
  @CsvSource({"rate_limited,access_denied", "x,rate_limit"})
  void aLimitWithoutACodeIsKnownByItsNameOrItsCategory(String name, String category) {
    Verdict verdict = named(name, category, 403);

    assertThat(verdict.category()).isEqualTo(Category.RATE_LIMITED);
    assertThat(verdict.finding()).isEqualTo("too many requests");
  }

  @Test
  void theNameIsASignalIfThereIsOne() {
    assertThat(named("ip_banned", "x", 403).signals())
        .containsExactly(
            "the body says cloudflare_error: true, error_name ip_banned", "HTTP status 403");
    assertThat(Answers.judged(403, "{\"cloudflare_error\": true, \"error_code\": 1020}").signals())
        .containsExactly("the body says cloudflare_error: true", "HTTP status 403");
  }

  @Test
  void aNumberThatCannotBeACodeIsNone() {
    Verdict verdict = Answers.judged(403, "{\"cloudflare_error\": true, \"error_code\": 403}");

    assertThat(verdict.cloudflareCode()).isEmpty();
    assertThat(verdict.finding()).isEqualTo("a block by the edge");
  }

  private static Verdict named(String name, String category, int status) {
    return Answers.judged(
        status,
        "{\"cloudflare_error\": true, \"error_name\": \""
            + name
            + "\", \"error_category\": \""
            + category
            + "\"}");
  }

  @Test
  void cloudflaresOwnTitleExplainsACodeThatNobodyDocumented() {
    String body =
        "{\"cloudflare_error\": true, \"error_code\": 1999, \"error_category\": \"rewrite\","
            + " \"title\": \"Error 1999: rewrite of path failed\"}";

    assertThat(Answers.judged(500, body, Answers.EDGE).finding())
        .isEqualTo("error 1999: the edge failed (Error 1999: rewrite of path failed)");
    assertThat(Answers.judged(403, body.replace("1999,", "1020,"), Answers.EDGE).finding())
        .isEqualTo("error 1020: a GMC firewall rule refused the request");
  }
}
