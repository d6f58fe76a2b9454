package uk.nhs.hee.tis.gmc.client.error;

import org.jspecify.annotations.Nullable;

/**
 * Nothing came back: the host name of the GMC or of the caller's proxy did not resolve, the
 * connection was refused or reset, or TLS failed.
 *
 * <p>"Connection" is avoided on purpose: to the GMC it means a doctor's link to a designated body.
 */
public class GmcUnreachableException extends GmcException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception, as the library, its testkit and fakes do.
   *
   * @param message what happened, for a person to read; never contains credentials, a request, an
   *     answer or a doctor's data
   * @param evidence what is known about the call; the accessors of this exception read from it
   * @param cause the failure behind it, or null if there is none
   * @throws IllegalArgumentException if the evidence's source is not the network or an
   *     intermediary: a call that the caller ends is a {@link GmcCancelledException}, and an answer
   *     leads to another exception
   */
  public GmcUnreachableException(String message, Evidence evidence, @Nullable Throwable cause) {
    super(message, evidence, cause);
    Source source = evidence.source();
    if (source != Source.NETWORK && source != Source.INTERMEDIARY) {
      throw new IllegalArgumentException(
          getClass().getSimpleName()
              + " is for NETWORK and INTERMEDIARY only, but the source is "
              + source);
    }
  }
}
