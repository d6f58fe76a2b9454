package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category.INTERMEDIARY;
import static uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category.RATE_LIMITED;
import static uk.nhs.hee.tis.gmc.client.model.Actor.CALLER;
import static uk.nhs.hee.tis.gmc.client.model.Actor.CALLER_NETWORK;
import static uk.nhs.hee.tis.gmc.client.model.Actor.GMC_FIREWALL;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.GmcIntermediaryException.Kind;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/** Steps 1, 4 and 11: something between the caller and the edge answered. */
final class CallerSideRules {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final List<String> PROXY_HEADERS =
      List.of("Via", "X-Cache", "X-Cache-Lookup", "Proxy-Connection", "Proxy-Agent", "X-Proxy-Id");

  /** Squid errors that are sent before any of the request has been passed on. */
  private static final List<String> SQUID_STOPS =
      List.of("err_connect_fail", "err_dns_fail", "err_access_denied");

  /** What nginx, Apache and Tomcat say to plain http on a port for https. */
  private static final List<String> WRONG_SCHEME =
      List.of(
          "plain http request was sent to https port",
          "speaking plain http to an ssl-enabled server port",
          "combination of host and port requires tls");

  /** What a filter's page says when its policy refuses a request. */
  private static final List<String> BLOCK_WORDS =
      List.of("has been blocked", "was blocked", "is blocked", "policy_denied", "page blocked");

  private CallerSideRules() {}

  static Verdict.@Nullable Builder proxyLogin(Clues clues) {
    int status = clues.status();
    if (status != 407 && status != 511) {
      return null;
    }
    boolean sure = !clues.throughCloudflare() || clues.headers().has("Proxy-Authenticate");
    String finding =
        status == 407
            ? "HTTP 407, a proxy requires authentication"
            : "HTTP 511, the network requires authentication";
    return intermediary(Kind.PROXY_LOGIN, finding)
        .beforeService(clues.throughCloudflare() ? null : BeforeService.PROXY_LOGIN)
        .confidence(sure ? Confidence.CERTAIN : Confidence.LIKELY)
        .signal("only a proxy or an access network sends HTTP " + status);
  }

  static Verdict.@Nullable Builder otherVendor(Clues clues) {
    boolean cloudflares = clues.cloudflareId().isPresent() || clues.structured().isPresent();
    // Behind Cloudflare a vendor's header may be on every answer, including a failure of the
    // service.
    boolean passedOn =
        clues.throughCloudflare()
            && (clues.origin().anyLikely()
                || clues.origin().usualPresent()
                || clues.statusBetween(500, 599)
                || EdgeCodeRules.isTextForm(clues.page()));
    if (clues.origin().sureHeader() || passedOn || cloudflares) {
      return null;
    }
    Optional<OtherVendors.Sighting> found =
        OtherVendors.decisive(
            clues.headers(),
            clues.page(),
            clues.throughCloudflare(),
            clues.answer().usualOriginHeaders());
    if (found.isEmpty()) {
      return null;
    }
    OtherVendors.Sighting vendor = found.get();
    return verdict(clues, vendor)
        .actors(actors(clues, vendor))
        .beforeService(stopped(clues, vendor))
        .confidence(vendor.confidence())
        .signal(vendor.signal());
  }

  static Verdict.@Nullable Builder unknown(Clues clues) {
    if (clues.throughCloudflare() || clues.origin().any()) {
      return null;
    }
    Optional<String> proxy = PROXY_HEADERS.stream().filter(clues.headers()::has).findFirst();
    boolean cloudflareUsual = clues.answer().usualOriginHeaders().contains("cf-ray");
    Confidence confidence =
        proxy.isPresent() || cloudflareUsual ? Confidence.LIKELY : Confidence.WEAK;
    Verdict.Builder verdict =
        byStatus(
                clues.status(),
                "an unknown intermediary" + Stranger.product(clues.headers()) + hint(clues))
            .pageTitle(Stranger.title(clues.page()))
            .confidence(confidence)
            .signal("no cf-ray header: the answer did not come through Cloudflare")
            .signal("no sign of the GMC's own server");
    proxy.ifPresent(name -> verdict.signal(clues.headers().shown(name)));
    return verdict;
  }

  private static String hint(Clues clues) {
    if (clues.status() == 404) {
      return ", perhaps for a wrong host or path in the endpoint";
    }
    return clues.status() == 400 && WRONG_SCHEME.stream().anyMatch(clues.page()::has)
        ? ", which expects https on this port: check the endpoint's scheme and port"
        : "";
  }

  static Verdict.Builder portal(String finding, String signal) {
    return intermediary(Kind.PORTAL, finding).confidence(Confidence.LIKELY).signal(signal);
  }

  /**
   * A gateway's answer, whatever its status, may stand for one that it lost or held back. Only what
   * it says about the request itself, or a Squid error from before forwarding, proves otherwise.
   */
  private static @Nullable BeforeService stopped(Clues clues, OtherVendors.Sighting vendor) {
    if (clues.throughCloudflare() || clues.origin().any()) {
      return null;
    }
    if (SQUID_STOPS.stream().anyMatch(error -> squidSays(clues, error))) {
      return BeforeService.PROXY_BEFORE_FORWARDING;
    }
    if (vendor.confidence() != Confidence.CERTAIN) {
      return null;
    }
    switch (clues.status()) {
      case 400:
      case 413:
        return BeforeService.BAD_REQUEST;
      case 429:
        return BeforeService.RATE_LIMIT;
      default:
        return null;
    }
  }

  private static boolean squidSays(Clues clues, String error) {
    Page page = clues.page();
    boolean header =
        clues.headers().all("X-Squid-Error").stream()
            .map(value -> value.split(" ", 2)[0].toLowerCase(Locale.ROOT))
            .anyMatch(error::equals);
    boolean named = page.has("id=\"" + error + "\"") || page.has("id=" + error + ">");
    return header || (page.isHtml() && named && page.has("squid"));
  }

  private static List<Actor> actors(Clues clues, OtherVendors.Sighting vendor) {
    if (clues.throughCloudflare() && !vendor.isOfCaller()) {
      return List.of(GMC_FIREWALL);
    }
    return clues.status() == TOO_MANY_REQUESTS ? List.of(CALLER) : List.of(CALLER_NETWORK);
  }

  private static Verdict.Builder verdict(Clues clues, OtherVendors.Sighting vendor) {
    // Some filters answer their block pages with 503.
    boolean block =
        clues.statusBetween(502, 504)
            && clues.page().isProse()
            && BLOCK_WORDS.stream().anyMatch(clues.page()::has);
    return block
        ? intermediary(Kind.BLOCK, "HTTP " + clues.status() + " from " + vendor.vendor())
        : byStatus(clues.status(), vendor.vendor());
  }

  /** A rate limit or an outage on the way passes, whoever reports it. */
  private static Verdict.Builder byStatus(int status, String who) {
    String finding = "HTTP " + status + " from " + who;
    if (status == TOO_MANY_REQUESTS) {
      return Verdict.of(RATE_LIMITED, Source.INTERMEDIARY, finding).retryable(true).actors(CALLER);
    }
    return status >= 502 && status <= 504
        ? intermediary(Kind.OUTAGE, finding).retryable(true)
        : intermediary(Kind.BLOCK, finding);
  }

  private static Verdict.Builder intermediary(Kind kind, String finding) {
    return Verdict.of(INTERMEDIARY, Source.INTERMEDIARY, finding)
        .intermediaryKind(kind)
        .actors(CALLER_NETWORK);
  }
}
