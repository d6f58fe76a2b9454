package uk.nhs.hee.tis.gmc.client.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer whose headers have arrived and whose body can be read, once, by one thread. Close it;
 * closing it before the body's end drops the connection.
 */
public final class HttpAnswer implements AutoCloseable {
  private final int status;
  private final HttpHeaders headers;
  private final BodyStream raw;
  private final BoundedBody body;

  HttpAnswer(int status, HttpHeaders headers, BodyStream raw, long maxBytes) {
    this.status = status;
    this.headers = headers;
    this.raw = raw;
    this.body =
        new BoundedBody(
            new DecodedBody(raw, headers.firstValue("Content-Type").orElse(null)), maxBytes);
  }

  /**
   * Returns an answer that is already here, without an exchange.
   *
   * @param brokenBy what breaks the body off after these bytes, or null if they are all of it
   */
  public static HttpAnswer arrived(
      int status, HttpHeaders headers, byte[] body, @Nullable IOException brokenBy, long maxBytes) {
    BodyStream raw = new BodyStream(System.nanoTime() + TimeUnit.HOURS.toNanos(1), () -> {});
    raw.onNext(List.of(ByteBuffer.wrap(body)));
    if (brokenBy == null) {
      raw.onComplete();
    } else {
      raw.onError(brokenBy);
    }
    return new HttpAnswer(status, headers, raw, maxBytes);
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  /** Returns the headers. */
  public HttpHeaders headers() {
    return headers;
  }

  /**
   * Returns the body as UTF-8 text, decompressed. Reading it throws {@link BodyTimeoutException}
   * when the attempt's time is over, {@link BodyTooLargeException} past the limit, {@link
   * BodyPackedTooOftenException} for more layers of gzip than two, and any other {@link
   * IOException} when the connection or the encoding breaks.
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

  /** Ends the body with the failure of its exchange, unless it has ended already. */
  void broken(Throwable failure) {
    raw.onError(failure);
  }

  @Override
  public void close() {
    raw.close();
  }
}
