package uk.nhs.hee.tis.gmc.client.error;

/** Who refused or failed a call: the first question in every incident. */
public enum Source {
  /** This side: the caller ended the call, or the library refused to send it. */
  CALLER("the caller"),
  /** The network: no usable answer came back. */
  NETWORK("the network between the caller and GMC Connect"),
  /**
   * Something between the caller and the Cloudflare edge, such as the caller's proxy or a captive
   * portal, answered, or the proxy could not be reached.
   */
  INTERMEDIARY("something on the caller's side of the network, such as a proxy"),
  /** Cloudflare, which sits in front of the GMC's server, answered in its place. */
  EDGE("GMC Connect's Cloudflare edge"),
  /** The GMC's own web server (IIS, ASP.NET) answered, not the service: SOAP faults too. */
  GMC_SERVER("the GMC's own web server"),
  /** The service itself answered, with a return code. */
  GMC_SERVICE("the GMC's service");

  private final String words;

  Source(String words) {
    this.words = words;
  }

  /** {@return the source in words for use in a sentence} */
  public String words() {
    return words;
  }
}
