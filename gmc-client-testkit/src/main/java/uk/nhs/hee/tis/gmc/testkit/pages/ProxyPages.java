package uk.nhs.hee.tis.gmc.testkit.pages;

import java.util.Map;
import uk.nhs.hee.tis.gmc.testkit.internal.PageTemplate;

/**
 * Answers from the caller's own network, or from another vendor's firewall: none of it passed
 * Cloudflare, so nothing has a Ray ID. Start at {@link GmcPages#proxy()}. Stateless and
 * thread-safe.
 */
public final class ProxyPages {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String PROXY = "proxy.trust.example";

  ProxyPages() {}

  /** {@return a 407 from a Squid proxy: it requires authentication} */
  public CannedAnswer loginRequired() {
    return squid(407, "ERR_CACHE_ACCESS_DENIED", "Say who you are before you use this proxy.")
        .header("Proxy-Authenticate", "Basic realm=\"" + PROXY + "\"")
        .build();
  }

  /** {@return a 511: the network, not the site, requires authentication} */
  public CannedAnswer networkLoginRequired() {
    return answer(511, HTML).body(page("captive-portal.html")).build();
  }

  /** {@return a 200 with a captive portal's sign-in page in place of the answer} */
  public CannedAnswer captivePortal() {
    return answer(200, HTML)
        .header("Cache-Control", "no-store")
        .body(page("captive-portal.html"))
        .build();
  }

  /** {@return a captive portal's redirect to its sign-in page} */
  public CannedAnswer captivePortalRedirect() {
    return answer(302, HTML)
        .header("Location", "https://portal.hospital-guest.example/sign-in")
        .build();
  }

  /** {@return a 403 from a Squid proxy: its rules do not allow the address} */
  public CannedAnswer blocked() {
    return squid(403, "ERR_ACCESS_DENIED", "The rules of this proxy do not allow the address.")
        .build();
  }

  /** {@return a 503 from a Squid proxy that could not connect} */
  public CannedAnswer connectFailed() {
    return squid(503, "ERR_CONNECT_FAIL", "The proxy got no connection.").build();
  }

  /** {@return a 503 from a Squid proxy that could not resolve the host name} */
  public CannedAnswer dnsFailed() {
    return squid(503, "ERR_DNS_FAIL", "The proxy found no address for the name.").build();
  }

  /** {@return a 503 from a Squid proxy that may not connect directly and has no other route} */
  public CannedAnswer cannotForward() {
    return squid(503, "ERR_CANNOT_FORWARD", "The proxy has no way to the address.").build();
  }

  /** {@return a 504 from a Squid proxy that sent the request and got no answer in time} */
  public CannedAnswer readTimedOut() {
    return squid(504, "ERR_READ_TIMEOUT", "The proxy waited in vain for an answer.").build();
  }

  /** {@return a 502 from a Squid proxy that sent the request and got nothing back} */
  public CannedAnswer emptyReply() {
    return squid(502, "ERR_ZERO_SIZE_OBJECT", "The connection ended without an answer.").build();
  }

  /** {@return a 403 from Zscaler} */
  public CannedAnswer zscaler() {
    return answer(403, HTML)
        .header("Server", "Zscaler/6.2")
        .header("Cache-Control", "no-cache")
        .body(page("Internet security", "Zscaler has stopped this in line with the trust's rules."))
        .build();
  }

  /** {@return a 403 from a Fortinet web filter} */
  public CannedAnswer fortinet() {
    return answer(403, HTML)
        .body(
            page(
                "Web filter",
                "This is not open to you."
                    + " <img src=\"https://globalurl.fortinet.net/logo.gif\" alt=\"\">"))
        .build();
  }

  /** {@return a 403 from a Blue Coat proxy} */
  public CannedAnswer blueCoat() {
    return answer(403, HTML).body(page("Refused (policy_denied)", "Ask your IT team.")).build();
  }

  /** {@return a 403 from a Palo Alto firewall} */
  public CannedAnswer paloAlto() {
    return answer(403, HTML)
        .body(page("Web page", "This page has been blocked in accordance with company policy."))
        .build();
  }

  /** {@return a 403 from Akamai} */
  public CannedAnswer akamai() {
    return answer(403, "text/html")
        .header("Server", "AkamaiGHost")
        .header("Mime-Version", "1.0")
        .body(page("Access Denied", "No permission. Reference #18.2d351ab8.1763769912.a3b4c5d"))
        .build();
  }

  /** {@return a 403 from Imperva} */
  public CannedAnswer imperva() {
    return imperva(403);
  }

  /** {@return a 200 from Imperva: the same page in place of the answer} */
  public CannedAnswer impervaWithSuccess() {
    return imperva(200);
  }

  private static CannedAnswer imperva(int status) {
    return answer(status, "text/html")
        .header("X-Iinfo", "9-1234567-0 0NNN RT(1763769912000 3) q(0 -1 -1 0) r(0 -1) B15")
        .header("Set-Cookie", "incap_ses_123_4567890=invented; path=/; Domain=.example")
        .body(page("imperva.html"))
        .build();
  }

  /** {@return a 403 from CloudFront: AWS WAF blocked the request} */
  public CannedAnswer awsWaf() {
    return answer(403, "text/html")
        .header("Server", "CloudFront")
        .header("X-Cache", "Error from cloudfront")
        .header("Via", "1.1 0123456789abcdef0123456789abcdef.cloudfront.net (CloudFront)")
        .header("X-Amz-Cf-Id", "invented-invented-invented-invented-invented==")
        .body(page("ERROR: The request could not be satisfied", "Generated by cloudfront."))
        .build();
  }

  /** {@return a 202 from AWS WAF: a challenge with no body} */
  public CannedAnswer awsWafChallenge() {
    return answer(202, "text/html; charset=UTF-8")
        .header("Server", "awselb/2.0")
        .header("x-amzn-waf-action", "challenge")
        .build();
  }

  /** {@return a 403 from Azure Front Door} */
  public CannedAnswer azureFrontDoor() {
    return answer(403, "text/html")
        .header("x-azure-ref", "20261122T000512Z-invented0000000000000000000000")
        .body(page("Error", "The request is blocked."))
        .build();
  }

  /** {@return a 403 from an Azure application gateway} */
  public CannedAnswer azureApplicationGateway() {
    return answer(403, "text/html")
        .header("Server", "Microsoft-Azure-Application-Gateway/v2")
        .body(page("403 Forbidden", "Microsoft-Azure-Application-Gateway/v2"))
        .build();
  }

  /** {@return a 200 from F5, the default of its firewall: a refusal that looks like success} */
  public CannedAnswer f5() {
    return answer(200, HTML)
        .header("Cache-Control", "no-cache")
        .body(
            page(
                "Request Rejected",
                "The requested URL was rejected. Your support ID is: 1234567890123456789"))
        .build();
  }

  private static CannedAnswer.Builder squid(int status, String error, String detail) {
    return answer(status, HTML)
        .header("Server", "squid/5.7")
        .header("Mime-Version", "1.0")
        .header("X-Squid-Error", error + " 0")
        .header("Via", "1.1 " + PROXY + " (squid/5.7)")
        .header("X-Cache", "NONE from " + PROXY)
        .body(
            PageTemplate.named("squid.html")
                .filledWith(
                    Map.of(
                        "error", error,
                        "detail", detail,
                        "zone", EdgePass.ZONE,
                        "proxy", PROXY)));
  }

  private static CannedAnswer.Builder answer(int status, String contentType) {
    return CannedAnswer.builder()
        .status(status)
        .header("Date", EdgePass.dateHeader())
        .header("Content-Type", contentType);
  }

  private static String page(String template) {
    return PageTemplate.named(template).filledWith(Map.of());
  }

  private static String page(String title, String detail) {
    return PageTemplate.named("intermediary.html")
        .filledWith(Map.of("title", title, "detail", detail));
  }
}
