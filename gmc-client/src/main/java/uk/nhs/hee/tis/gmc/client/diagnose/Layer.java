package uk.nhs.hee.tis.gmc.client.diagnose;

/**
 * The layers between a caller and a designated body's doctors, from the nearest to the farthest.
 */
public enum Layer {
  /** The client's options, and whether its User-Agent is a sensible one. */
  CONFIGURATION("configuration"),
  /** The addresses of the host: the GMC's, or the caller's proxy if one is in use. */
  NAME_RESOLUTION("name resolution"),
  /** A connection to these addresses. */
  TCP("TCP"),
  /** The caller's proxy, and anything else on the caller's side that answers in the GMC's place. */
  PROXY("proxy", "the "),
  /** The TLS handshake, and who issued the certificate. */
  TLS("TLS"),
  /** Cloudflare, in front of the GMC. */
  EDGE("Cloudflare edge", "the "),
  /** The GMC's web server and its service: does it answer a read in SOAP? */
  SOAP("SOAP service", "the "),
  /** The account: return code 99. */
  CREDENTIALS("credentials"),
  /** The account's access to each designated body: return codes 80 and 81. */
  ACCESS("access per body"),
  /** How the edge treats other identities that the caller owns; only on request. */
  IDENTITIES("identities");

  private final String words;
  private final String article;

  Layer(String words) {
    this(words, "");
  }

  Layer(String words, String article) {
    this.words = words;
    this.article = article;
  }

  /** {@return the layer in a few words} */
  public String words() {
    return words;
  }

  String inSentence() {
    return article + words;
  }
}
