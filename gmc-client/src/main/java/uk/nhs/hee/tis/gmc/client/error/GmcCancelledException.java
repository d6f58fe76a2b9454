package uk.nhs.hee.tis.gmc.client.error;

import org.jspecify.annotations.Nullable;

/**
 * The caller's side ended the call: its thread was interrupted, its future was cancelled, or code
 * of the caller's, such as an executor, failed in the middle of it. Neither the network nor the GMC
 * is the cause. Whether the request was sent by then is told by {@link #effect()}; a write that may
 * have run is the cause of a {@link GmcOutcomeUnknownException} instead.
 */
public final class GmcCancelledException extends GmcException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception; the library, its testkit and fakes do.
   *
   * @param message what happened, for a person to read; never holds credentials, a request, an
   *     answer or a doctor's data
   * @param evidence what is known of the call; the accessors of this exception read from it
   * @param cause the failure behind it, or null if there is none
   */
  public GmcCancelledException(String message, Evidence evidence, @Nullable Throwable cause) {
    super(message, evidence, cause);
  }
}
