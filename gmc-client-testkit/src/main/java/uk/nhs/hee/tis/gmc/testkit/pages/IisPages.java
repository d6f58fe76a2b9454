package uk.nhs.hee.tis.gmc.testkit.pages;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import uk.nhs.hee.tis.gmc.testkit.internal.PageTemplate;

/**
 * The pages of the web server that runs GMC Connect, with the marks of having passed Cloudflare;
 * start at {@link GmcPages#iis()}. Immutable and thread-safe.
 */
public final class IisPages {
  private final EdgePass pass;

  IisPages(EdgePass pass) {
    this.pass = pass;
  }

  /**
   * {@return the same pages with this Ray ID; {@code 8f3c2a9d1b7e4650} by default}
   *
   * @param rayId 16 lower-case hex digits, without the data centre
   * @throws IllegalArgumentException if it is not 16 lower-case hex digits
   */
  public IisPages rayId(String rayId) {
    return new IisPages(pass.rayId(rayId));
  }

  /** {@return the plain 403: the server refuses, and gives remote callers no details} */
  public CannedAnswer forbidden() {
    return page(403, "403 - Forbidden: Access is denied.", "These credentials do not open this.");
  }

  /** {@return 403.6: the server itself refuses the caller's address} */
  public CannedAnswer ipRejected() {
    return page(
        403,
        "403.6 - Forbidden: IP address rejected.",
        "The list of addresses that may call this server does not hold yours.");
  }

  /** {@return a 401 with the server's authentication schemes} */
  public CannedAnswer unauthorized() {
    return page(
            401, "401 - Unauthorized: Access is denied due to invalid credentials.", "No entry.")
        .toBuilder()
        .header("WWW-Authenticate", "Negotiate")
        .header("WWW-Authenticate", "NTLM")
        .build();
  }

  /** {@return 404: nothing is at this address} */
  public CannedAnswer notFound() {
    return page(404, "404 - File or directory not found.", "There is nothing of that name here.");
  }

  /** {@return 500 as IIS words it} */
  public CannedAnswer serverError() {
    return page(500, "500 - Internal server error.", "What was asked for can't be shown.");
  }

  /** {@return 500 as ASP.NET words it: the application failed} */
  public CannedAnswer applicationError() {
    return pass.passedOn(500, "text/html; charset=utf-8")
        .header("Cache-Control", "private")
        .header("X-AspNet-Version", "4.0.30319")
        .header("X-Powered-By", "ASP.NET")
        .body(PageTemplate.named("asp-net-error.html").filledWith(Map.of()))
        .build();
  }

  /** {@return a 503 from HTTP.sys, below IIS: the application pool is stopped} No X-Powered-By. */
  public CannedAnswer serviceUnavailable() {
    return pass.passedOn(503, "text/html; charset=us-ascii")
        .body(PageTemplate.named("http-sys.html").filledWith(Map.of()))
        .build();
  }

  CannedAnswer maintenance() {
    return pass.passedOn(503, "text/html; charset=utf-8")
        .header("Retry-After", "3600")
        .header("X-Powered-By", "ASP.NET")
        .body(PageTemplate.named("maintenance.html").filledWith(Map.of()))
        .build();
  }

  private CannedAnswer page(int status, String heading, String detail) {
    String page =
        PageTemplate.named("iis-error.html")
            .filledWith(Map.of("heading", heading, "detail", detail));
    return pass.passedOn(status, "text/html")
        .header("X-Powered-By", "ASP.NET")
        .body(page.getBytes(StandardCharsets.ISO_8859_1))
        .build();
  }
}
