package uk.nhs.hee.tis.gmc.testkit.internal;

/** The two SOAP bindings of GMC Connect; every request is answered in its own. */
public enum SoapVersion {
  /** SOAP 1.1: {@code text/xml} and a {@code SOAPAction} header. */
  SOAP_1_1("http://schemas.xmlsoap.org/soap/envelope/", "text/xml", "Client", "Server"),
  /** SOAP 1.2: {@code application/soap+xml} with an {@code action} parameter. */
  SOAP_1_2("http://www.w3.org/2003/05/soap-envelope", "application/soap+xml", "Sender", "Receiver");

  private final String namespace;
  private final String mediaType;
  private final String callerFault;
  private final String serverFault;

  SoapVersion(String namespace, String mediaType, String callerFault, String serverFault) {
    this.namespace = namespace;
    this.mediaType = mediaType;
    this.callerFault = callerFault;
    this.serverFault = serverFault;
  }

  /** Returns the namespace of the envelope. */
  public String namespace() {
    return namespace;
  }

  /** Returns the media type, without parameters. */
  public String mediaType() {
    return mediaType;
  }

  /** Returns the media type as an answer carries it. */
  public String contentType() {
    return mediaType + "; charset=utf-8";
  }

  String callerFault() {
    return callerFault;
  }

  String serverFault() {
    return serverFault;
  }
}
