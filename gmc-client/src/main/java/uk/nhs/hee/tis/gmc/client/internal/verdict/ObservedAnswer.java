package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;

/**
 * What is known about an HTTP answer that could not be read as a usable GMC Connect answer.
 *
 * <p>The body is what arrived, decoded to UTF-8, or its beginning if it was long. Immutable by
 * convention: the body's bytes are not copied.
 */
public final class ObservedAnswer {
  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;
  private final boolean bodyComplete;
  private final Set<String> usualOriginHeaders;
  private final GmcProtocolException.@Nullable Kind brokenEnvelope;
  private final @Nullable String detail;
  private final @Nullable URI endpoint;

  /**
   * Creates it.
   *
   * @param bodyComplete whether {@code body} is all of the body
   * @param usualOriginHeaders lower-case names of the headers that earlier good answers of this
   *     endpoint carried
   * @param brokenEnvelope what the reader found wrong with an answer that certainly began as a SOAP
   *     envelope, or null if it did not even begin as one
   */
  public ObservedAnswer(
      int status,
      HttpHeaders headers,
      byte[] body,
      boolean bodyComplete,
      Set<String> usualOriginHeaders,
      GmcProtocolException.@Nullable Kind brokenEnvelope) {
    this(status, headers, body, bodyComplete, usualOriginHeaders, brokenEnvelope, null, null);
  }

  private ObservedAnswer(
      int status,
      HttpHeaders headers,
      byte[] body,
      boolean bodyComplete,
      Set<String> usualOriginHeaders,
      GmcProtocolException.@Nullable Kind brokenEnvelope,
      @Nullable String detail,
      @Nullable URI endpoint) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.bodyComplete = bodyComplete;
    this.usualOriginHeaders = usualOriginHeaders;
    this.brokenEnvelope = brokenEnvelope;
    this.detail = detail;
    this.endpoint = endpoint;
  }

  /**
   * Returns this answer with the reader's description of what is wrong with it and where.
   *
   * @param words words that quote nothing of the answer
   */
  public ObservedAnswer withDetail(String words) {
    return new ObservedAnswer(
        status, headers, body, bodyComplete, usualOriginHeaders, brokenEnvelope, words, endpoint);
  }

  /** Returns this answer with the requested address, with which a redirect is compared. */
  public ObservedAnswer to(URI asked) {
    return new ObservedAnswer(
        status, headers, body, bodyComplete, usualOriginHeaders, brokenEnvelope, detail, asked);
  }

  int status() {
    return status;
  }

  HttpHeaders headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  boolean bodyComplete() {
    return bodyComplete;
  }

  Set<String> usualOriginHeaders() {
    return usualOriginHeaders;
  }

  Optional<GmcProtocolException.Kind> brokenEnvelope() {
    return Optional.ofNullable(brokenEnvelope);
  }

  Optional<URI> endpoint() {
    return Optional.ofNullable(endpoint);
  }

  Optional<String> detail() {
    return Optional.ofNullable(detail);
  }
}
