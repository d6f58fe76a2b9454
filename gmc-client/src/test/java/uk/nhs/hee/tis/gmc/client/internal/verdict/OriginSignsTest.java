package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginSignsTest {
  private static final Page NOTHING = Page.of("");

  @ParameterizedTest
  @CsvSource({
    "X-AspNet-Version: 4,header X-AspNet-Version: 4",
    "X-AspNetMvc-Version: 5,header X-AspNetMvc-Version: 5",
    "jsonerror: true,header jsonerror: true",
    "X-Powered-By: ASP.NET,header X-Powered-By: ASP.NET",
    "Set-Cookie: ASP.NET_SessionId=secret,an ASP.NET session cookie",
    "Server: Microsoft-IIS/10.0,header Server: Microsoft-IIS/10.0",
    "Server: Microsoft-HTTPAPI/2.0,header Server: Microsoft-HTTPAPI/2.0",
    "'WWW-Authenticate: Basic realm=x',header WWW-Authenticate: Basic"
  })
  void aHeaderThatOnlyTheServerSetsIsASureSign(String header, String signal) {
    OriginSigns signs = signs(NOTHING, Set.of(), header);

    assertThat(signs.signals()).containsExactly(signal);
    assertThat(signs.sureHeader()).isTrue();
    assertThat(signs.anySure()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Server: cloudflare",
        "X-Powered-By: PHP",
        "Set-Cookie: x=asp.net_sessionid=",
        "WWW-Authenticate: Cloudflare-Access x",
        "WWW-Authenticate: PrivateToken challenge=x",
        "cf-cache-status: NONE/UNKNOWN",
        "cf-cache-status: unknown"
      })
  void aHeaderThatAnybodySetsIsNoSign(String header) {
    OriginSigns signs = signs(NOTHING, Set.of(), header);

    assertThat(signs.signals()).isEmpty();
    assertThat(signs.any()).isFalse();
  }

  @Test
  void aCacheStatusIsAWeakSign() {
    OriginSigns signs = signs(NOTHING, Set.of(), "cf-cache-status: DYNAMIC");

    assertThat(signs.signals()).containsExactly("header cf-cache-status: DYNAMIC");
    assertThat(signs.any()).isTrue();
    assertThat(signs.anySure()).isFalse();
    assertThat(signs.sureHeader()).isFalse();
  }

  @Test
  void aPageOfTheServerIsASureSignButNoHeader() {
    OriginSigns signs = signs(Page.of("<p>Internet Information Services"), Set.of());

    assertThat(signs.signals()).containsExactly("an IIS or ASP.NET page");
    assertThat(signs.anySure()).isTrue();
    assertThat(signs.sureHeader()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It failed: System.NullReferenceException: no such thing",
        "<html><pre>[System.Web.HttpException]",
        "It failed.\n   at System.Web.Run()",
        "<html><pre>It failed.\n   at Microsoft.AspNetCore.Run()"
      })
  void aStackTraceOfDotNetIsALikelySign(String page) {
    OriginSigns signs = signs(Page.of(page), Set.of());

    assertThat(signs.signals()).containsExactly("a body in an IIS or ASP.NET format");
    assertThat(signs.anySure()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Our System. An exception.",
        "It failed at Microsoft.",
        "at System",
        "Ecosystem.x"
      })
  void proseAboutASystemIsNoStackTrace(String page) {
    assertThat(signs(Page.of(page), Set.of()).signals()).isEmpty();
  }

  @Test
  void aHeaderOfEarlierGoodAnswersIsAWeakSignSinceAProxyMayAddItToEveryAnswer() {
    OriginSigns signs =
        signs(NOTHING, Set.of("x-gmc-node", "x-other", "date"), "X-GMC-Node: 7", "Date: x");

    assertThat(signs.signals()).isEqualTo(List.of("header x-gmc-node, as in earlier good answers"));
    assertThat(signs.usualMissing()).isFalse();
    assertThat(signs.usualPresent()).isTrue();
    assertThat(signs.anyLikely()).isFalse();
    assertThat(signs.sureHeader()).isFalse();
  }

  @Test
  void aHeaderOfEarlierGoodAnswersIsNoSignWhereTheyCameThroughCloudflareAndThisOneDidNot() {
    OriginSigns signs = signs(NOTHING, Set.of("cf-ray", "x-gmc-node"), "X-GMC-Node: 7");

    assertThat(signs.signals()).isEmpty();
    assertThat(signs.any()).isFalse();
    assertThat(signs.usualPresent()).isFalse();
  }

  @Test
  void whatEarlierGoodAnswersHadAndThisOneLacksIsNamedUpToFourHeaders() {
    assertThat(missing(Set.of("x-a", "date")))
        .isEqualTo("no header x-a, which earlier good answers had");
    assertThat(missing(Set.of("x-b", "x-a", "cf-cache-status")))
        .isEqualTo("no header x-a, x-b, cf-cache-status, which earlier good answers had");
    assertThat(missing(Set.of("x-e", "x-d", "x-c", "x-b", "x-a")))
        .isEqualTo("no header x-a, x-b, x-c, x-d, which earlier good answers had");
    assertThat(missing(Set.of("cf-cache-status")))
        .isEqualTo("no header cf-cache-status, which earlier good answers had");
  }

  @Test
  void headersThatAnybodySetsAreNotMissed() {
    assertThat(signs(NOTHING, Set.of("date", "server", "cf-ray", "content-type")).usualMissing())
        .isFalse();
  }

  private static String missing(Set<String> usual) {
    OriginSigns signs = signs(NOTHING, usual);
    assertThat(signs.usualMissing()).isTrue();
    return signs.missingSignal();
  }

  private static OriginSigns signs(Page page, Set<String> usual, String... headers) {
    return new OriginSigns(Answers.headers(headers), page, usual, false);
  }
}
