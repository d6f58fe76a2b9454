package uk.nhs.hee.tis.gmc.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds User-Agents that Cloudflare is known to have blocked: library defaults, and {@code Java/}
 * anywhere, even inside an otherwise own one.
 */
final class IdentityLint {
  private static final List<String> LIBRARY_DEFAULTS =
      List.of(
          "Java-http-client/",
          "Jakarta Commons-HttpClient",
          "Apache-HttpClient/",
          "okhttp/",
          "python-requests/",
          "curl/",
          "Wget/",
          "Axis/",
          "JAX-WS RI",
          "Metro/",
          "Apache-CXF/",
          "Spring-WS",
          "libwww-perl/");

  private IdentityLint() {}

  static List<String> warnings(String userAgent, boolean named) {
    List<String> warnings = new ArrayList<>();
    if (!named) {
      warnings.add(
          "the User-Agent names only this library ("
              + userAgent
              + "): name your product and a contact, so that the GMC can tell who calls");
    }
    String lower = userAgent.toLowerCase(Locale.ROOT);
    if (lower.contains("java/")) {
      warnings.add(
          "the User-Agent contains \"Java/\", which Cloudflare is known to block: " + userAgent);
    }
    for (String agent : LIBRARY_DEFAULTS) {
      if (lower.contains(agent.toLowerCase(Locale.ROOT))) {
        warnings.add(
            "the User-Agent contains \""
                + agent
                + "\", a library's default of the kind that Cloudflare is known to block: "
                + userAgent);
      }
    }
    if (lower.contains("mozilla/")) {
      warnings.add(
          "the User-Agent imitates a browser, which no client of the GMC should: " + userAgent);
    }
    return List.copyOf(warnings);
  }
}
