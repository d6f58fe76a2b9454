package uk.nhs.hee.tis.gmc.client.error;

import org.jspecify.annotations.Nullable;

/**
 * The caller's side ended the call: its thread was interrupted, its future was cancelled, its
 * deadline passed while it waited on this side, for an executor for example, or the caller's own
 * code failed during it. Neither the network nor the GMC is the cause. {@link #effect()} says
 * whether the request had been sent by then, and {@link #retryable()} that it was the deadline; a
 * write that may have run is the cause of a {@link GmcOutcomeUnknownException} instead.
 */
public final class GmcCancelledException extends GmcException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception, as the library, its testkit and fakes do.
   *
   * @param message what happened, for a person to read; never contains credentials, a request, an
   *     answer or a doctor's data
   * @param evidence what is known about the call; the accessors of this exception read from it
   * @param cause the failure behind it, or null if there is none
   */
  public GmcCancelledException(String message, Evidence evidence, @Nullable Throwable cause) {
    super(message, evidence, cause);
  }
}
