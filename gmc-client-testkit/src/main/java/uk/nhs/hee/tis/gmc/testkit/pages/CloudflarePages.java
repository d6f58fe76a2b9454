package uk.nhs.hee.tis.gmc.testkit.pages;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import uk.nhs.hee.tis.gmc.testkit.pages.CloudflarePage.Shape;

/**
 * Every kind of answer that Cloudflare makes itself; start at {@link GmcPages#cloudflare()}.
 * Stateless and thread-safe.
 */
public final class CloudflarePages {
  private static final String ACCESS = "access_denied";
  private static final Set<Shape> HTML_ONLY = EnumSet.of(Shape.HTML);

  private static final Map<Integer, String> UNREACHABLE =
      Map.of(
          520, "Web server is returning an unknown error",
          521, "Web server is down",
          522, "Connection timed out",
          523, "Origin is unreachable",
          524, "A timeout occurred",
          525, "SSL handshake failed",
          526, "Invalid SSL certificate");

  CloudflarePages() {}

  /** {@return error 1020: a rule of the site's firewall refused the request} */
  public CloudflarePage firewallRule() {
    return blocked(1020, "firewall_rule_blocked", "A rule of the site's firewall stopped this.");
  }

  /** {@return error 1010: the signature of the client, above all its User-Agent, is banned} */
  public CloudflarePage clientSignature() {
    return blocked(
        1010, "browser_signature_banned", "The site does not let in clients of this signature.");
  }

  /** {@return error 1006: the caller's address is banned} */
  public CloudflarePage ipBan() {
    return ipBan(1006);
  }

  /**
   * {@return the ban of an address (1006, 1007, 1008, 1106) or of its whole network (1005)}
   *
   * @param code the Cloudflare error code
   * @throws IllegalArgumentException if the code is none of these
   */
  public CloudflarePage ipBan(int code) {
    requireOneOf(Set.of(1005, 1006, 1007, 1008, 1106), code, "code");
    return code == 1005
        ? blocked(code, "asn_banned", "The site does not let in the network of this address.")
        : blocked(code, "ip_banned", "The site does not let in this address.");
  }

  /** {@return error 1009: the country of the caller's address is banned} */
  public CloudflarePage countryBan() {
    return blocked(1009, "country_banned", "The site does not let in the country of this address.");
  }

  /** {@return error 1012: malware or suspicious activity was reported for the caller} */
  public CloudflarePage malware() {
    return blocked(1012, "malicious_activity", "Harmful activity was seen from this computer.");
  }

  /** {@return error 1003: the edge was addressed by its IP address} */
  public CloudflarePage directAccess() {
    return CloudflareError.of(403, 1003, "direct_ip_access", ACCESS)
        .text("Direct IP access not allowed", "The request names an address where a host belongs.")
        .advice("Ask for the host by its name.")
        .block()
        .page();
  }

  /** {@return the edge's answer to a host name that it does not serve: no Ray ID} */
  public CloudflarePage unknownHost() {
    return bare(403, "Forbidden", "unknown_host")
        .layout(PageLayout.BARE_WITHOUT_RAY)
        .onlyAs(HTML_ONLY)
        .block()
        .page();
  }

  /** {@return today's challenge (403 and {@code cf-mitigated}), which no SOAP client passes} */
  public CloudflarePage challenge() {
    return challenge(403);
  }

  /**
   * {@return today's challenge with another of its statuses}
   *
   * @param status 403, 429 or 503
   * @throws IllegalArgumentException if the status is not 403, 429 or 503
   */
  public CloudflarePage challenge(int status) {
    requireOneOf(Set.of(403, 429, 503), status, "status");
    return CloudflareError.of(status, 0, "challenge", "challenge")
        .layout(PageLayout.CHALLENGE)
        .onlyAs(HTML_ONLY)
        .block()
        .page();
  }

  /** {@return the challenge used before 2022: 503, no {@code cf-mitigated}, and a decoy code} */
  public CloudflarePage legacyChallenge() {
    return CloudflareError.of(503, 0, "challenge", "challenge")
        .layout(PageLayout.LEGACY_CHALLENGE)
        .onlyAs(HTML_ONLY)
        .block()
        .page();
  }

  /**
   * {@return error 1015, too many requests, with this {@code Retry-After} in whole seconds}
   *
   * @param retryAfter cut to whole seconds, 0 or more
   * @throws IllegalArgumentException if the time is negative
   */
  public CloudflarePage rateLimited(Duration retryAfter) {
    if (retryAfter.isNegative()) {
      throw new IllegalArgumentException("retryAfter must not be negative, but is " + retryAfter);
    }
    return CloudflareError.of(429, 1015, "rate_limited", "rate_limit")
        .text("You are being rate limited", "More requests came than the site takes.")
        .advice("Wait for the time named, then go on more slowly.")
        .retryAfter(retryAfter)
        .page();
  }

  /**
   * {@return the block of a managed rule that mistook the request for an attack: no code at all}
   */
  public CloudflarePage wafBlock() {
    return CloudflareError.of(403, 0, "waf_block", ACCESS)
        .text("Attention Required!", "Something in the request looked like an attack.")
        .layout(PageLayout.WAF)
        .onlyAs(HTML_ONLY)
        .block()
        .page();
  }

  /** {@return a block in the owner's own words, with status 403} */
  public CloudflarePage customBlock() {
    return customBlock(403);
  }

  /**
   * {@return a block in the owner's own words: nothing in the body names Cloudflare}
   *
   * @param status 400 to 499
   * @throws IllegalArgumentException if the status is not 400 to 499
   */
  public CloudflarePage customBlock(int status) {
    if (status < 400 || status > 499) {
      throw new IllegalArgumentException("status must be 400 to 499, but is " + status);
    }
    return CloudflareError.of(status, 0, "custom", ACCESS)
        .layout(PageLayout.CUSTOM)
        .onlyAs(EnumSet.of(Shape.HTML, Shape.TEXT, Shape.JSON, Shape.XML))
        .block()
        .page();
  }

  /**
   * {@return an error between Cloudflare and the GMC's server} With 520, 522 and 524 the operation
   * may have run.
   *
   * @param code 520 unknown, 521 refused, 522 no connection in time, 523 no route, 524 no answer in
   *     time, 525 TLS handshake, 526 certificate
   * @throws IllegalArgumentException if the code is none of these
   */
  public CloudflarePage originUnreachable(int code) {
    requireOneOf(UNREACHABLE.keySet(), code, "code");
    return serverError(code, "origin_error", UNREACHABLE.getOrDefault(code, ""))
        .retryable(code < 525)
        .page();
  }

  /** {@return error 1016 in status 530: the GMC's server has no address} */
  public CloudflarePage originDns() {
    return CloudflareError.of(530, 1016, "origin_dns_error", "dns")
        .text("Origin DNS error", "The name of the site's server leads to no address.")
        .page();
  }

  /** {@return error 1033 in status 530: the tunnel to the GMC's server is down} */
  public CloudflarePage tunnelDown() {
    return CloudflareError.of(530, 1033, "tunnel_error", "tunnel")
        .text("Cloudflare Tunnel error", "Nobody is at the other end of the site's tunnel.")
        .retryable(true)
        .page();
  }

  /** {@return error 1101 in status 500: the site's own script at the edge failed} */
  public CloudflarePage workerFailed() {
    return CloudflareError.of(500, 1101, "worker_exception", "worker")
        .text("Worker threw exception", "A program that the site runs on the edge broke off.")
        .page();
  }

  /**
   * {@return Cloudflare's own page in place of the origin's 502 or 504}
   *
   * @param status 502 or 504
   * @throws IllegalArgumentException if the status is neither
   */
  public CloudflarePage badGateway(int status) {
    requireOneOf(Set.of(502, 504), status, "status");
    return serverError(status, "bad_gateway", status == 502 ? "Bad gateway" : "Gateway time-out")
        .retryable(true)
        .page();
  }

  /**
   * {@return a failure of Cloudflare itself: a page without its branding}
   *
   * @param status 500, 502, 503 or 504
   * @throws IllegalArgumentException if the status is not 500, 502, 503 or 504
   */
  public CloudflarePage edgeFault(int status) {
    Map<Integer, String> titles =
        Map.of(
            500, "Internal Server Error",
            502, "Bad Gateway",
            503, "Service Temporarily Unavailable",
            504, "Gateway Time-out");
    requireOneOf(titles.keySet(), status, "status");
    return bare(status, titles.getOrDefault(status, ""), "edge_fault").retryable(true).page();
  }

  private static CloudflarePage blocked(int code, String name, String detail) {
    return CloudflareError.of(403, code, name, ACCESS).text("Access denied", detail).block().page();
  }

  private static CloudflareError.Draft serverError(int code, String name, String title) {
    return CloudflareError.of(code, code, name, "origin")
        .text(title, "The edge got no usable answer from the site's own server.")
        .advice("Try again later; where it lasts, tell the owner of the site.")
        .layout(PageLayout.SERVER);
  }

  private static CloudflareError.Draft bare(int status, String title, String name) {
    return CloudflareError.of(status, status, name, "cloudflare")
        .text(title, "The edge itself failed.")
        .advice("Try again later.")
        .layout(PageLayout.BARE);
  }

  private static void requireOneOf(Set<Integer> allowed, int given, String what) {
    if (!allowed.contains(given)) {
      throw new IllegalArgumentException(
          what + " must be one of " + new TreeSet<>(allowed) + ", but is " + given);
    }
  }
}
