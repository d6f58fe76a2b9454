package uk.nhs.hee.tis.gmc.client.error;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The Cloudflare edge in front of GMC Connect refused the request: the GMC's service never saw it,
 * and credentials or permissions are not the cause. Retrying does not help until someone changes
 * the rule or the caller's identity.
 */
public final class GmcBlockedException extends GmcException {
  private static final long serialVersionUID = 1L;

  /** Why the edge refused, as far as its answer shows; the numbers are Cloudflare's error codes. */
  public enum Kind {
    /** A firewall rule of the GMC (Cloudflare error 1020). */
    FIREWALL_RULE,
    /** The client's signature, above all its User-Agent (1010). */
    CLIENT_SIGNATURE,
    /** The caller's IP address or its network is banned (1005, 1006, 1007, 1008, 1106). */
    IP_BAN,
    /** The country of the caller's address is banned (1009). */
    COUNTRY,
    /** The web application firewall mistook the request for an attack. */
    WAF,
    /** A browser challenge, which no SOAP client can pass. */
    CHALLENGE,
    /** Malware or suspicious network activity was reported for the caller (1012). */
    MALWARE,
    /** The edge was addressed by IP or under a host name it does not serve (1003). */
    DIRECT_ACCESS,
    /** The edge refused without saying why. */
    UNSPECIFIED
  }

  /** Why the edge refused. */
  private final Kind kind;

  /**
   * Creates the exception, as the library, its testkit and fakes do.
   *
   * @param message what happened, for a person to read; never contains credentials, a request, an
   *     answer or a doctor's data
   * @param evidence what is known about the call; the accessors of this exception read from it;
   *     without {@link Evidence#blockedKind()} the kind is {@link Kind#UNSPECIFIED}
   * @param cause the failure behind it, or null if there is none
   */
  public GmcBlockedException(String message, Evidence evidence, @Nullable Throwable cause) {
    super(message, evidence, cause);
    this.kind = evidence.blockedKind().orElse(Kind.UNSPECIFIED);
  }

  /** {@return the kind of failure} */
  public Kind kind() {
    return kind;
  }

  /** {@return the Cloudflare error code, such as 1020, if the answer named one} */
  public OptionalInt cloudflareCode() {
    return evidence().cloudflareCode();
  }

  /**
   * {@return the Ray ID, 16 hex digits by which the GMC's firewall team can find the request, if
   * present}
   */
  public Optional<String> rayId() {
    return evidence().rayId();
  }

  /** {@return how certain the verdict is} */
  public Confidence confidence() {
    return evidence().confidence();
  }
}
