package uk.nhs.hee.tis.gmc.client.internal.call;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import uk.nhs.hee.tis.gmc.client.CallOptions;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/**
 * The facts of one call, from its start to its answer or its exception. Used by one thread at a
 * time.
 */
final class CallRecord {
  private final GmcOperation operation;
  private final String clientRequestId;
  private final CallSettings settings;
  private final ClientIdentity identity;
  private final Instant startedAt;
  private final long startedNanos = System.nanoTime();
  private int attempts;

  CallRecord(
      GmcOperation operation, String clientRequestId, CallSettings settings, CallOptions options) {
    this.operation = operation;
    this.clientRequestId = clientRequestId;
    this.settings = settings;
    this.identity = settings.identity.with(options.headers());
    this.startedAt = settings.clock.instant();
  }

  /** Returns who this call says it is: the client's identity with the call's own headers. */
  ClientIdentity identity() {
    return identity;
  }

  String clientRequestId() {
    return clientRequestId;
  }

  int attempts() {
    return attempts;
  }

  void attempted() {
    attempts++;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  /** Returns the one exception that the call ends in. */
  GmcException exception(CallFailure failure, IncidentLog incidents) {
    Evidence.Builder facts = addFacts(failure.judged);
    if (failure.serviceAnswered()) {
      incidents.success();
    } else {
      facts.resolvedAddresses(resolvedAddresses());
      Evidence soFar = facts.build();
      facts.incident(incidents.failure(failure.kind(), soFar.finding(), soFar.whoActs()));
    }
    Evidence evidence = facts.build();
    GmcException exception = failure.exception(evidence);
    if (operation.isRead() || evidence.effect() != Effect.MAY_HAVE_RUN) {
      return exception;
    }
    return new GmcOutcomeUnknownException(
        Messages.outcomeUnknown(operation, String.valueOf(exception.getMessage())),
        evidence,
        exception);
  }

  private Evidence.Builder addFacts(Evidence.Builder evidence) {
    return evidence
        .operation(operation)
        .clientRequestId(clientRequestId)
        .attempts(attempts)
        .environment(settings.environment().orElse(null))
        .url(settings.endpoint)
        .startedAt(startedAt)
        .endedAt(settings.clock.instant())
        .userAgent(identity.userAgent())
        .identityHeaders(identity.headersWithoutSecrets());
  }

  private List<String> resolvedAddresses() {
    try {
      return Arrays.stream(InetAddress.getAllByName(settings.endpoint.getHost()))
          .map(InetAddress::getHostAddress)
          .collect(Collectors.toList());
    } catch (UnknownHostException unresolved) {
      return List.of();
    }
  }
}
