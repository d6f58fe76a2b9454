package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.util.Map;
import uk.nhs.hee.tis.gmc.client.SoapVersion;

/** The namespaces, and the HTTP headers of each SOAP version. */
public final class SoapNames {
  /** The namespace of every element of GMC Connect. */
  public static final String GMC = "https://webcache.gmc-uk.org/GMCWebServices/";

  /** The namespace of a SOAP 1.1 envelope. */
  public static final String SOAP_1_1 = "http://schemas.xmlsoap.org/soap/envelope/";

  /** The namespace of a SOAP 1.2 envelope. */
  public static final String SOAP_1_2 = "http://www.w3.org/2003/05/soap-envelope";

  private SoapNames() {}

  static String envelopeNamespace(SoapVersion version) {
    return version == SoapVersion.SOAP_1_1 ? SOAP_1_1 : SOAP_1_2;
  }

  /**
   * Returns the headers that carry the action and say what is sent and accepted. Accepting
   * problem+json invites Cloudflare's parseable errors.
   */
  public static Map<String, String> headers(SoapVersion version, String action) {
    if (version == SoapVersion.SOAP_1_1) {
      return Map.of(
          "Content-Type", "text/xml; charset=utf-8",
          "SOAPAction", '"' + action + '"',
          "Accept", "text/xml, application/problem+json;q=0.5");
    }
    return Map.of(
        "Content-Type",
        "application/soap+xml; charset=utf-8; action=\"" + action + '"',
        "Accept",
        "application/soap+xml, application/problem+json;q=0.5");
  }
}
