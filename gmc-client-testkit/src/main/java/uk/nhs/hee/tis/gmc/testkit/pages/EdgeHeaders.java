package uk.nhs.hee.tis.gmc.testkit.pages;

/** The headers of an answer that Cloudflare made itself: before its cache, after no origin. */
final class EdgeHeaders {
  private EdgeHeaders() {}

  static CannedAnswer.Builder answer(CloudflareError error, EdgePass pass, String contentType) {
    CannedAnswer.Builder answer =
        CannedAnswer.builder()
            .status(error.status)
            .header("Date", EdgePass.dateHeader())
            .header("Content-Type", contentType);
    if (error.retryAfter != null) {
      answer.header("Retry-After", Long.toString(error.retryAfter.toSeconds()));
    }
    if (error.layout == PageLayout.CHALLENGE) {
      answer
          .header("cf-mitigated", "challenge")
          .header("Accept-CH", "Sec-CH-UA, Sec-CH-UA-Platform, UA")
          .header("Critical-CH", "Sec-CH-UA, Sec-CH-UA-Platform, UA")
          .header("Cross-Origin-Opener-Policy", "same-origin");
    }
    if (!error.layout.isBare()) {
      answer
          .header("X-Frame-Options", "SAMEORIGIN")
          .header("Referrer-Policy", "same-origin")
          .header(
              "Cache-Control",
              "private, max-age=0, no-store, no-cache, must-revalidate,"
                  + " post-check=0, pre-check=0")
          .header("Expires", "Thu, 01 Jan 1970 00:00:01 GMT");
    }
    String ray = error.layout == PageLayout.BARE_WITHOUT_RAY ? "-" : pass.cfRay();
    return answer.header("Server", "cloudflare").header("CF-RAY", ray);
  }
}
