package uk.nhs.hee.tis.gmc.client.internal.http;

import java.io.IOException;

/** The body is gzipped more times than any answer on its way to us would be. */
public final class BodyPackedTooOftenException extends IOException {
  private static final long serialVersionUID = 1L;

  BodyPackedTooOftenException(int layers) {
    super("the answer is gzipped more than " + layers + " times over");
  }
}
