package uk.nhs.hee.tis.gmc.client.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The edge or the GMC's server asked to slow down (HTTP 429 or Cloudflare error 1015); {@link
 * #source()} tells which. The service has not seen the request.
 */
public final class GmcRateLimitedException extends GmcException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  /** Creates the exception; the library, its testkit and fakes do. */
  public GmcRateLimitedException(
      String message, Evidence evidence, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(message, evidence, cause);
    this.retryAfter = retryAfter;
  }

  /** Returns how long to wait from the time of the answer, if the answer said so. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
