package uk.nhs.hee.tis.gmc.client.error;

import static uk.nhs.hee.tis.gmc.client.error.Evidence.required;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/**
 * Who failed the call, what that means for the caller, and on which signals that rests. Immutable.
 */
final class EvidenceVerdict {
  final String finding;
  final Source source;
  final Effect effect;
  final boolean retryable;
  final List<Actor> actors;
  final GmcBlockedException.@Nullable Kind blockedKind;
  final GmcIntermediaryException.@Nullable Kind intermediaryKind;
  final GmcProtocolException.@Nullable Kind protocolKind;
  final Confidence confidence;
  final List<String> signals;
  final boolean fromOpenCircuit;

  EvidenceVerdict(Draft from) {
    finding = required("finding", from.finding);
    source = required("source", from.source);
    effect = required("effect", from.effect);
    retryable = from.retryable;
    actors = List.copyOf(from.actors);
    blockedKind = from.blockedKind;
    intermediaryKind = from.intermediaryKind;
    protocolKind = from.protocolKind;
    confidence = required("confidence", from.confidence);
    signals = List.copyOf(from.signals);
    fromOpenCircuit = from.fromOpenCircuit;
  }

  Draft draft() {
    Draft draft = new Draft();
    draft.finding = finding;
    draft.source = source;
    draft.effect = effect;
    draft.retryable = retryable;
    draft.actors = actors;
    draft.blockedKind = blockedKind;
    draft.intermediaryKind = intermediaryKind;
    draft.protocolKind = protocolKind;
    draft.confidence = confidence;
    draft.signals = signals;
    draft.fromOpenCircuit = fromOpenCircuit;
    return draft;
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(
        finding,
        source,
        effect,
        retryable,
        actors,
        blockedKind,
        intermediaryKind,
        protocolKind,
        confidence,
        signals,
        fromOpenCircuit);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EvidenceVerdict
        && components().equals(((EvidenceVerdict) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  /** What a builder has been given so far. */
  static final class Draft {
    @Nullable String finding;
    @Nullable Source source;
    @Nullable Effect effect;
    boolean retryable;
    List<Actor> actors = List.of();
    GmcBlockedException.@Nullable Kind blockedKind;
    GmcIntermediaryException.@Nullable Kind intermediaryKind;
    GmcProtocolException.@Nullable Kind protocolKind;
    @Nullable Confidence confidence;
    List<String> signals = List.of();
    boolean fromOpenCircuit;
  }
}
