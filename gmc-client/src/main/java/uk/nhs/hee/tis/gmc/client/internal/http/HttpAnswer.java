package uk.nhs.hee.tis.gmc.client.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/**
 * An answer whose headers have arrived and whose body can be read, once, by one thread. Close it;
 * closing it before the body's end drops the connection.
 */
public final class HttpAnswer implements AutoCloseable {
  private final HttpResponse<BodyStream> response;
  private final BoundedBody body;

  HttpAnswer(HttpResponse<BodyStream> response, long maxBytes) {
    this.response = response;
    this.body = new BoundedBody(new DecodedBody(response.body()), maxBytes);
  }

  /** Returns the HTTP status. */
  public int status() {
    return response.statusCode();
  }

  /** Returns the headers. */
  public HttpHeaders headers() {
    return response.headers();
  }

  /**
   * Returns the decoded body. Reading it throws {@link BodyTimeoutException} when the attempt's
   * time is over, {@link BodyTooLargeException} past the limit, and any other {@link IOException}
   * when the connection or the encoding breaks.
   */
  public InputStream body() {
    return body;
  }

  /** Returns the first 256 KiB of the decoded body, or as much of it as arrives. */
  public byte[] beginning() {
    return body.beginning();
  }

  /** Returns whether {@link #beginning()} was the whole body. */
  public boolean beginningIsWhole() {
    return body.keptWhole();
  }

  @Override
  public void close() {
    response.body().close();
  }
}
