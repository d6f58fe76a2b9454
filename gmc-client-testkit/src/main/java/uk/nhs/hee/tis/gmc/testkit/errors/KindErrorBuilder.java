package uk.nhs.hee.tis.gmc.testkit.errors;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/**
 * Builds an exception that comes in several kinds. Not thread-safe.
 *
 * @param <E> the exception
 * @param <K> its kind
 */
public final class KindErrorBuilder<E extends GmcException, K extends Enum<K>>
    extends GmcErrorBuilder<E, KindErrorBuilder<E, K>> {
  private final Function<K, Function<GmcOperation, Failure>> failures;
  private final PlainErrorBuilder.Maker<E> maker;
  private K kind;

  KindErrorBuilder(
      K kind,
      Function<K, Function<GmcOperation, Failure>> failures,
      PlainErrorBuilder.Maker<E> maker) {
    this.kind = kind;
    this.failures = failures;
    this.maker = maker;
  }

  /**
   * Sets the kind, and with it the answer that the evidence describes.
   *
   * @param kind one of the exception's own
   * @return this builder
   */
  public KindErrorBuilder<E, K> kind(K kind) {
    this.kind = kind;
    return this;
  }

  @Override
  Failure failure(GmcOperation failed) {
    return failures.apply(kind).apply(failed);
  }

  @Override
  E make(GmcException real, String text, @Nullable Throwable because) {
    return maker.make(text, real.evidence(), because);
  }
}
