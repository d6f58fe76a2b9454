package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category.PROTOCOL;
import static uk.nhs.hee.tis.gmc.client.model.Actor.CALLER;
import static uk.nhs.hee.tis.gmc.client.model.Actor.CALLER_NETWORK;
import static uk.nhs.hee.tis.gmc.client.model.Actor.GMC_SERVICE;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException.Kind;
import uk.nhs.hee.tis.gmc.client.error.Source;

/**
 * Step 9: an interim answer, a success or a redirect that is not SOAP, perhaps from a captive
 * portal.
 */
final class LeftOverRules {
  private static final String HOME = "gmc-uk.org";
  private static final List<String> PORTAL_MARKS =
      List.of(
          "http-equiv=\"refresh\"",
          "http-equiv='refresh'",
          "http-equiv=refresh",
          "type=\"password\"",
          "type='password'",
          "type=password",
          "wispaccessgatewayparam",
          "captive portal",
          "captive-portal",
          "captiveportal",
          "hotspot",
          "window.location",
          "location.replace(",
          "location.href");

  private LeftOverRules() {}

  /** Seen on Java 11.0.24 only: later HTTP clients carry on reading to the final answer. */
  static Verdict.@Nullable Builder interim(Clues clues) {
    return clues.statusBetween(100, 199)
        ? Verdict.of(
                PROTOCOL,
                Source.NETWORK,
                "HTTP "
                    + clues.status()
                    + ", an interim answer, which Java 11's HTTP client takes for the final one;"
                    + " Java"
                    + " 17's carries on reading")
            .protocolKind(Kind.NOT_SOAP)
            .confidence(Confidence.LIKELY)
            .actors(CALLER)
        : null;
  }

  static Verdict.@Nullable Builder successOrRedirect(Clues clues) {
    if (!clues.statusBetween(200, 399)) {
      return null;
    }
    boolean stranger = !clues.throughCloudflare() && !clues.origin().any();
    return clues.status() >= 300 ? redirect(clues, stranger) : success(clues, stranger);
  }

  private static Verdict.Builder redirect(Clues clues, boolean stranger) {
    String where = "HTTP " + clues.status() + ", a redirect";
    Optional<Location> to = Location.of(clues.headers());
    String more = stranger ? Stranger.product(clues.headers()) : "";
    if (to.isEmpty()) {
      String path = Location.withinSite(clues.headers());
      return notSoap(clues, stranger, where + (path.isEmpty() ? "" : " to " + path) + more);
    }
    Location target = to.get();
    URI asked = clues.answer().endpoint().orElse(null);
    boolean lasts = clues.status() == 301 || clues.status() == 308;
    if (asked != null && lasts && target.isNearly(asked)) {
      return notSoap(clues, stranger, moved(clues, target.address(asked)) + more).actors(CALLER);
    }
    boolean home = target.isHostBelow(HOME) || (asked != null && target.isHostOf(asked));
    String finding = where + " to " + target.shown() + more;
    return stranger && !home
        ? CallerSideRules.portal(finding, "no cf-ray header, and the redirect leads elsewhere")
        : notSoap(clues, stranger, finding);
  }

  private static String moved(Clues clues, String address) {
    return "HTTP "
        + clues.status()
        + ", a permanent redirect to "
        + address
        + ", which differs only slightly from the endpoint: change the endpoint setting to it";
  }

  private static Verdict.Builder success(Clues clues, boolean stranger) {
    if (stranger) {
      Optional<String> mark = PORTAL_MARKS.stream().filter(clues.page()::has).findFirst();
      if (mark.isPresent()) {
        return CallerSideRules.portal(
                "HTTP "
                    + clues.status()
                    + ", an HTML page meant for a browser"
                    + Stranger.product(clues.headers()),
                "no cf-ray header, and the page contains '" + mark.get() + "'")
            .pageTitle(Stranger.title(clues.page()));
      }
    }
    String more = stranger ? Stranger.product(clues.headers()) : "";
    return notSoap(clues, stranger, "HTTP " + clues.status() + " " + what(clues) + more);
  }

  private static String what(Clues clues) {
    if (UnaskedEncoding.isIn(clues)) {
      return "with a body in " + UnaskedEncoding.words(clues);
    }
    switch (clues.page().shape()) {
      case EMPTY:
        return "without a body";
      case HTML:
        return "with an HTML page instead of SOAP";
      case JSON:
        return "with JSON instead of SOAP";
      case XML:
        return "with XML that is not SOAP";
      default:
        return "with text instead of SOAP";
    }
  }

  private static Verdict.Builder notSoap(Clues clues, boolean stranger, String finding) {
    Verdict.Builder verdict =
        Verdict.of(PROTOCOL, source(clues, stranger), finding)
            .protocolKind(Kind.NOT_SOAP)
            .confidence(clues.origin().any() ? Confidence.LIKELY : Confidence.WEAK)
            .actors(stranger ? List.of(CALLER_NETWORK) : List.of(CALLER, GMC_SERVICE))
            .pageTitle(stranger ? Stranger.title(clues.page()) : "")
            .signal("the body is not a SOAP envelope");
    clues.origin().signals().forEach(verdict::signal);
    if (clues.origin().any()) {
      return verdict;
    }
    return verdict.signal(
        stranger
            ? "neither a cf-ray header nor any sign of the GMC's own server"
            : clues.passage());
  }

  private static Source source(Clues clues, boolean stranger) {
    if (stranger) {
      return Source.INTERMEDIARY;
    }
    boolean edge = !clues.origin().any() && new CloudflarePage(clues.page()).id().isPresent();
    return edge ? Source.EDGE : Source.GMC_SERVER;
  }
}
