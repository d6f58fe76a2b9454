package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category.PERMISSION;
import static uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category.PROTOCOL;
import static uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category.RATE_LIMITED;
import static uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category.UNAVAILABLE;
import static uk.nhs.hee.tis.gmc.client.model.Actor.CALLER;
import static uk.nhs.hee.tis.gmc.client.model.Actor.GMC_SERVICE;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException.Kind;
import uk.nhs.hee.tis.gmc.client.error.Source;

/** Step 10: the GMC's own web server answered, not its service. */
final class OriginRules {
  private static final Map<String, String> SUBSTATUS =
      Map.of(
          "403.6", "IP address rejected",
          "403.7", "client certificate required",
          "403.4", "TLS required",
          "403.14", "no page at this address",
          "403.16", "client certificate not trusted",
          "401.1", "login failed",
          "401.2", "login refused by the server's settings",
          "401.3", "no access to the resource",
          "404.0", "not found",
          "503.0", "application pool unavailable");

  private OriginRules() {}

  static Verdict.@Nullable Builder byStatus(Clues clues) {
    if (!clues.origin().any()) {
      return null;
    }
    Verdict.Builder verdict = verdict(clues).confidence(confidence(clues));
    clues.origin().signals().forEach(verdict::signal);
    return verdict;
  }

  /** Without Cloudflare's header any IIS may have answered, a proxy's for instance. */
  private static Confidence confidence(Clues clues) {
    if (!clues.throughCloudflare()) {
      return Confidence.WEAK;
    }
    if (clues.origin().anySure()) {
      return Confidence.CERTAIN;
    }
    boolean doubtful =
        clues.origin().usualMissing()
            || clues.pageNamesRay()
            || EdgeCodeRules.isTextForm(clues.page());
    return doubtful && !clues.origin().anyLikely() ? Confidence.WEAK : Confidence.LIKELY;
  }

  private static Verdict.Builder verdict(Clues clues) {
    int status = clues.status();
    boolean sure = clues.throughCloudflare() && clues.origin().anySure();
    boolean refused = status == 400 || status == 413;
    String finding = "HTTP " + status + " from the GMC's own web server" + detail(clues);
    if (status == 401 || status == 403) {
      return Verdict.of(PERMISSION, Source.GMC_SERVER, finding).actors(CALLER, GMC_SERVICE);
    }
    if (status == 429) {
      return Verdict.of(RATE_LIMITED, Source.GMC_SERVER, finding)
          .beforeService(sure ? BeforeService.RATE_LIMIT : null)
          .retryable(true)
          .actors(CALLER);
    }
    if (status >= 500 && status <= 599) {
      return Verdict.of(UNAVAILABLE, Source.GMC_SERVER, finding)
          .retryable(status >= 502 && status <= 504)
          .actors(unrecognised(clues) ? List.of(CALLER, GMC_SERVICE) : List.of(GMC_SERVICE));
    }
    return Verdict.of(PROTOCOL, Source.GMC_SERVER, finding)
        .protocolKind(Kind.NOT_SOAP)
        .beforeService(refused && sure ? BeforeService.BAD_REQUEST : null)
        .actors(CALLER, GMC_SERVICE);
  }

  private static String detail(Clues clues) {
    if (clues.status() == 503 && clues.page().has("maintenance")) {
      return ", a maintenance page";
    }
    if (unrecognised(clues)) {
      return ", which did not recognise the format of the request";
    }
    String substatus = substatus(clues);
    String meaning = SUBSTATUS.get(substatus);
    String explained = meaning == null ? "" : " (IIS " + substatus + ": " + meaning + ")";
    return hasNoServiceThere(clues.status(), substatus)
        ? explained + ", perhaps for a wrong path in the endpoint"
        : explained;
  }

  /** Where no service is, there may be a page or a folder, which take no POST. */
  private static boolean hasNoServiceThere(int status, String substatus) {
    return status == 404 || status == 405 || substatus.equals("403.14");
  }

  private static boolean unrecognised(Clues clues) {
    return clues.page().isProse() && clues.page().has("request format is unrecognized for url");
  }

  private static String substatus(Clues clues) {
    String prefix = clues.status() + ".";
    String text = clues.page().isProse() ? clues.page().searchable() : "";
    int at = text.indexOf(prefix);
    for (int tries = 0; at >= 0 && tries < 20; tries++) {
      int end = at + prefix.length();
      while (end < text.length() && Character.isDigit(text.charAt(end))) {
        end++;
      }
      String found = text.substring(at, Math.min(end, at + 7));
      if (SUBSTATUS.containsKey(found)) {
        return found;
      }
      at = text.indexOf(prefix, at + 1);
    }
    return "";
  }
}
