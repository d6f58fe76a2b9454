package uk.nhs.hee.tis.gmc.client.error;

import org.jspecify.annotations.Nullable;

/**
 * A write that may have run: this side cannot tell. Its cause is the failure behind it, and its
 * message says how to find out.
 *
 * <p>For adding or removing a doctor, a retry shows the outcome: return code 100 or 140 means that
 * the desired state already holds. A recommendation must <em>not</em> be retried blindly: look it
 * up in GMC Connect.
 */
public final class GmcOutcomeUnknownException extends GmcException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception, as the library, its testkit and fakes do.
   *
   * @param message what happened, for a person to read; never contains credentials, a request, an
   *     answer or a doctor's data
   * @param evidence what is known about the call; the accessors of this exception read from it
   * @param cause the failure that left the outcome open, or null for none
   */
  public GmcOutcomeUnknownException(String message, Evidence evidence, @Nullable Throwable cause) {
    super(message, evidence, cause);
  }
}
