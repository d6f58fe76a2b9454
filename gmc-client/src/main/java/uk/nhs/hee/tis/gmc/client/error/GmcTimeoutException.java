package uk.nhs.hee.tis.gmc.client.error;

import org.jspecify.annotations.Nullable;

/** No complete answer came within the attempt time-out or the call's deadline. */
public final class GmcTimeoutException extends GmcUnreachableException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception; the library, its testkit and fakes do. */
  public GmcTimeoutException(String message, Evidence evidence, @Nullable Throwable cause) {
    super(message, evidence, cause);
  }
}
