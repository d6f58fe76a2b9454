package uk.nhs.hee.tis.gmc.client.error;

import org.jspecify.annotations.Nullable;

/**
 * The GMC understood the request and refused it with a return code: every non-zero one but 81 and
 * 99 ({@link GmcPermissionException}), 98 ({@link GmcUnavailableException}) and the two that say
 * that the wished state already holds.
 */
public final class GmcRejectedException extends GmcException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception; the library, its testkit and fakes do.
   *
   * @param message what happened, for a person to read; never holds credentials, a request, an
   *     answer or a doctor's data
   * @param evidence what is known of the call; the accessors of this exception read from it
   * @param cause the failure behind it, or null if there is none
   */
  public GmcRejectedException(String message, Evidence evidence, @Nullable Throwable cause) {
    super(message, evidence, cause);
  }
}
