package uk.nhs.hee.tis.gmc.client.error;

import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/**
 * The GMC understood the request and refused it with a return code: every non-zero one but 81 and
 * 99 ({@link GmcPermissionException}), 98 ({@link GmcUnavailableException}) and the two that say
 * that the wished state already holds.
 */
public final class GmcRejectedException extends GmcException {
  private static final long serialVersionUID = 1L;

  private final transient ReturnCode returnCode;

  /** Creates the exception; the library, its testkit and fakes do. */
  public GmcRejectedException(
      String message, Evidence evidence, ReturnCode returnCode, @Nullable Throwable cause) {
    super(message, evidence, cause);
    this.returnCode = returnCode;
  }

  /** Returns the GMC's return code; it may be one that this version does not know. */
  public ReturnCode returnCode() {
    return returnCode;
  }
}
