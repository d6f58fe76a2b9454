package uk.nhs.hee.tis.gmc.client.error;

import org.jspecify.annotations.Nullable;

/**
 * The GMC itself refused the account: return code 81 or 99, or its own web server's 401 or 403.
 * Never a block by the Cloudflare edge: that is a {@link GmcBlockedException}.
 *
 * <p>Return code 99 covers three causes: user name, password or IP address.
 */
public final class GmcPermissionException extends GmcException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception, as the library, its testkit and fakes do.
   *
   * @param message what happened, for a person to read; never contains credentials, a request, an
   *     answer or a doctor's data
   * @param evidence what is known about the call; the accessors of this exception read from it
   * @param cause the failure behind it, or null if there is none
   */
  public GmcPermissionException(String message, Evidence evidence, @Nullable Throwable cause) {
    super(message, evidence, cause);
  }
}
