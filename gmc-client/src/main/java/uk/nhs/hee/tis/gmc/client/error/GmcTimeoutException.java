package uk.nhs.hee.tis.gmc.client.error;

import org.jspecify.annotations.Nullable;

/**
 * No complete answer came from the network within the attempt time-out or the call's deadline. A
 * deadline that passes while the call waits on the caller's side, for an executor for example, is a
 * {@link GmcCancelledException}.
 */
public final class GmcTimeoutException extends GmcUnreachableException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception, as the library, its testkit and fakes do.
   *
   * @param message what happened, for a person to read; never contains credentials, a request, an
   *     answer or a doctor's data
   * @param evidence what is known about the call; the accessors of this exception read from it
   * @param cause the failure behind it, or null if there is none
   * @throws IllegalArgumentException if the evidence's source is not the network or an intermediary
   */
  public GmcTimeoutException(String message, Evidence evidence, @Nullable Throwable cause) {
    super(message, evidence, cause);
  }
}
