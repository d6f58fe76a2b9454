package uk.nhs.hee.tis.gmc.testkit.errors;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/**
 * Builds an exception that adds nothing to its evidence. Not thread-safe.
 *
 * @param <E> the exception
 */
public final class PlainErrorBuilder<E extends GmcException>
    extends GmcErrorBuilder<E, PlainErrorBuilder<E>> {
  /** Makes the exception of its parts. */
  interface Maker<E> {
    E make(String message, Evidence evidence, @Nullable Throwable cause);
  }

  private final Function<GmcOperation, Failure> failures;
  private final Maker<E> maker;

  PlainErrorBuilder(Function<GmcOperation, Failure> failures, Maker<E> maker) {
    this.failures = failures;
    this.maker = maker;
  }

  @Override
  Failure failure(GmcOperation failed) {
    return failures.apply(failed);
  }

  @Override
  E make(GmcException real, String text, @Nullable Throwable because) {
    return maker.make(text, real.evidence(), because);
  }
}
