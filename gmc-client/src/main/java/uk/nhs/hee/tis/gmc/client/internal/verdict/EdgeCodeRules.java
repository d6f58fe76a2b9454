package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category.BLOCKED;
import static uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category.RATE_LIMITED;
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
import uk.nhs.hee.tis.gmc.client.error.Source;

/** Steps 6 and 7: answers that carry a Cloudflare code, in any of the four shapes. */
final class EdgeCodeRules {
  private static final String TEXT_FORM = "error code:";
  private static final int TITLE_LENGTH = 80;

  private EdgeCodeRules() {}

  static Verdict.@Nullable Builder plainText(Clues clues) {
    String text = clues.page().searchable().strip();
    if (!isTextForm(clues.page())) {
      return null;
    }
    OptionalInt code = CloudflarePage.code(text.substring(TEXT_FORM.length()).strip());
    return code.isEmpty() || isOfOrigin(clues, code.getAsInt())
        ? null
        : proved(clues, code.getAsInt())
            .signal("body is exactly 'error code: " + code.getAsInt() + "'");
  }

  /** Returns whether the body begins as Cloudflare's shortest form of an error does. */
  static boolean isTextForm(Page page) {
    return page.searchable().strip().startsWith(TEXT_FORM);
  }

  /** Windows and SQL Server number their errors in the same range as Cloudflare. */
  private static boolean isOfOrigin(Clues clues, int code) {
    boolean documented = CloudflareCode.known(code).isPresent();
    return !clues.bodyCounts() || (!documented && clues.origin().any());
  }

  static Verdict.@Nullable Builder structured(Clues clues) {
    if (clues.structured().isEmpty() || !clues.bodyCounts()) {
      return null;
    }
    StructuredError error = clues.structured().get();
    OptionalInt code = error.code();
    Verdict.Builder verdict =
        code.isPresent() && CloudflareCode.isPossible(code.getAsInt())
            ? proved(clues, code.getAsInt())
            : named(clues, error).confidence(Confidence.LIKELY);
    if (code.isPresent() && CloudflareCode.known(code.getAsInt()).isEmpty()) {
      verdict = undocumented(error, code.getAsInt(), verdict);
      String title = error.member("title").map(text -> Excerpt.line(text, TITLE_LENGTH)).orElse("");
      verdict.alsoFound(title.isEmpty() ? "" : " (" + title + ")");
    }
    return verdict.signal("the body says cloudflare_error: true" + suffix(error));
  }

  static Verdict.@Nullable Builder markup(Clues clues) {
    if (!clues.markupCounts()) {
      return null;
    }
    CloudflarePage page = clues.cloudflarePage();
    OptionalInt code = page.code();
    if (code.isEmpty()) {
      return page.id().isEmpty() ? null : uncoded(clues, page.id().get());
    }
    int number =
        clues.statusBetween(520, 526) && code.getAsInt() < 1000 ? clues.status() : code.getAsInt();
    return proved(clues, number)
        .signal("a Cloudflare page (" + page.id().orElse("") + ") with error code " + number);
  }

  static Verdict.@Nullable Builder status52x(Clues clues) {
    if (!clues.statusBetween(520, 530)) {
      return null;
    }
    boolean documented = CloudflareCode.known(clues.status()).isPresent();
    boolean sure = documented && clues.throughCloudflare();
    return coded(clues, clues.status())
        .confidence(sure ? Confidence.CERTAIN : Confidence.LIKELY)
        .signal("only Cloudflare sends HTTP " + clues.status());
  }

  /** Returns the verdict on a code that the answer itself states in a Cloudflare format. */
  private static Verdict.Builder proved(Clues clues, int number) {
    boolean refusal =
        CloudflareCode.of(number, clues.status()).group() != CloudflareCode.Group.OUTAGE;
    boolean sure = clues.isCertainlyOfTheEdge(refusal);
    boolean documented = CloudflareCode.known(number).isPresent();
    Verdict.Builder verdict =
        coded(clues, number)
            .confidence(sure && documented ? Confidence.CERTAIN : Confidence.LIKELY);
    // Another zone, or whatever is behind the cache, may have been reached by way of the service.
    return clues.throughCloudflare() && !sure ? verdict.beforeService(null) : verdict;
  }

  /** For an undocumented number the category says more than the status. */
  private static Verdict.Builder undocumented(
      StructuredError error, int code, Verdict.Builder byStatus) {
    String category = error.member("error_category").orElse("").toLowerCase(Locale.ROOT);
    boolean outage = !category.isEmpty() && !category.equals("access_denied");
    return !CloudflareCode.isPossible(code) || !outage || category.startsWith("rate_limit")
        ? byStatus
        : of(CloudflareCode.Group.OUTAGE, "error " + code + ": the edge failed")
            .cloudflareCode(code)
            .retryable(error.member("retryable").filter("true"::equals).isPresent())
            .actors(GMC_FIREWALL)
            .confidence(Confidence.LIKELY);
  }

  static Verdict.Builder coded(Clues clues, int number) {
    CloudflareCode code = CloudflareCode.of(number, clues.status());
    return of(code.group(), code.finding())
        .blockedKind(code.kind())
        .cloudflareCode(number)
        .beforeService(code.beforeService())
        .retryable(code.retryable())
        .actors(code.actors());
  }

  /**
   * Cloudflare promises to keep only names and categories stable: they must do where a code is
   * missing.
   */
  private static Verdict.Builder named(Clues clues, StructuredError error) {
    String name = error.member("error_name").orElse("").toLowerCase(Locale.ROOT);
    String category = error.member("error_category").orElse("").toLowerCase(Locale.ROOT);
    if (name.startsWith("rate_limit") || category.startsWith("rate_limit")) {
      return rateLimited();
    }
    Kind kind = kind(name);
    if (kind != Kind.UNSPECIFIED || category.equals("access_denied")) {
      return of(CloudflareCode.Group.BLOCK, "a block by the edge")
          .blockedKind(kind)
          .actors(
              kind == Kind.CLIENT_SIGNATURE
                  ? List.of(CALLER, GMC_FIREWALL)
                  : List.of(GMC_FIREWALL));
    }
    return clues.status() >= 400 && clues.status() < 500
        ? of(CloudflareCode.Group.BLOCK, "a block by the edge").actors(GMC_FIREWALL)
        : of(CloudflareCode.Group.OUTAGE, "an outage at the edge")
            .retryable(category.equals("cloudflare") || category.equals("origin"))
            .actors(GMC_SERVICE, CLOUDFLARE);
  }

  private static Kind kind(String name) {
    if (name.contains("signature")) {
      return Kind.CLIENT_SIGNATURE;
    }
    if (name.startsWith("firewall_rule") || name.startsWith("waf_rule")) {
      return Kind.FIREWALL_RULE;
    }
    if (name.contains("country")) {
      return Kind.COUNTRY;
    }
    return name.contains("banned") ? Kind.IP_BAN : Kind.UNSPECIFIED;
  }

  private static Verdict.@Nullable Builder uncoded(Clues clues, String id) {
    String signal = "a Cloudflare page (" + id + ") without a code";
    Confidence confidence =
        clues.isCertainlyOfTheEdge(clues.status() < 500) ? Confidence.CERTAIN : Confidence.LIKELY;
    if (clues.status() == 429) {
      return rateLimited()
          .beforeService(clues.origin().any() ? null : BeforeService.RATE_LIMIT)
          .confidence(confidence)
          .signal(signal);
    }
    if (clues.statusBetween(400, 499)) {
      return of(
              CloudflareCode.Group.BLOCK, "the GMC's web application firewall suspected an attack")
          .blockedKind(Kind.WAF)
          .beforeService(clues.origin().any() ? null : BeforeService.WAF_PAGE)
          .actors(GMC_FIREWALL)
          .confidence(confidence)
          .signal(signal);
    }
    return clues.statusBetween(500, 599)
        ? coded(clues, clues.status()).confidence(confidence).signal(signal)
        : null;
  }

  static Verdict.Builder rateLimited() {
    return of(CloudflareCode.Group.RATE_LIMIT, "too many requests").retryable(true).actors(CALLER);
  }

  private static Verdict.Builder of(CloudflareCode.Group group, String finding) {
    switch (group) {
      case BLOCK:
        return Verdict.of(BLOCKED, Source.EDGE, finding);
      case RATE_LIMIT:
        return Verdict.of(RATE_LIMITED, Source.EDGE, finding);
      default:
        return Verdict.of(UNAVAILABLE, Source.EDGE, finding);
    }
  }

  private static String suffix(StructuredError error) {
    return error.member("error_name").map(name -> ", error_name " + name).orElse("");
  }
}
