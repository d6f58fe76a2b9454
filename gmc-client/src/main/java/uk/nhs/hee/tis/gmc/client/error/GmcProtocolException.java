package uk.nhs.hee.tis.gmc.client.error;

import org.jspecify.annotations.Nullable;

/**
 * An answer that cannot be used: not SOAP, a SOAP fault, or SOAP that is cut off, malformed, too
 * long, lacking a required part, or the answer to another call. An incomplete list of doctors
 * always ends up here, never as a shorter list.
 */
public final class GmcProtocolException extends GmcException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the answer. */
  public enum Kind {
    /** A SOAP fault, which GMC Connect does not declare: it comes from ASP.NET or below. */
    SOAP_FAULT,
    /** Not a SOAP envelope at all, such as an HTML page with status 200. */
    NOT_SOAP,
    /** The answer ended, or the connection broke, before the envelope was closed. */
    TRUNCATED,
    /** The XML is not well-formed, or not what a SOAP answer may contain. */
    MALFORMED,
    /** A well-formed envelope without a required part: result, return code or list. */
    INCOMPLETE,
    /** The answer is longer than the client is configured to accept. */
    TOO_LARGE,
    /**
     * The answer to another call: its {@code ClientRequestID} is another one that this client sent,
     * or a UUID that is not the call's. None of it was used, whatever it says. An absent, blank or
     * shortened id does not count as this.
     */
    OTHER_CALL
  }

  /** What is wrong with the answer. */
  private final Kind kind;

  /**
   * Creates the exception, as the library, its testkit and fakes do.
   *
   * @param message what happened, for a person to read; never contains credentials, a request, an
   *     answer or a doctor's data
   * @param evidence what is known about the call; the accessors of this exception read from it
   * @param cause the failure behind it, or null if there is none
   * @throws IllegalArgumentException if the evidence has no {@link Evidence#protocolKind()}
   */
  public GmcProtocolException(String message, Evidence evidence, @Nullable Throwable cause) {
    super(message, evidence, cause);
    this.kind =
        evidence
            .protocolKind()
            .orElseThrow(
                () -> new IllegalArgumentException("protocolKind is missing in the evidence"));
  }

  /** {@return the kind of failure} */
  public Kind kind() {
    return kind;
  }
}
