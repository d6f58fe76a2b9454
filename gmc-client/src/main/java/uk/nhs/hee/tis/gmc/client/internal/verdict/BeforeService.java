package uk.nhs.hee.tis.gmc.client.internal.verdict;

/**
 * The closed list of what proves that a request was stopped before the GMC's service. Anything not
 * on it may have run: behind common gateways most requests answered 503 had been processed.
 */
enum BeforeService {
  /** A Cloudflare code that {@link CloudflareCode} lists as one (Cloudflare's error pages). */
  CLOUDFLARE_CODE,
  /** A challenge, which Cloudflare issues before passing the request on (its documentation). */
  CHALLENGE,
  /** Cloudflare's request firewall page, with no sign that the origin was reached. */
  WAF_PAGE,
  /** Status 429 with a sign of its sender: a limiter counts before it passes a request on. */
  RATE_LIMIT,
  /** {@code cf-ray: -}: the edge serves no site at the name or address that was used. */
  DIRECT_ACCESS,
  /** Status 407 or 511 not behind Cloudflare: authentication comes before anything is passed on. */
  PROXY_LOGIN,
  /** Squid's error names a cause before forwarding (Squid's list of error pages). */
  PROXY_BEFORE_FORWARDING,
  /** Status 400 or 413 with a sign of its sender: the request itself was refused. */
  BAD_REQUEST,
  /** A SOAP fault that says that no operation was found for the request (SOAP 1.1, 4.4.1). */
  SOAP_NOT_DISPATCHED
}
