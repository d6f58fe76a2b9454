package uk.nhs.hee.tis.gmc.client.internal.soap;

/** The caller's sink threw. */
public final class SinkFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Throwable thrown;

  SinkFailedException(Throwable thrown) {
    super("the sink of doctors failed", thrown);
    this.thrown = thrown;
  }

  /** Returns what the sink threw. */
  public Throwable thrown() {
    return thrown;
  }
}
