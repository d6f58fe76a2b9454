package uk.nhs.hee.tis.gmc.client.internal.http;

import java.io.IOException;
import java.net.ProtocolException;

/** What came back is not a valid HTTP answer. */
public final class NotHttpException extends IOException {
  private static final long serialVersionUID = 1L;

  private NotHttpException(Throwable failure) {
    super("not a valid HTTP answer; what came instead is not repeated here");
    setStackTrace(failure.getStackTrace());
  }

  /**
   * Returns the failure, or this one in its place if the JDK may quote in it what it took for a bad
   * status line, header or length, which may be an answer full of names.
   */
  public static Throwable insteadOf(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof ProtocolException || t instanceof NumberFormatException) {
        return new NotHttpException(failure);
      }
    }
    return failure;
  }
}
