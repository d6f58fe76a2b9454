package uk.nhs.hee.tis.gmc.client.error;

import org.jspecify.annotations.Nullable;

/**
 * The GMC's service, its server or its edge is down or failing: an HTTP 5xx or 52x, return code 98,
 * a maintenance page. {@link #source()} tells which of them.
 */
public final class GmcUnavailableException extends GmcException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception; the library, its testkit and fakes do. */
  public GmcUnavailableException(String message, Evidence evidence, @Nullable Throwable cause) {
    super(message, evidence, cause);
  }
}
