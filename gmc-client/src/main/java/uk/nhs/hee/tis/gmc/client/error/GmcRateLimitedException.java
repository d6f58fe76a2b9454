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

  /** How long to wait from the time of the answer, or null if it did not say. */
  private final @Nullable Duration retryAfter;

  /**
   * Creates the exception; the library, its testkit and fakes do.
   *
   * @param message what happened, for a person to read; never holds credentials, a request, an
   *     answer or a doctor's data
   * @param evidence what is known of the call; the accessors of this exception read from it
   * @param retryAfter how long to wait from the time of the answer, or null if it did not say
   * @param cause the failure behind it, or null if there is none
   */
  public GmcRateLimitedException(
      String message, Evidence evidence, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(message, evidence, cause);
    this.retryAfter = retryAfter;
  }

  /** {@return how long to wait from the time of the answer, if the answer said so} */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
