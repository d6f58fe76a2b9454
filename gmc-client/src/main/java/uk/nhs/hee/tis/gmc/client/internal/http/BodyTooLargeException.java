package uk.nhs.hee.tis.gmc.client.internal.http;

import java.io.IOException;

/** The decoded body is longer than allowed. */
public final class BodyTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Creates it for a limit in bytes. */
  public BodyTooLargeException(long limit) {
    super("the answer is longer than maxAnswerBytes, " + limit);
  }
}
