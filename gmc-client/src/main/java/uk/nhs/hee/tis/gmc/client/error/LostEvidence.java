package uk.nhs.hee.tis.gmc.client.error;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.Actor;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** The evidence of an exception whose own was lost in transit; it says so. */
final class LostEvidence {
  private static final String UNKNOWN = "unknown";

  private LostEvidence() {}

  /**
   * Returns it.
   *
   * @param message the exception's message, which begins with the operation or names it
   */
  static Evidence of(@Nullable String message) {
    return Evidence.builder()
        .operation(operation(String.valueOf(message)))
        .clientRequestId(UNKNOWN)
        .url(URI.create(UNKNOWN))
        .startedAt(Instant.EPOCH)
        .endedAt(Instant.EPOCH)
        .userAgent(UNKNOWN)
        .finding("the evidence was lost when the exception was serialised")
        .source(Source.NETWORK)
        .effect(Effect.MAY_HAVE_RUN)
        .retryable(false)
        .actors(Actor.CALLER)
        .advice("Go by the exception's message: nothing else is left of the failed call.")
        .confidence(Confidence.WEAK)
        .signals(List.of("no evidence, or none that this version reads, came with the exception"))
        .build();
  }

  /** A message that names no operation may be about a write, so a write is assumed. */
  private static GmcOperation operation(String message) {
    return Arrays.stream(GmcOperation.values())
        .filter(o -> message.matches("(?s).*\\b" + o.operationName() + "\\b.*"))
        .findFirst()
        .orElse(GmcOperation.TRY_RECOMMENDATION_V2);
  }
}
