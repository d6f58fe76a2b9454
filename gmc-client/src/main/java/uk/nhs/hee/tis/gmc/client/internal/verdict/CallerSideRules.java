package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category.INTERMEDIARY;
import static uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category.RATE_LIMITED;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.GmcIntermediaryException.Kind;
import uk.nhs.hee.tis.gmc.client.error.Source;

/** Steps 1, 4 and 11: something between the caller and the edge answered. */
final class CallerSideRules {
  private static final List<String> PROXY_HEADERS =
      List.of("Via", "X-Cache", "X-Cache-Lookup", "Proxy-Connection", "Proxy-Agent", "X-Proxy-Id");

  private CallerSideRules() {}

  static Verdict.@Nullable Builder proxyLogin(Clues clues) {
    int status = clues.status();
    if (status != 407 && status != 511) {
      return null;
    }
    boolean sure = !clues.throughCloudflare() || clues.headers().has("Proxy-Authenticate");
    String finding =
        status == 407 ? "HTTP 407, a proxy wants a login" : "HTTP 511, the network wants a login";
    return intermediary(Kind.PROXY_LOGIN, finding)
        .beforeService(true)
        .confidence(sure ? Confidence.CERTAIN : Confidence.LIKELY)
        .signal("only a proxy or an access network answers HTTP " + status);
  }

  static Verdict.@Nullable Builder otherVendor(Clues clues) {
    if (clues.origin().sureHeader()) {
      return null;
    }
    Optional<OtherVendors.Sighting> found =
        OtherVendors.decisive(clues.headers(), clues.page(), clues.throughCloudflare());
    if (found.isEmpty()) {
      return null;
    }
    OtherVendors.Sighting vendor = found.get();
    return byStatus(clues.status(), vendor.vendor())
        .beforeService(stopsRequests(clues, vendor.confidence()))
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
        byStatus(clues.status(), "an unknown intermediary")
            .beforeService(stopsRequests(clues, confidence))
            .confidence(confidence)
            .signal("no cf-ray header: the answer did not come through Cloudflare")
            .signal("no sign of the GMC's own server");
    proxy.ifPresent(name -> verdict.signal(clues.headers().shown(name)));
    return verdict;
  }

  static Verdict.Builder portal(String finding, String signal) {
    return intermediary(Kind.PORTAL, finding)
        .beforeService(true)
        .confidence(Confidence.LIKELY)
        .signal(signal);
  }

  /** A gateway's 5xx may tell of an answer that it lost: then the service may have acted. */
  private static boolean stopsRequests(Clues clues, Confidence confidence) {
    boolean lostAnswer = clues.statusBetween(500, 599) && clues.status() != 503;
    return confidence != Confidence.WEAK && !lostAnswer;
  }

  /** A rate limit and an outage of the way pass, whoever answers so. */
  private static Verdict.Builder byStatus(int status, String who) {
    String finding = "HTTP " + status + " by " + who;
    if (status == 429) {
      return Verdict.of(RATE_LIMITED, Source.INTERMEDIARY, finding)
          .retryable(true)
          .whoActs(Who.CALLER);
    }
    return status >= 502 && status <= 504
        ? intermediary(Kind.OUTAGE, finding).retryable(true)
        : intermediary(Kind.BLOCK, finding);
  }

  private static Verdict.Builder intermediary(Kind kind, String finding) {
    return Verdict.of(INTERMEDIARY, Source.INTERMEDIARY, finding)
        .intermediaryKind(kind)
        .whoActs(Who.NETWORK);
  }
}
