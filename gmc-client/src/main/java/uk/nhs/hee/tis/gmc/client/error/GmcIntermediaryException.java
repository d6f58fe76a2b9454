package uk.nhs.hee.tis.gmc.client.error;

import org.jspecify.annotations.Nullable;

/**
 * Something between the caller and the Cloudflare edge answered: the caller's own proxy, a captive
 * portal, a gateway, or another vendor's firewall. {@link #effect()} says whether the GMC may have
 * seen the request.
 */
public final class GmcIntermediaryException extends GmcException {
  private static final long serialVersionUID = 1L;

  /** What kind of intermediary answered. */
  public enum Kind {
    /** A proxy or an access network requires authentication (HTTP 407 or 511). */
    PROXY_LOGIN,
    /** A proxy or another vendor's firewall refused the request. */
    BLOCK,
    /**
     * An HTML page meant for a browser, such as a captive portal's, arrived instead of an answer
     * from the service.
     */
    PORTAL,
    /** A proxy or gateway could not pass the request on, or lost its answer (HTTP 502 to 504). */
    OUTAGE
  }

  /** What kind of intermediary answered. */
  private final Kind kind;

  /**
   * Creates the exception, as the library, its testkit and fakes do.
   *
   * @param message what happened, for a person to read; never contains credentials, a request, an
   *     answer or a doctor's data
   * @param evidence what is known about the call; the accessors of this exception read from it
   * @param cause the failure behind it, or null if there is none
   * @throws IllegalArgumentException if the evidence has no {@link Evidence#intermediaryKind()}
   */
  public GmcIntermediaryException(String message, Evidence evidence, @Nullable Throwable cause) {
    super(message, evidence, cause);
    this.kind =
        evidence
            .intermediaryKind()
            .orElseThrow(
                () -> new IllegalArgumentException("intermediaryKind is missing in the evidence"));
  }

  /** {@return the kind of failure} */
  public Kind kind() {
    return kind;
  }
}
