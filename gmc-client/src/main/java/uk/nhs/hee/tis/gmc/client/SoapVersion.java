package uk.nhs.hee.tis.gmc.client;

/** The versions of SOAP that GMC Connect binds; every caller known uses 1.1. */
public enum SoapVersion {
  /** {@code text/xml} with a {@code SOAPAction} header: the default. */
  SOAP_1_1,
  /** {@code application/soap+xml} with the action as a parameter of the content type. */
  SOAP_1_2
}
