package uk.nhs.hee.tis.gmc.client.error;

/**
 * This side refused to send a request: a recommendation for the same doctor and designated body is
 * in flight in this client. In April 2023 the GMC complained of repeated identical submissions,
 * which were double clicks.
 */
public final class GmcNotSentException extends GmcException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception; the library, its testkit and fakes do. */
  public GmcNotSentException(String message, Evidence evidence) {
    super(message, evidence, null);
  }
}
