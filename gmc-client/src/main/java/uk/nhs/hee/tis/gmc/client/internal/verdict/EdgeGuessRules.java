package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category.BLOCKED;
import static uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category.PERMISSION;
import static uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category.PROTOCOL;
import static uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category.UNAVAILABLE;
import static uk.nhs.hee.tis.gmc.client.model.Actor.CALLER;
import static uk.nhs.hee.tis.gmc.client.model.Actor.CLOUDFLARE;
import static uk.nhs.hee.tis.gmc.client.model.Actor.GMC_FIREWALL;
import static uk.nhs.hee.tis.gmc.client.model.Actor.GMC_SERVICE;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException.Kind;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.error.Source;

/** Steps 8 and 12: answers from the edge without a code, down to mere guesses. */
final class EdgeGuessRules {
  private static final List<String> ERROR_HEADERS = List.of("cf-error-type", "cf-error-origin");

  private EdgeGuessRules() {}

  /** The header in which Cloudflare, or a customer's rule, names the kind of error. */
  static Verdict.@Nullable Builder errorHeader(Clues clues) {
    CleanHeaders headers = clues.headers();
    String header = ERROR_HEADERS.stream().filter(headers::has).findFirst().orElse(null);
    if (header == null || clues.status() < 400 || clues.origin().sureHeader()) {
      return null;
    }
    String type = lowerCase(headers.first("cf-error-type"));
    OptionalInt code = CloudflarePage.code(type);
    boolean documented = code.isPresent() && CloudflareCode.known(code.getAsInt()).isPresent();
    boolean sure = clues.isCertainlyOfTheEdge(clues.status() < 500);
    // The header alone does not prove that the service was not reached.
    return (documented ? EdgeCodeRules.coded(clues, code.getAsInt()) : ofType(clues, type))
        .beforeService(null)
        .confidence(sure ? Confidence.CERTAIN : Confidence.LIKELY)
        .signal(headers.shown(header));
  }

  /** The bare page of Cloudflare's own servers. */
  static Verdict.@Nullable Builder barePage(Clues clues) {
    if (!clues.markupCounts() || clues.status() < 400 || !hasFooter(clues.page().searchable())) {
      return null;
    }
    boolean sure = clues.isCertainlyOfTheEdge(clues.status() < 500);
    Confidence confidence = sure ? Confidence.CERTAIN : Confidence.LIKELY;
    return bare(clues).confidence(confidence).signal("the page ends with <center>cloudflare");
  }

  private static Verdict.Builder bare(Clues clues) {
    if (clues.status() >= 500) {
      return EdgeCodeRules.coded(clues, clues.status());
    }
    if (clues.status() == 429) {
      return EdgeCodeRules.rateLimited()
          .beforeService(clues.origin().any() ? null : BeforeService.RATE_LIMIT);
    }
    boolean refused = (clues.status() == 400 || clues.status() == 413) && !clues.origin().any();
    boolean byAddress = "-".equals(clues.headers().first("cf-ray"));
    return byAddress
        ? block(Kind.DIRECT_ACCESS, "the edge was addressed by a name it does not serve")
            .beforeService(clues.origin().any() ? null : BeforeService.DIRECT_ACCESS)
            .actors(CALLER)
            .signal("header cf-ray: -")
        : block(Kind.UNSPECIFIED, "HTTP " + clues.status() + " from the edge's own server")
            .beforeService(refused ? BeforeService.BAD_REQUEST : null);
  }

  static Verdict.@Nullable Builder withoutOriginSigns(Clues clues) {
    if (!clues.throughCloudflare()) {
      return null;
    }
    Verdict.Builder verdict = guess(clues).signal(clues.passage());
    if (clues.pageNamesRay()) {
      verdict.signal("the page repeats the Ray ID");
    }
    return clues.origin().usualMissing()
        ? verdict.signal(clues.origin().missingSignal())
        : verdict.signal(
            "no header from the GMC's own server"
                + " (X-AspNet-Version, X-Powered-By, WWW-Authenticate, cf-cache-status)");
  }

  private static Verdict.Builder guess(Clues clues) {
    int status = clues.status();
    if (status == 429) {
      return EdgeCodeRules.rateLimited().confidence(Confidence.WEAK);
    }
    if (status == 401 && !clues.pageNamesRay()) {
      return Verdict.of(PERMISSION, Source.GMC_SERVER, "HTTP 401 from the GMC's own web server")
          .actors(CALLER, GMC_SERVICE)
          .confidence(Confidence.WEAK)
          .signal("HTTP 401, which Cloudflare does not generate itself");
    }
    if (clues.statusBetween(500, 599)) {
      return outage(clues).confidence(Confidence.WEAK);
    }
    if (clues.statusBetween(400, 499)) {
      return block(Kind.UNSPECIFIED, "HTTP " + status + " with no sign of the GMC's own server")
          .confidence(Confidence.WEAK);
    }
    return Verdict.of(PROTOCOL, Source.EDGE, "HTTP " + status + ", which no server should send")
        .protocolKind(GmcProtocolException.Kind.NOT_SOAP)
        .actors(GMC_SERVICE)
        .confidence(Confidence.WEAK);
  }

  private static Verdict.Builder outage(Clues clues) {
    int status = clues.status();
    boolean maintenance = clues.page().has("maintenance");
    String what = maintenance ? ", a maintenance page" : " with no sign of the GMC's own server";
    return Verdict.of(UNAVAILABLE, Source.EDGE, "HTTP " + status + what)
        .retryable(status == 500 || clues.statusBetween(502, 504))
        .actors(GMC_SERVICE, CLOUDFLARE);
  }

  private static Verdict.Builder ofType(Clues clues, String type) {
    if (type.contains("challenge") || type.equals("iuam")) {
      return block(Kind.CHALLENGE, "a browser challenge");
    }
    if (type.startsWith("ratelimit") || type.startsWith("rate_limit") || clues.status() == 429) {
      return EdgeCodeRules.rateLimited();
    }
    if (clues.statusBetween(500, 599)) {
      return EdgeCodeRules.coded(clues, clues.status());
    }
    switch (type) {
      case "ip_ban":
        return block(Kind.IP_BAN, "the caller's IP address is banned");
      case "waf":
        return block(Kind.WAF, "the GMC's web application firewall suspected an attack");
      default:
        return block(Kind.UNSPECIFIED, "HTTP " + clues.status() + " from the edge");
    }
  }

  private static String lowerCase(@Nullable String value) {
    return value == null ? "" : value.toLowerCase(Locale.ROOT);
  }

  /** Whether the page has a centred line with just Cloudflare's name. */
  private static boolean hasFooter(String text) {
    int at = text.indexOf("<center");
    for (int tries = 0; at >= 0 && tries < 20; tries++) {
      int start = text.indexOf('>', at) + 1;
      int end = text.indexOf('<', start);
      String line = start > 0 && end > start ? text.substring(start, end).strip() : "";
      if (line.equals("cloudflare") || line.startsWith("cloudflare-nginx")) {
        return true;
      }
      at = text.indexOf("<center", at + 1);
    }
    return false;
  }

  private static Verdict.Builder block(Kind kind, String finding) {
    return Verdict.of(BLOCKED, Source.EDGE, finding).blockedKind(kind).actors(GMC_FIREWALL);
  }
}
