package uk.nhs.hee.tis.gmc.client.error;

import org.jspecify.annotations.Nullable;

/**
 * This side refused to send a request: a recommendation for the same doctor and designated body is
 * in flight in this client. In April 2023 the GMC complained of repeated identical submissions,
 * which were double clicks.
 */
public final class GmcNotSentException extends GmcException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception, as the library, its testkit and fakes do.
   *
   * @param message what happened, for a person to read; never contains credentials, a request, an
   *     answer or a doctor's data
   * @param evidence what is known about the call; the accessors of this exception read from it
   * @param cause the failure behind it, or null if there is none
   */
  public GmcNotSentException(String message, Evidence evidence, @Nullable Throwable cause) {
    super(message, evidence, cause);
  }
}
