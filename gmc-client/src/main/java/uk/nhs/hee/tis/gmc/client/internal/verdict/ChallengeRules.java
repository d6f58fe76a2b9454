package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category.BLOCKED;
import static uk.nhs.hee.tis.gmc.client.model.Actor.GMC_FIREWALL;

import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException.Kind;
import uk.nhs.hee.tis.gmc.client.error.Source;

/**
 * Steps 3 and 5: challenges, before any code is looked for, as challenge pages contain decoys; and
 * the Cloudflare Access login, which no SOAP client can pass either.
 */
final class ChallengeRules {
  private ChallengeRules() {}

  static Verdict.@Nullable Builder mitigationHeader(Clues clues) {
    if (!clues.headers().contains("cf-mitigated", "challenge")) {
      return null;
    }
    boolean sure = clues.throughCloudflare() && !clues.origin().sureHeader();
    return challenge(sure ? Confidence.CERTAIN : Confidence.LIKELY)
        .beforeService(clues.origin().sureHeader() ? null : BeforeService.CHALLENGE)
        .signal("header cf-mitigated: challenge");
  }

  static Verdict.@Nullable Builder page(Clues clues) {
    if (clues.status() < 400 || clues.origin().anySure()) {
      return null;
    }
    ChallengeMarks marks = ChallengeMarks.of(clues.page());
    // A single hint, such as the name of a form, may be on one of the GMC's own pages.
    if (!marks.any() || (!marks.certain() && clues.origin().any())) {
      return null;
    }
    // A challenge comes before the cache, so a cache status speaks against it, but too weakly to
    // win.
    boolean sure = marks.certain() && clues.throughCloudflare() && !clues.origin().any();
    return challenge(sure ? Confidence.CERTAIN : Confidence.LIKELY)
        .beforeService(sure ? BeforeService.CHALLENGE : null)
        .signal("the page contains '" + marks.first() + "'")
        .signal("no header from the GMC's own server");
  }

  static Verdict.@Nullable Builder access(Clues clues) {
    String signal = accessSign(clues);
    return signal == null
        ? null
        : Verdict.of(BLOCKED, Source.EDGE, "Cloudflare Access requires a login")
            .blockedKind(Kind.UNSPECIFIED)
            .actors(GMC_FIREWALL)
            .confidence(Confidence.LIKELY)
            .signal(signal);
  }

  private static @Nullable String accessSign(Clues clues) {
    CleanHeaders headers = clues.headers();
    if (clues.origin().anySure() || clues.statusBetween(200, 299)) {
      return null;
    }
    if (headers.startsWith("WWW-Authenticate", "cloudflare-access")) {
      return "header WWW-Authenticate: Cloudflare-Access";
    }
    if (headers.anyNameStartsWith("cf-access-")) {
      return "a Cloudflare Access header";
    }
    if (Location.isCloudflarePath(headers)) {
      return "a redirect to a Cloudflare path (/cdn-cgi/)";
    }
    boolean login =
        Location.of(headers).filter(l -> l.isHostBelow("cloudflareaccess.com")).isPresent();
    return login ? "a redirect to the Cloudflare Access login" : null;
  }

  private static Verdict.Builder challenge(Confidence confidence) {
    return Verdict.of(BLOCKED, Source.EDGE, "a browser challenge")
        .blockedKind(Kind.CHALLENGE)
        .actors(GMC_FIREWALL)
        .confidence(confidence);
  }
}
