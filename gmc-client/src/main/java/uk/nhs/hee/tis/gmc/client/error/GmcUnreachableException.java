package uk.nhs.hee.tis.gmc.client.error;

import org.jspecify.annotations.Nullable;

/**
 * Nothing came back: the host name did not resolve, the connection was refused or reset, or TLS
 * failed.
 *
 * <p>"Connection" is avoided on purpose: to the GMC it is a doctor's tie to a designated body.
 */
public class GmcUnreachableException extends GmcException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception; the library, its testkit and fakes do.
   *
   * @param message what happened, for a person to read; never holds credentials, a request, an
   *     answer or a doctor's data
   * @param evidence what is known of the call; the accessors of this exception read from it
   * @param cause the failure behind it, or null if there is none
   */
  public GmcUnreachableException(String message, Evidence evidence, @Nullable Throwable cause) {
    super(message, evidence, cause);
  }
}
