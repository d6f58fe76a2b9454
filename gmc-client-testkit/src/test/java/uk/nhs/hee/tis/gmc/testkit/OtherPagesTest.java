package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.hee.tis.gmc.client.SoapVersion;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.testkit.Soap.Answer;
import uk.nhs.hee.tis.gmc.testkit.internal.PageTemplate;
import uk.nhs.hee.tis.gmc.testkit.pages.CannedAnswer;
import uk.nhs.hee.tis.gmc.testkit.pages.GmcPages;

/** The pages of the GMC's own server and of intermediaries, as they come over the wire. */
class OtherPagesTest {
  @RegisterExtension static final GmcMockServer gmc = GmcMockServer.create();

  static Set<String> originPages() {
    return AllPages.ofTheOrigin().keySet();
  }

  static Stream<String> signedOriginPages() {
    return originPages().stream().filter(name -> !name.equals("serviceUnavailable"));
  }

  static Set<String> intermediaryPages() {
    return AllPages.ofIntermediaries().keySet();
  }

  private static Answer sent(CannedAnswer page) {
    gmc.whenever().answersWith(page);
    return Soap.call(gmc, GmcOperation.GET_DOCTORS_FOR_DB, Soap.list("1-1RSSQ2H"));
  }

  @ParameterizedTest
  @MethodSource("originPages")
  void aPageOfTheOriginHasPassedCloudflareUncached(String name) {
    CannedAnswer page = AllPages.originPage(name);

    Answer answer = sent(page);

    assertThat(answer.http.statusCode()).isEqualTo(page.status());
    assertThat(answer.http.body()).isEqualTo(page.body());
    assertThat(answer.http.headers().map())
        .containsEntry("server", List.of("cloudflare"))
        .containsEntry("cf-ray", List.of("8f3c2a9d1b7e4650-LHR"))
        .containsEntry("cf-cache-status", List.of("DYNAMIC"))
        .containsKeys("date", "content-type", "content-length");
  }

  @ParameterizedTest
  @MethodSource("signedOriginPages")
  void aPageOfTheOriginIsSignedByAspNet(String name) {
    assertThat(AllPages.originPage(name).headers())
        .containsEntry("X-Powered-By", List.of("ASP.NET"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "forbidden; 403; <h2>403 - Forbidden: Access is denied.</h2>",
        "ipRejected; 403; <h2>403.6 - Forbidden",
        "unauthorized; 401; <h2>401 - Unauthorized",
        "notFound; 404; <h2>404 - File or directory not found.</h2>",
        "serverError; 500; <h2>500 - Internal server error.</h2>",
        "applicationError; 500; Server Error in '/GMCWebServices' Application.",
        "serviceUnavailable; 503; HTTP Error 503. The service is unavailable.",
        "maintenance; 503; planned maintenance",
        "clientFault SOAP_1_1; 500; <faultcode>soap:Client</faultcode>",
        "clientFault SOAP_1_2; 500; <soap:Value>soap:Sender</soap:Value>",
        "serverFault SOAP_1_1; 500; <faultcode>soap:Server</faultcode>",
        "serverFault SOAP_1_2; 500; <soap:Value>soap:Receiver</soap:Value>",
        "unknownAction SOAP_1_1; 500; HTTP Header SOAPAction: a&lt;b.",
      })
  void aPageOfTheOriginHasItsStatusAndWords(String name, int status, String words) {
    CannedAnswer page = AllPages.originPage(name);

    assertThat(page.status()).isEqualTo(status);
    assertThat(text(page)).contains(words);
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void aFaultIsAWholeEnvelopeOfItsVersion(SoapVersion version) {
    Answer answer = sent(GmcPages.aspNet().rayId("0123456789abcdef").serverFault(version));

    assertThat(answer.all("Fault")).hasSize(1);
    assertThat(answer.http.headers().firstValue("cf-ray")).hasValue("0123456789abcdef-LHR");
    assertThat(answer.http.headers().firstValue("content-type"))
        .hasValue(
            (version == SoapVersion.SOAP_1_1 ? "text/xml" : "application/soap+xml")
                + "; charset=utf-8");
    assertThat(answer.http.headers().firstValue("x-aspnet-version")).isPresent();
  }

  @Test
  void theOriginsPagesTakeARayIdAndTellItsLoginSchemes() {
    assertThat(GmcPages.iis().rayId("0123456789abcdef").unauthorized().headers())
        .containsEntry("CF-RAY", List.of("0123456789abcdef-LHR"))
        .containsEntry("WWW-Authenticate", List.of("Negotiate", "NTLM"));
    assertThat(GmcPages.maintenance().headers()).containsEntry("Retry-After", List.of("3600"));
  }

  @ParameterizedTest
  @MethodSource("intermediaryPages")
  void anIntermediarysPageNeverSawCloudflare(String name) {
    CannedAnswer page = AllPages.intermediaryPage(name);

    Answer answer = sent(page);

    assertThat(answer.http.statusCode()).isEqualTo(page.status());
    assertThat(answer.http.body()).isEqualTo(page.body());
    Map<String, List<String>> headers = answer.http.headers().map();
    assertThat(headers).doesNotContainKeys("cf-ray", "cf-cache-status", "x-powered-by");
    assertThat(headers.getOrDefault("server", List.of())).doesNotContain("cloudflare");
    assertThat(answer.body()).doesNotContainIgnoringCase("cloudflare");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "loginRequired; 407; Proxy-Authenticate; Basic realm=\"proxy.trust.example\"",
        "blocked; 403; X-Squid-Error; ERR_ACCESS_DENIED 0",
        "connectFailed; 503; X-Squid-Error; ERR_CONNECT_FAIL 0",
        "captivePortalRedirect; 302; Location; https://portal.hospital-guest.example/sign-in",
        "zscaler; 403; Server; Zscaler/6.2",
        "akamai; 403; Server; AkamaiGHost",
        "impervaWithSuccess; 200; X-Iinfo; 9-1234567-0 0NNN RT(1763769912000 3) q(0 -1 -1 0) r(0"
            + " -1) B15",
        "awsWaf; 403; X-Cache; Error from cloudfront",
        "awsWafChallenge; 202; x-amzn-waf-action; challenge",
        "azureFrontDoor; 403; x-azure-ref; 20261122T000512Z-invented0000000000000000000000",
        "azureApplicationGateway; 403; Server; Microsoft-Azure-Application-Gateway/v2",
      })
  void anIntermediarySignsInItsHeaders(String name, int status, String header, String value) {
    CannedAnswer page = AllPages.intermediaryPage(name);

    assertThat(page.status()).isEqualTo(status);
    assertThat(page.headers()).containsEntry(header, List.of(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "blocked; 403; <body id=ERR_ACCESS_DENIED>",
        "dnsFailed; 503; <body id=ERR_DNS_FAIL>",
        "cannotForward; 503; <body id=ERR_CANNOT_FORWARD>",
        "readTimedOut; 504; <body id=ERR_READ_TIMEOUT>",
        "emptyReply; 502; <body id=ERR_ZERO_SIZE_OBJECT>",
        "varnish; 503; Backend fetch failed",
        "haproxyUnavailable; 503; No server is available to handle this request.",
        "haproxyBadGateway; 502; The server returned an invalid or incomplete response.",
        "haproxyTimedOut; 504; The server didn't respond in time.",
        "envoy; 503; upstream connect error or disconnect/reset before headers",
        "nginxBadGateway; 502; <center>nginx/",
        "nginxTimedOut; 504; <center>nginx/",
        "nginxRateLimited 503; 503; 503 Service Temporarily Unavailable",
        "nginxRateLimited 429; 429; 429 Too Many Requests",
        "networkLoginRequired; 511; Sign in",
        "captivePortal; 200; Sign in",
        "fortinet; 403; globalurl.fortinet.net",
        "blueCoat; 403; policy_denied",
        "paloAlto; 403; in accordance with company policy",
        "akamai; 403; Reference #18.",
        "imperva; 403; _Incapsula_Resource",
        "awsWaf; 403; Generated by cloudfront",
        "azureFrontDoor; 403; The request is blocked.",
        "f5; 200; The requested URL was rejected",
      })
  void anIntermediarySignsInItsPage(String name, int status, String words) {
    CannedAnswer page = AllPages.intermediaryPage(name);

    assertThat(page.status()).isEqualTo(status);
    assertThat(text(page)).contains(words);
  }

  @Test
  void nginxLimitsByOneOfTwoStatuses() {
    assertThatThrownBy(() -> GmcPages.gateway().nginxRateLimited(500))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("status must be 503 or 429, but is 500");
  }

  @Test
  void aTemplateWantsATextForEachHole() {
    PageTemplate bare = PageTemplate.named("bare.html");

    assertThat(bare.filledWith(Map.of("heading", "$1 \\ costs"))).contains("<h1>$1 \\ costs</h1>");
    assertThatThrownBy(() -> bare.filledWith(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bare.html needs a text for heading");
    assertThatThrownBy(() -> PageTemplate.named("none.html"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no page template none.html");
  }

  private static String text(CannedAnswer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
