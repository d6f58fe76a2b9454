package uk.nhs.hee.tis.gmc.client.error;

import org.jspecify.annotations.Nullable;

/**
 * The GMC's service, its server or its edge is down or failing: an HTTP 5xx or 52x, return code 98,
 * a maintenance page. {@link #source()} says which of them.
 */
public final class GmcUnavailableException extends GmcException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception, as the library, its testkit and fakes do.
   *
   * @param message what happened, for a person to read; never contains credentials, a request, an
   *     answer or a doctor's data
   * @param evidence what is known about the call; the accessors of this exception read from it
   * @param cause the failure behind it, or null if there is none
   */
  public GmcUnavailableException(String message, Evidence evidence, @Nullable Throwable cause) {
    super(message, evidence, cause);
  }
}
