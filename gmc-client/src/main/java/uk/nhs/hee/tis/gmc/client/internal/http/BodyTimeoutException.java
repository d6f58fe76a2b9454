package uk.nhs.hee.tis.gmc.client.internal.http;

import java.io.IOException;

/** The complete body did not arrive in time: {@code HttpRequest.timeout} ends with the headers. */
public final class BodyTimeoutException extends IOException {
  private static final long serialVersionUID = 1L;

  BodyTimeoutException() {
    super("the answer's body did not arrive in time");
  }
}
