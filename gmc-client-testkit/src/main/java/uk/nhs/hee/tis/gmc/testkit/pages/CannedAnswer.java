package uk.nhs.hee.tis.gmc.testkit.pages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A canned HTTP answer, sent as it is: a page of Cloudflare, IIS or a proxy, or any text at all.
 *
 * <p>Immutable and thread-safe. The body is never compressed and no header is added except those
 * that frame the message, so that the answer looks exactly like the captured one.
 */
public final class CannedAnswer {
  private static final int LOWEST_STATUS = 200;
  private static final int HIGHEST_STATUS = 999;

  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  private CannedAnswer(Builder builder) {
    if (builder.status < LOWEST_STATUS || builder.status > HIGHEST_STATUS) {
      throw new IllegalArgumentException("status must be 200 to 999, but is " + builder.status);
    }
    this.status = builder.status;
    Map<String, List<String>> copy = new LinkedHashMap<>();
    builder.headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    this.headers = Collections.unmodifiableMap(copy);
    this.body = builder.body.clone();
  }

  /** {@return a builder with status 200, no header and an empty body} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder with the values of this answer} */
  public Builder toBuilder() {
    Builder builder = builder().status(status).body(body);
    headers.forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    return builder;
  }

  /** {@return the HTTP status} */
  public int status() {
    return status;
  }

  /** {@return the headers in the order given, unmodifiable} */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** {@return a copy of the body} */
  public byte[] body() {
    return body.clone();
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof CannedAnswer)) {
      return false;
    }
    CannedAnswer that = (CannedAnswer) other;
    return status == that.status && headers.equals(that.headers) && Arrays.equals(body, that.body);
  }

  @Override
  public int hashCode() {
    return Objects.hash(status, headers, Arrays.hashCode(body));
  }

  @Override
  public String toString() {
    return "CannedAnswer[status="
        + status
        + ", headers="
        + headers
        + ", body="
        + body.length
        + " bytes]";
  }

  /** Builds a {@link CannedAnswer}; not thread-safe. */
  public static final class Builder {
    private int status = LOWEST_STATUS;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private byte[] body = new byte[0];

    private Builder() {}

    /**
     * Sets the HTTP status, 200 to 999; 200 by default.
     *
     * @param status checked by {@link #build()}
     * @return this builder
     */
    public Builder status(int status) {
      this.status = status;
      return this;
    }

    /**
     * Adds a header; a name given twice is sent twice.
     *
     * @param name sent as it is written here
     * @param value sent as it is
     * @return this builder
     */
    public Builder header(String name, String value) {
      headers.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
      return this;
    }

    /**
     * Sets the body, sent byte for byte.
     *
     * @param body copied; empty by default
     * @return this builder
     */
    public Builder body(byte[] body) {
      this.body = body.clone();
      return this;
    }

    /**
     * Sets the body to this text in UTF-8.
     *
     * @param body any text; empty by default
     * @return this builder
     */
    public Builder body(String body) {
      return body(body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * {@return the answer}
     *
     * @throws IllegalArgumentException if the status is not between 200 and 999
     */
    public CannedAnswer build() {
      return new CannedAnswer(this);
    }
  }
}
