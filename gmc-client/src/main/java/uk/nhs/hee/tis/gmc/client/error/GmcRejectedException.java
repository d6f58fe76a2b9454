package uk.nhs.hee.tis.gmc.client.error;

import org.jspecify.annotations.Nullable;

/**
 * The GMC understood the request and refused it with a return code: every non-zero one except 81
 * and 99 ({@link GmcPermissionException}), 98 ({@link GmcUnavailableException}) and the two that
 * say that the desired state already holds. A code that this version does not know ({@link
 * uk.nhs.hee.tis.gmc.client.model.ReturnCode#isKnown()}) is only probably a refusal: the evidence's
 * confidence is {@link Confidence#LIKELY}, and a recommendation must not be submitted again.
 */
public final class GmcRejectedException extends GmcException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception, as the library, its testkit and fakes do.
   *
   * @param message what happened, for a person to read; never contains credentials, a request, an
   *     answer or a doctor's data
   * @param evidence what is known about the call; the accessors of this exception read from it
   * @param cause the failure behind it, or null if there is none
   */
  public GmcRejectedException(String message, Evidence evidence, @Nullable Throwable cause) {
    super(message, evidence, cause);
  }
}
