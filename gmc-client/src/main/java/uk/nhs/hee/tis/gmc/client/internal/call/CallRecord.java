package uk.nhs.hee.tis.gmc.client.internal.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcCall;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;

/**
 * The facts of one call, for its answer or its evidence. Thread-safe: one step writes at a time.
 */
final class CallRecord {
  /** Anything shorter is a word such as {@code Basic}, not a secret. */
  private static final int LEAST_PART = 8;

  private final GmcCall call;
  private final CallSettings settings;
  private final ClientIdentity identity;
  private final Set<String> ownHeaders;
  private final AttemptHeaders attemptHeaders;
  private final Supplier<Hop> hop;
  private final Duration deadline;
  private final long startedNanos;
  private volatile int attempts;
  private volatile Effect effect = Effect.NOT_SENT;

  /**
   * Creates the record.
   *
   * @param ownHeaders the names of the headers that this call alone has
   * @param attemptHeaders what the attempts have besides the identity
   * @param hop where requests go first
   */
  CallRecord(
      GmcCall call,
      CallSettings settings,
      ClientIdentity identity,
      Set<String> ownHeaders,
      AttemptHeaders attemptHeaders,
      Supplier<Hop> hop,
      Duration deadline) {
    this.call = call;
    this.settings = settings;
    this.identity = identity;
    this.ownHeaders = ownHeaders;
    this.attemptHeaders = attemptHeaders;
    this.hop = hop;
    this.deadline = deadline;
    this.startedNanos = settings.surroundings.ticker.getAsLong();
  }

  /** Returns how this call identifies itself: the client's identity with the call's own headers. */
  ClientIdentity identity() {
    return identity;
  }

  /** Returns what attempts send besides the identity, such as {@code traceparent}. */
  AttemptHeaders attemptHeaders() {
    return attemptHeaders;
  }

  int attempts() {
    return attempts;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // Attempts run one after the other.
  void attempted() {
    attempts++;
  }

  Duration elapsed() {
    return Duration.ofNanos(settings.surroundings.ticker.getAsLong() - startedNanos);
  }

  Duration deadline() {
    return deadline;
  }

  /** Returns what is left of the deadline, possibly nothing. */
  Duration remaining() {
    Duration left = deadline.minus(elapsed());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Returns the most serious effect that any attempt may have had. */
  Effect effect() {
    return effect;
  }

  synchronized void mayHaveHad(Effect effectOfAttempt) {
    if (effectOfAttempt.compareTo(effect) > 0) {
      effect = effectOfAttempt;
    }
  }

  /** Adds the facts of the call to a judgement. */
  Evidence.Builder addTo(Evidence.Builder judged) {
    return judged
        .operation(call.operation())
        .clientRequestId(call.clientRequestId())
        .attempts(attempts)
        .environmentLabel(settings.environmentLabel().orElse(null))
        .url(settings.endpoint)
        .proxy(hop.get().proxy().orElse(null))
        .startedAt(call.startedAt())
        .endedAt(settings.clock().instant())
        .userAgent(identity.userAgent())
        .identityHeaders(shownHeaders());
  }

  /** A header of one call may be anything; those of the identity were meant to be seen. */
  private Map<String, String> shownHeaders() {
    if (ownHeaders.isEmpty()) {
      return identity.headersWithoutSecrets();
    }
    Map<String, String> shown = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    shown.putAll(identity.headersWithoutSecrets());
    ownHeaders.forEach(name -> shown.replace(name, "***"));
    return shown;
  }

  /** Returns what is sent besides the body and not shown: header values, the endpoint's query. */
  Collection<String> hiddenValues() {
    Map<String, String> shown = shownHeaders();
    List<String> hidden = new ArrayList<>(attemptHeaders.values());
    identity
        .headers()
        .forEach(
            (name, value) -> {
              if (!value.equals(shown.get(name))) {
                hidden.add(value);
                hidden.addAll(parts(value, "[\\s,;]+"));
              }
            });
    if (settings.endpoint.getRawQuery() != null) {
      hidden.add(settings.endpoint.getRawQuery());
      hidden.addAll(parts(settings.endpoint.getRawQuery(), "[&=]"));
      hidden.addAll(parts(settings.endpoint.getQuery(), "[&=]"));
    }
    return hidden;
  }

  /** A page may repeat a token without the scheme in front of it, or one of several parameters. */
  private static List<String> parts(String value, String separators) {
    return Arrays.stream(value.split(separators))
        .filter(part -> part.length() >= LEAST_PART)
        .collect(Collectors.toList());
  }
}
