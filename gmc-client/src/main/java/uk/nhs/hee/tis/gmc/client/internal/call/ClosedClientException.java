package uk.nhs.hee.tis.gmc.client.internal.call;

/** A call on a closed client; a bulk tells it from the other exceptions of its calls. */
public final class ClosedClientException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception that says so. */
  public ClosedClientException() {
    super("the client is closed");
  }
}
