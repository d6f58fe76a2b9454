package uk.nhs.hee.tis.gmc.testkit.errors;

import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcException;

/**
 * Builds an exception that says nothing beyond its evidence. Not thread-safe.
 *
 * @param <E> the exception
 */
public final class PlainErrorBuilder<E extends GmcException>
    extends GmcErrorBuilder<E, PlainErrorBuilder<E>> {
  /** Makes the exception of its parts. */
  interface Maker<E> {
    E make(String message, Evidence evidence, @Nullable Throwable cause);
  }

  private final Maker<E> maker;

  PlainErrorBuilder(String verb, Evidence.Builder evidence, Maker<E> maker) {
    super(verb, evidence);
    this.maker = maker;
  }

  @Override
  E make(String text, Evidence built, @Nullable Throwable because) {
    return maker.make(text, built, because);
  }
}
