package uk.nhs.hee.tis.gmc.testkit.errors;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcException;

/**
 * Builds an exception that comes in several kinds. Not thread-safe.
 *
 * @param <E> the exception
 * @param <K> its kind
 */
public final class KindErrorBuilder<E extends GmcException, K extends Enum<K>>
    extends GmcErrorBuilder<E, KindErrorBuilder<E, K>> {
  private final Function<K, Evidence.Builder> facts;
  private final PlainErrorBuilder.Maker<E> maker;

  KindErrorBuilder(
      String verb, K kind, Function<K, Evidence.Builder> facts, PlainErrorBuilder.Maker<E> maker) {
    super(verb, facts.apply(kind));
    this.facts = facts;
    this.maker = maker;
  }

  /**
   * Sets the kind, and with it what the evidence says of the answer: name it first.
   *
   * @param kind one of the exception's own
   * @return this builder
   */
  public KindErrorBuilder<E, K> kind(K kind) {
    Evidence usual = facts.apply(kind).build();
    return evidence(
        e ->
            e.httpStatus(usual.httpStatus().isPresent() ? usual.httpStatus().getAsInt() : null)
                .responseHeaders(usual.responseHeaders())
                .rayId(usual.rayId().orElse(null))
                .edgeLocation(usual.edgeLocation().orElse(null))
                .source(usual.source())
                .effect(usual.effect())
                .finding(usual.finding())
                .actors(usual.actors())
                .intermediaryKind(usual.intermediaryKind().orElse(null))
                .protocolKind(usual.protocolKind().orElse(null))
                .retryable(usual.retryable())
                .confidence(usual.confidence())
                .signals(usual.signals()));
  }

  @Override
  E make(String text, Evidence built, @Nullable Throwable because) {
    return maker.make(text, built, because);
  }
}
