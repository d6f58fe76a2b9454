package uk.nhs.hee.tis.gmc.testkit.internal;

import java.nio.charset.StandardCharsets;

/** An answer as it goes over the wire: status, content type and body, before any compression. */
public final class WireAnswer {
  private final int status;
  private final String contentType;
  private final byte[] body;

  /** Creates an answer whose body is this text in UTF-8. */
  public WireAnswer(int status, String contentType, String body) {
    this.status = status;
    this.contentType = contentType;
    this.body = body.getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  /** Returns the value of the Content-Type header. */
  public String contentType() {
    return contentType;
  }

  /** Returns the body itself, not a copy: lists are large. */
  public byte[] body() {
    return body;
  }
}
