package uk.nhs.hee.tis.gmc.client.error;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/** What an answer to the failed call said, if there was one. Immutable. */
final class EvidenceAnswer {
  final @Nullable String gmcRequestId;
  final @Nullable String recommendationId;
  final @Nullable Integer httpStatus;
  final @Nullable Duration retryAfter;
  final Map<String, String> responseHeaders;
  final @Nullable String rayId;
  final @Nullable String edgeLocation;
  final @Nullable String egressAddress;
  final @Nullable Integer cloudflareCode;
  final @Nullable ReturnCode returnCode;
  final @Nullable String excerpt;

  EvidenceAnswer(Draft from) {
    gmcRequestId = from.gmcRequestId;
    recommendationId = from.recommendationId;
    httpStatus = from.httpStatus;
    retryAfter = from.retryAfter;
    responseHeaders = Collections.unmodifiableMap(new LinkedHashMap<>(from.responseHeaders));
    rayId = from.rayId;
    edgeLocation = from.edgeLocation;
    egressAddress = from.egressAddress;
    cloudflareCode = from.cloudflareCode;
    returnCode = from.returnCode;
    excerpt = from.excerpt;
  }

  Draft draft() {
    Draft draft = new Draft();
    draft.gmcRequestId = gmcRequestId;
    draft.recommendationId = recommendationId;
    draft.httpStatus = httpStatus;
    draft.retryAfter = retryAfter;
    draft.responseHeaders = responseHeaders;
    draft.rayId = rayId;
    draft.edgeLocation = edgeLocation;
    draft.egressAddress = egressAddress;
    draft.cloudflareCode = cloudflareCode;
    draft.returnCode = returnCode;
    draft.excerpt = excerpt;
    return draft;
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(
        gmcRequestId,
        recommendationId,
        httpStatus,
        retryAfter,
        responseHeaders,
        rayId,
        edgeLocation,
        egressAddress,
        cloudflareCode,
        returnCode,
        excerpt);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EvidenceAnswer
        && components().equals(((EvidenceAnswer) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  /** What a builder has been given so far. */
  static final class Draft {
    @Nullable String gmcRequestId;
    @Nullable String recommendationId;
    @Nullable Integer httpStatus;
    @Nullable Duration retryAfter;
    Map<String, String> responseHeaders = Map.of();
    @Nullable String rayId;
    @Nullable String edgeLocation;
    @Nullable String egressAddress;
    @Nullable Integer cloudflareCode;
    @Nullable ReturnCode returnCode;
    @Nullable String excerpt;
  }
}
