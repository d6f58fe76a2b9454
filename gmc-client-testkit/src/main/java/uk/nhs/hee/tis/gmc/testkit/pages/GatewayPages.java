package uk.nhs.hee.tis.gmc.testkit.pages;

import uk.nhs.hee.tis.gmc.testkit.GmcStubOutcome;

/**
 * What gateways, caches and load balancers answer when the server behind them fails, or when they
 * hold a caller back. None of it passed Cloudflare. Start at {@link GmcPages#gateway()}. Stateless
 * and thread-safe.
 *
 * <p>Such an answer does not show whether the request was processed: {@link
 * GmcStubOutcome#actsButAnswersWith actsButAnswersWith} rehearses that it was, {@link
 * GmcStubOutcome#answersWith answersWith} that it was not.
 */
public final class GatewayPages {
  GatewayPages() {}

  /** {@return a 503 from Varnish, whose fetch from the server failed} */
  public CannedAnswer varnish() {
    return answer(503, "text/html; charset=utf-8")
        .header("Server", "Varnish")
        .header("X-Varnish", "32770")
        .header("Via", "1.1 varnish (Varnish/7.1)")
        .header("Retry-After", "5")
        .body(
            "<!DOCTYPE html>\n<html><head><title>503 Backend fetch failed</title></head><body>"
                + "<h1>Error 503 Backend fetch failed</h1><h3>Guru Meditation:</h3>"
                + "<p>XID: 32770</p><hr><p>Varnish cache server</p></body></html>\n")
        .build();
  }

  /** {@return a 503 from HAProxy, which has no server left} */
  public CannedAnswer haproxyUnavailable() {
    return haproxy(
        503, "503 Service Unavailable", "No server is available to handle this request.");
  }

  /** {@return a 502 from HAProxy: the server ended the connection, or its answer was not HTTP} */
  public CannedAnswer haproxyBadGateway() {
    return haproxy(
        502, "502 Bad Gateway", "The server returned an invalid or incomplete response.");
  }

  /** {@return a 504 from HAProxy, which got no answer in time} */
  public CannedAnswer haproxyTimedOut() {
    return haproxy(504, "504 Gateway Time-out", "The server didn't respond in time.");
  }

  /** {@return a 503 from Envoy: the server ended the connection before an answer} */
  public CannedAnswer envoy() {
    return answer(503, "text/plain")
        .header("server", "envoy")
        .body(
            "upstream connect error or disconnect/reset before headers. reset reason:"
                + " connection termination")
        .build();
  }

  /** {@return a 502 from nginx: the server behind it ended the connection or refused it} */
  public CannedAnswer nginxBadGateway() {
    return nginx(502, "502 Bad Gateway");
  }

  /** {@return a 504 from nginx, which got no answer in time} */
  public CannedAnswer nginxTimedOut() {
    return nginx(504, "504 Gateway Time-out");
  }

  /**
   * {@return the refusal of nginx's {@code limit_req}: 503 by default, 429 if so configured}
   *
   * @param status 503 or 429
   * @throws IllegalArgumentException if it is any other
   */
  public CannedAnswer nginxRateLimited(int status) {
    switch (status) {
      case 429:
        return nginx(status, "429 Too Many Requests");
      case 503:
        return nginx(status, "503 Service Temporarily Unavailable");
      default:
        throw new IllegalArgumentException("status must be 503 or 429, but is " + status);
    }
  }

  private static CannedAnswer nginx(int status, String title) {
    return answer(status, "text/html")
        .header("Server", "nginx/1.22.1")
        .body(
            "<html>\r\n<head><title>"
                + title
                + "</title></head>\r\n<body>\r\n<center><h1>"
                + title
                + "</h1></center>\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n")
        .build();
  }

  /** HAProxy names itself nowhere: no Server header, no Date. */
  private static CannedAnswer haproxy(int status, String title, String text) {
    return CannedAnswer.builder()
        .status(status)
        .header("Cache-Control", "no-cache")
        .header("Content-Type", "text/html")
        .body("<html><body><h1>" + title + "</h1>\n" + text + "\n</body></html>\n")
        .build();
  }

  private static CannedAnswer.Builder answer(int status, String contentType) {
    return CannedAnswer.builder()
        .status(status)
        .header("Date", EdgePass.dateHeader())
        .header("Content-Type", contentType);
  }
}
