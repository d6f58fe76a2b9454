package uk.nhs.hee.tis.gmc.testkit.internal;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import wiremock.org.eclipse.jetty.server.HttpOutput;

/**
 * A body that decides how it is sent. WireMock takes two streams of each body: it reads one for its
 * own log, and sends the other by {@link #transferTo}.
 */
public final class SentBody extends FilterInputStream {
  private final int length;
  private final Sending sending;

  /** Creates a body that this sends. */
  public SentBody(byte[] body, Sending sending) {
    super(new ByteArrayInputStream(body));
    this.length = body.length;
    this.sending = sending;
  }

  @Override
  public long transferTo(OutputStream out) throws IOException {
    sending.send(out);
    return length;
  }

  /** Closes the connection, so that a chunked answer lacks its final chunk. */
  public static void abort(OutputStream out) {
    // WireMock closes the stream next, which would end the answer as if it were complete.
    ((HttpOutput) out).getHttpChannel().abort(new IOException("cut as the stub says"));
  }

  /** Writes a body, or the part of it that is to arrive. */
  @FunctionalInterface
  public interface Sending {
    /**
     * Writes to the caller's connection; what is not flushed may wait.
     *
     * @throws IOException if the caller has gone
     */
    void send(OutputStream out) throws IOException;
  }
}
