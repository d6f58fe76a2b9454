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

  /** Creates the exception; the library, its testkit and fakes do. */
  public GmcUnreachableException(String message, Evidence evidence, @Nullable Throwable cause) {
    super(message, evidence, cause);
  }
}
