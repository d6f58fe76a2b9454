package uk.nhs.hee.tis.gmc.client.error;

import org.jspecify.annotations.Nullable;

/**
 * The edge, the GMC's server or something on the way asked to slow down (HTTP 429 or Cloudflare
 * error 1015); {@link #source()} says which, {@link #retryAfter()} for how long, and {@link
 * #effect()} whether the service may have seen the request all the same.
 */
public final class GmcRateLimitedException extends GmcException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception, as the library, its testkit and fakes do.
   *
   * @param message what happened, for a person to read; never contains credentials, a request, an
   *     answer or a doctor's data
   * @param evidence what is known about the call; the accessors of this exception read from it
   * @param cause the failure behind it, or null if there is none
   */
  public GmcRateLimitedException(String message, Evidence evidence, @Nullable Throwable cause) {
    super(message, evidence, cause);
  }
}
