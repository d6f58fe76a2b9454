package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What shows that the GMC's own server (IIS, ASP.NET) made the answer, or did not. */
final class OriginSigns {
  private static final String CACHE_STATUS = "cf-cache-status";
  private static final int SIGNALS = 4;
  private static final List<String> TELLING_HEADERS =
      List.of("X-AspNet-Version", "X-AspNetMvc-Version", "jsonerror");

  /** Headers that anything on the way may set: their presence or absence says nothing. */
  private static final Set<String> GENERIC =
      Set.of(
          "accept-ch",
          "accept-ranges",
          "age",
          "alt-svc",
          "allow",
          "cache-control",
          "connection",
          "critical-ch",
          "date",
          "etag",
          "expect-ct",
          "expires",
          "keep-alive",
          "last-modified",
          "link",
          "location",
          "nel",
          "origin-agent-cluster",
          "p3p",
          "permissions-policy",
          "pragma",
          "priority",
          "referrer-policy",
          "report-to",
          "reporting-endpoints",
          "retry-after",
          "server",
          "server-timing",
          "set-cookie",
          "strict-transport-security",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "vary",
          "via",
          "warning",
          "feature-policy",
          "x-content-type-options",
          "x-frame-options",
          "x-xss-protection",
          "x-request-id",
          "x-robots-tag",
          "x-ua-compatible",
          ":status");

  private static final List<String> GENERIC_PREFIXES =
      List.of(
          "cf-",
          "content-",
          "access-control-",
          "cross-origin-",
          "proxy-",
          "x-cache",
          "x-forwarded",
          "x-varnish",
          "x-squid",
          "x-served",
          "x-proxy");

  private static final List<String> PAGE_MARKS =
      List.of(
          "server error in '/",
          "microsoft .net framework version",
          "content-container\"><fieldset",
          "internet information services",
          "iis 10.0 detailed error",
          "iis 8.5 detailed error",
          "microsoft-iis/",
          "<hr><p>http error 4",
          "<hr><p>http error 5",
          "request format is unrecognized for url unexpectedly ending in",
          "forbidden: access is denied.",
          "unauthorized: access is denied due to",
          "this error (http 403.6",
          "<h2>http error 40",
          "__viewstate");

  private final List<String> sure = new ArrayList<>();
  private final List<String> likely = new ArrayList<>();
  private final List<String> weak = new ArrayList<>();
  private final List<String> usualHeaders;

  /**
   * A weak sign, since a proxy on the way may add its header to every answer, the edge's and its
   * own included. An answer that did not come the usual way through Cloudflare can only have it
   * from there.
   */
  private final List<String> usualPresent;

  private final boolean sureHeader;
  private final boolean cacheStatusMissing;

  OriginSigns(CleanHeaders headers, Page page, Set<String> usual, boolean throughCloudflare) {
    TELLING_HEADERS.stream().filter(headers::has).forEach(h -> sure.add(headers.shown(h)));
    poweredBy(headers, throughCloudflare);
    server(headers);
    authenticate(headers);
    Set<String> specific =
        usual.stream().filter(OriginSigns::isSpecific).collect(Collectors.toSet());
    sureHeader = !sure.isEmpty();
    pageMark(page);
    if (OriginShapes.isOne(page)) {
      likely.add("a body in an IIS or ASP.NET format");
    }
    cacheStatus(headers);
    boolean sameWay = throughCloudflare || !usual.contains("cf-ray");
    usualHeaders = specific.stream().sorted().collect(Collectors.toList());
    usualPresent =
        sameWay
            ? usualHeaders.stream().filter(headers::has).collect(Collectors.toList())
            : List.of();
    usualPresent.forEach(
        h -> weak.add("header " + Clean.line(h, 40) + ", as in earlier good answers"));
    cacheStatusMissing = usual.contains(CACHE_STATUS) && !headers.has(CACHE_STATUS);
  }

  boolean any() {
    return !sure.isEmpty() || !likely.isEmpty() || !weak.isEmpty();
  }

  /** Returns whether the body, if nothing more certain, has a format of the GMC's server. */
  boolean anyLikely() {
    return !sure.isEmpty() || !likely.isEmpty();
  }

  boolean anySure() {
    return !sure.isEmpty();
  }

  /** Returns whether a header that only the origin sets is there. */
  boolean sureHeader() {
    return sureHeader;
  }

  /** Returns whether there is a header that earlier good answers had, if they came the same way. */
  boolean usualPresent() {
    return !usualPresent.isEmpty();
  }

  /** Returns whether every telling header of earlier good answers is missing here. */
  boolean usualMissing() {
    return !sureHeader && usualPresent.isEmpty() && (!usualHeaders.isEmpty() || cacheStatusMissing);
  }

  List<String> signals() {
    List<String> signals = new ArrayList<>(sure);
    signals.addAll(likely);
    signals.addAll(weak);
    return signals.subList(0, Math.min(SIGNALS, signals.size()));
  }

  /** Returns the signal that goes with {@link #usualMissing()}. */
  String missingSignal() {
    List<String> names = new ArrayList<>(usualHeaders);
    if (cacheStatusMissing) {
      names.add(CACHE_STATUS);
    }
    return "no header "
        + names.stream()
            .limit(SIGNALS)
            .map(n -> Clean.line(n, 40))
            .collect(Collectors.joining(", "))
        + ", which earlier good answers had";
  }

  private static boolean isSpecific(String header) {
    String lower = header.toLowerCase(Locale.ROOT);
    return !GENERIC.contains(lower) && GENERIC_PREFIXES.stream().noneMatch(lower::startsWith);
  }

  /** A product other than ASP.NET is a sign only behind Cloudflare, where no stranger can be. */
  private void poweredBy(CleanHeaders headers, boolean throughCloudflare) {
    boolean aspNet = headers.contains("X-Powered-By", "asp.net");
    if (aspNet || (throughCloudflare && headers.has("X-Powered-By"))) {
      sure.add(headers.shown("X-Powered-By"));
    }
    if (headers.startsWith("Set-Cookie", "asp.net_sessionid=")) {
      sure.add("an ASP.NET session cookie");
    }
  }

  private void server(CleanHeaders headers) {
    if (headers.startsWith("Server", "microsoft-iis")
        || headers.startsWith("Server", "microsoft-httpapi")) {
      sure.add(headers.shown("Server"));
    }
  }

  /** Cloudflare's own login and challenge schemes come in the same header. */
  private void authenticate(CleanHeaders headers) {
    for (String value : headers.all("WWW-Authenticate")) {
      String scheme = value.split("[ ,]", 2)[0].toLowerCase(Locale.ROOT);
      if (!scheme.startsWith("cloudflare") && !scheme.equals("privatetoken")) {
        sure.add("header WWW-Authenticate: " + Clean.line(value.split("[ ,]", 2)[0], 20));
        return;
      }
    }
  }

  private void pageMark(Page page) {
    if (page.isProse()) {
      PAGE_MARKS.stream()
          .filter(page::has)
          .findFirst()
          .ifPresent(mark -> sure.add("an IIS or ASP.NET page"));
    }
  }

  /** Cloudflare itself sends NONE or UNKNOWN if nothing came from a server. */
  private void cacheStatus(CleanHeaders headers) {
    String value = headers.first(CACHE_STATUS);
    if (value != null
        && !value.toLowerCase(Locale.ROOT).startsWith("none")
        && !value.equalsIgnoreCase("unknown")) {
      weak.add(headers.shown(CACHE_STATUS));
    }
  }
}
