package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.testkit.pages.GmcPages.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.testkit.Soap.Answer;
import uk.nhs.hee.tis.gmc.testkit.pages.CannedAnswer;
import uk.nhs.hee.tis.gmc.testkit.pages.CloudflarePage;
import uk.nhs.hee.tis.gmc.testkit.pages.CloudflarePage.Shape;

/** Cloudflare's pages, as they come over the wire. */
class CloudflarePagesTest {
  private static final String RAY = "0123456789abcdef";
  private static final List<String> EDGE_HEADERS =
      List.of("date", "content-type", "content-length", "server", "cf-ray");
  private static final List<String> PAGE_HEADERS =
      List.of("x-frame-options", "referrer-policy", "cache-control", "expires");
  private static final List<String> CHALLENGE_HEADERS =
      List.of("cf-mitigated", "accept-ch", "critical-ch", "cross-origin-opener-policy");

  @RegisterExtension static final GmcMockServer gmc = GmcMockServer.create();

  static Stream<Arguments> pagesInEveryShape() {
    return AllPages.ofCloudflare().entrySet().stream()
        .flatMap(e -> e.getValue().shapes().stream().map(s -> Arguments.of(e.getKey(), s)));
  }

  static Stream<Arguments> structuredPages() {
    return pagesInEveryShape()
        .filter(a -> a.get()[1] == Shape.JSON)
        .filter(a -> !a.get()[0].toString().startsWith("customBlock"))
        .map(a -> Arguments.of(a.get()[0]));
  }

  static CloudflarePage page(String name) {
    return AllPages.cloudflarePage(name);
  }

  static Answer sent(CannedAnswer page) {
    gmc.whenever().answersWith(page);
    return Soap.call(gmc, GmcOperation.GET_DOCTORS_FOR_DB, Soap.list("1-1RSSQ2H"));
  }

  @ParameterizedTest
  @MethodSource("pagesInEveryShape")
  void everyPageComesWithTheHeadersOfTheEdgeAndNoOthers(String name, Shape shape) {
    CannedAnswer page = page(name).rayId(RAY).location("MAN").as(shape);

    Answer answer = sent(page);

    assertThat(answer.http.statusCode()).isEqualTo(page.status());
    assertThat(answer.http.body()).isEqualTo(page.body());
    Map<String, List<String>> headers = answer.http.headers().map();
    assertThat(headers).containsEntry("server", List.of("cloudflare"));
    assertThat(headers)
        .containsEntry("cf-ray", List.of(name.equals("unknownHost") ? "-" : RAY + "-MAN"));
    assertThat(headers).containsEntry("date", List.of("Sun, 22 Nov 2026 00:05:12 GMT"));
    assertThat(headers).containsKeys(EDGE_HEADERS.toArray(String[]::new));
    assertThat(headers.keySet())
        .isSubsetOf(
            Stream.of(EDGE_HEADERS, PAGE_HEADERS, CHALLENGE_HEADERS, List.of("retry-after"))
                .flatMap(List::stream)
                .collect(Collectors.toList()));
    assertThat(headers.containsKey("cf-mitigated")).isEqualTo(name.startsWith("challenge"));
    assertThat(headers.containsKey("retry-after")).isEqualTo(name.equals("rateLimited"));
  }

  @ParameterizedTest
  @MethodSource("pagesInEveryShape")
  void everyPageIsOfItsShapesContentType(String name, Shape shape) {
    Map<Shape, String> types =
        Map.of(
            Shape.HTML, "text/html",
            Shape.TEXT, "text/plain",
            Shape.JSON,
                name.startsWith("customBlock") ? "application/json" : "application/problem+json",
            Shape.MARKDOWN, "text/markdown",
            Shape.XML, "application/xml");

    assertThat(sent(page(name).as(shape)).http.headers().firstValue("content-type").orElse(""))
        .startsWith(types.get(shape));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "firewallRule; 403; 1020; firewall_rule_blocked; access_denied; false",
        "clientSignature; 403; 1010; browser_signature_banned; access_denied; false",
        "ipBan; 403; 1006; ip_banned; access_denied; false",
        "ipBan 1005; 403; 1005; asn_banned; access_denied; false",
        "ipBan 1007; 403; 1007; ip_banned; access_denied; false",
        "ipBan 1008; 403; 1008; ip_banned; access_denied; false",
        "ipBan 1106; 403; 1106; ip_banned; access_denied; false",
        "countryBan; 403; 1009; country_banned; access_denied; false",
        "malware; 403; 1012; malicious_activity; access_denied; false",
        "directAccess; 403; 1003; direct_ip_access; access_denied; false",
        "rateLimited; 429; 1015; rate_limited; rate_limit; true",
        "originUnreachable 520; 520; 520; origin_error; origin; true",
        "originUnreachable 522; 522; 522; origin_error; origin; true",
        "originUnreachable 525; 525; 525; origin_error; origin; false",
        "originDns; 530; 1016; origin_dns_error; dns; false",
        "tunnelDown; 530; 1033; tunnel_error; tunnel; true",
        "workerFailed; 500; 1101; worker_exception; worker; false",
        "badGateway 502; 502; 502; bad_gateway; origin; true",
        "edgeFault 503; 503; 503; edge_fault; cloudflare; true",
      })
  void theStructuredPageNamesTheError(
      String name, int status, int code, String error, String category, boolean retryable)
      throws Exception {
    CannedAnswer json = page(name).asJson();

    JsonNode members = new ObjectMapper().readTree(json.body());

    assertThat(json.status()).isEqualTo(status);
    assertThat(members.get("status").asInt()).isEqualTo(status);
    assertThat(members.get("error_code").asInt()).isEqualTo(code);
    assertThat(members.get("error_name").asText()).isEqualTo(error);
    assertThat(members.get("error_category").asText()).isEqualTo(category);
    assertThat(members.get("retryable").booleanValue()).isEqualTo(retryable);
    assertThat(members.get("owner_action_required").booleanValue()).isEqualTo(!retryable);
    assertThat(text(page(name).asText())).isEqualTo("error code: " + code);
  }

  @ParameterizedTest
  @MethodSource("structuredPages")
  void everyStructuredPageHasTheMembersThatCloudflareDocuments(String name) throws Exception {
    JsonNode members = new ObjectMapper().readTree(page(name).rayId(RAY).asJson().body());

    for (String member :
        List.of("type", "title", "detail", "instance", "timestamp", "zone", "what_you_should_do")) {
      assertThat(members.get(member).asText()).as(member).isNotBlank();
    }
    assertThat(members.get("ray_id").asText()).isEqualTo(RAY);
    assertThat(members.get("cloudflare_error").booleanValue()).isTrue();
    assertThat(members.has("retry_after")).isEqualTo(name.equals("rateLimited"));
  }

  @ParameterizedTest
  @MethodSource("structuredPages")
  void theMarkdownPageHasTheMembersInItsFrontMatter(String page) throws Exception {
    String markdown = text(page(page).asMarkdown());
    JsonNode members = new ObjectMapper().readTree(page(page).asJson().body());

    String[] parts = markdown.split("(?m)^---$", -1);
    assertThat(parts).hasSize(3);
    assertThat(parts[0]).isEmpty();
    members
        .fieldNames()
        .forEachRemaining(
            name -> assertThat(parts[1].lines()).contains(name + ": " + members.get(name)));
    assertThat(parts[2]).startsWith("\n\n# Error ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "firewallRule; id=\"cf-wrapper\"; <span class=\"cf-error-code\">1020</span>",
        "clientSignature; id=\"cf-error-details\"; <span class=\"cf-error-code\">1010</span>",
        "ipBan; id=\"cf_styles-css\"; data-translate=\"error\">Error</span>",
        "rateLimited; You are being rate limited; <span class=\"cf-error-code\">1015</span>",
        "wafBlock; <title>Attention Required! | Cloudflare</title>; data-translate=\"block_headline\"",
        "challenge; _cf_chl_opt; orchestrate/chl_page",
        "challenge 429; <title>Just a moment...</title>; <span class=\"cf-error-code\">1020</span>",
        "legacyChallenge; jschl_vc; cf-browser-verification",
        "originUnreachable 522; | 522: Connection timed out</title>; id=\"cf-host-status\"",
        "originDns; <span class=\"cf-error-code\">1016</span>; Origin DNS error",
        "workerFailed; <span class=\"cf-error-code\">1101</span>; Worker threw exception",
        "badGateway 502; | 502: Bad gateway</title>; code-label\">Error code 502",
        "edgeFault 500; <title>500 Internal Server Error</title>; <hr><center>cloudflare</center>",
        "unknownHost; <title>403 Forbidden</title>; <hr><center>cloudflare</center>",
      })
  void theHtmlPageHasTheWordsThatTellItsKind(String name, String one, String other) {
    assertThat(text(page(name).asHtml())).contains(one, other);
  }

  @ParameterizedTest
  @CsvSource({
    "firewallRule, true",
    "originUnreachable 522, true",
    "badGateway 504, true",
    "wafBlock, true",
    "customBlock, true",
    "challenge, false",
    "edgeFault 500, false"
  })
  void thePagesForPeopleShowTheAddressThatTheEdgeSaw(String name, boolean shown) {
    assertThat(text(page(name).clientAddress("203.0.113.7").asHtml()).contains("203.0.113.7"))
        .isEqualTo(shown);
  }

  @Test
  void theOwnersPageDoesNotNameCloudflareButQuotesTheRayId() {
    for (Shape shape : cloudflare().customBlock().shapes()) {
      assertThat(text(cloudflare().customBlock().rayId(RAY).as(shape)))
          .contains(RAY)
          .doesNotContainIgnoringCase("cloudflare")
          .doesNotContain("cf-");
    }
  }

  @Test
  void aPageIsTheSameEveryTimeUntilItIsToldOtherwise() {
    assertThat(cloudflare().firewallRule().asHtml())
        .isEqualTo(cloudflare().firewallRule().asHtml());
    assertThat(cloudflare().firewallRule().asHtml().headers())
        .containsEntry("CF-RAY", List.of("8f3c2a9d1b7e4650-LHR"));
    assertThat(cloudflare().firewallRule())
        .hasToString(
            "CloudflarePage[status=403, code=1020, rayId=8f3c2a9d1b7e4650, location=LHR,"
                + " clientAddress=203.0.113.45]");
  }

  @Test
  void aPageThatDoesNotExistIsRefused() {
    assertThatThrownBy(() -> cloudflare().challenge().asJson())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Cloudflare has no JSON of this page, only [HTML]");
    assertThatThrownBy(() -> cloudflare().firewallRule().asXml())
        .hasMessage("Cloudflare has no XML of this page, only [HTML, TEXT, JSON, MARKDOWN]");
    assertThatThrownBy(() -> cloudflare().ipBan(1020))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("code must be one of [1005, 1006, 1007, 1008, 1106], but is 1020");
    assertThatThrownBy(() -> cloudflare().originUnreachable(530))
        .hasMessage("code must be one of [520, 521, 522, 523, 524, 525, 526], but is 530");
    assertThatThrownBy(() -> cloudflare().badGateway(503))
        .hasMessage("status must be one of [502, 504], but is 503");
    assertThatThrownBy(() -> cloudflare().edgeFault(501))
        .hasMessage("status must be one of [500, 502, 503, 504], but is 501");
    assertThatThrownBy(() -> cloudflare().challenge(200))
        .hasMessage("status must be one of [403, 429, 503], but is 200");
    assertThatThrownBy(() -> cloudflare().customBlock(500))
        .hasMessage("status must be 400 to 499, but is 500");
    assertThatThrownBy(() -> cloudflare().rateLimited(Duration.ofSeconds(-1)))
        .hasMessage("retryAfter must not be negative, but is PT-1S");
    assertThatThrownBy(() -> cloudflare().malware().rayId("8F3C"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rayId must be 16 lower-case hex digits, but is 8F3C");
    assertThatThrownBy(() -> cloudflare().malware().location("London"))
        .hasMessage("location must be three capital letters, but is London");
    assertThatThrownBy(() -> cloudflare().malware().clientAddress("<b>"))
        .hasMessage("clientAddress must be an IP address, but is <b>");
  }

  private static String text(CannedAnswer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
