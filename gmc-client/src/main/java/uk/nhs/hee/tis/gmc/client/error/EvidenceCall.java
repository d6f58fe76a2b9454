package uk.nhs.hee.tis.gmc.client.error;

import static uk.nhs.hee.tis.gmc.client.error.Evidence.required;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/**
 * What is known on this side about the failed call: what was called, when, and how the client
 * identified itself. Immutable.
 */
final class EvidenceCall {
  final GmcOperation operation;
  final String clientRequestId;
  final int attempts;
  final @Nullable String environmentLabel;
  final URI url;
  final Instant startedAt;
  final Instant endedAt;
  final @Nullable String proxy;
  final List<String> resolvedAddresses;
  final String userAgent;
  final Map<String, String> identityHeaders;

  EvidenceCall(Draft from) {
    operation = required("operation", from.operation);
    clientRequestId = required("clientRequestId", from.clientRequestId);
    attempts = from.attempts;
    environmentLabel = from.environmentLabel;
    url = withoutSecrets(required("url", from.url));
    startedAt = required("startedAt", from.startedAt);
    endedAt = required("endedAt", from.endedAt);
    proxy = from.proxy;
    resolvedAddresses = List.copyOf(from.resolvedAddresses);
    userAgent = required("userAgent", from.userAgent);
    identityHeaders = Collections.unmodifiableMap(new LinkedHashMap<>(from.identityHeaders));
  }

  Draft draft() {
    Draft draft = new Draft();
    draft.operation = operation;
    draft.clientRequestId = clientRequestId;
    draft.attempts = attempts;
    draft.environmentLabel = environmentLabel;
    draft.url = url;
    draft.startedAt = startedAt;
    draft.endedAt = endedAt;
    draft.proxy = proxy;
    draft.resolvedAddresses = resolvedAddresses;
    draft.userAgent = userAgent;
    draft.identityHeaders = identityHeaders;
    return draft;
  }

  private static URI withoutSecrets(URI url) {
    String text = url.toString().replaceFirst("[?#].*", "");
    return URI.create(text.replaceFirst("//[^/]*@", "//"));
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(
        operation,
        clientRequestId,
        attempts,
        environmentLabel,
        url,
        startedAt,
        endedAt,
        proxy,
        resolvedAddresses,
        userAgent,
        identityHeaders);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EvidenceCall
        && components().equals(((EvidenceCall) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  /** What a builder has been given so far. */
  static final class Draft {
    @Nullable GmcOperation operation;
    @Nullable String clientRequestId;
    int attempts;
    @Nullable String environmentLabel;
    @Nullable URI url;
    @Nullable Instant startedAt;
    @Nullable Instant endedAt;
    @Nullable String proxy;
    List<String> resolvedAddresses = List.of();
    @Nullable String userAgent;
    Map<String, String> identityHeaders = Map.of();
  }
}
