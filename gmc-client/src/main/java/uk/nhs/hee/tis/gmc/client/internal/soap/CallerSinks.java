package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.nhs.hee.tis.gmc.client.DoctorSink;

/**
 * The sinks of one call, a fresh one for each attempt.
 *
 * @param <R> what a sink's {@code complete} returns
 */
public final class CallerSinks<R extends @Nullable Object> {
  private static final Logger LOG = LoggerFactory.getLogger("uk.nhs.hee.tis.gmc.client");

  private final Supplier<? extends DoctorSink<R>> supplier;
  private volatile @Nullable DoctorSink<R> last;

  /** Creates it. */
  public CallerSinks(Supplier<? extends DoctorSink<R>> supplier) {
    this.supplier = supplier;
  }

  DoctorSink<R> next() {
    DoctorSink<R> next;
    try {
      next = supplier.get();
    } catch (Throwable e) {
      throw new SinkFailedException(e);
    }
    if (next == null || next == last) {
      throw new SinkFailedException(
          new IllegalStateException(
              next == null
                  ? "the supplier of sinks returned null"
                  : "the supplier gave the same sink again: it would mix the rows of two"
                      + " attempts"));
    }
    last = next;
    return next;
  }

  /** Tells a sink to discard; what that throws is logged. */
  public static void discard(DoctorSink<?> sink) {
    try {
      sink.discard();
    } catch (Throwable e) { // The caller must get what ended the reading.
      LOG.warn("{} threw from discard(); ignored", sink.getClass(), e);
    }
  }
}
