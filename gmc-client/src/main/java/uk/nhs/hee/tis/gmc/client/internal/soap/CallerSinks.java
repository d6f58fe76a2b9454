package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.nhs.hee.tis.gmc.client.DoctorSink;

/**
 * The sinks of one call, a fresh one for each attempt, and what they threw.
 *
 * @param <R> what a sink's {@code complete} returns
 */
public final class CallerSinks<R extends @Nullable Object> {
  private static final Logger LOG = LoggerFactory.getLogger("uk.nhs.hee.tis.gmc.client");

  private final Supplier<? extends DoctorSink<R>> supplier;
  private volatile @Nullable DoctorSink<R> last;
  private volatile @Nullable Throwable failure;

  /** Creates it. */
  public CallerSinks(Supplier<? extends DoctorSink<R>> supplier) {
    this.supplier = supplier;
  }

  DoctorSink<R> next() {
    DoctorSink<R> next;
    try {
      next = supplier.get();
    } catch (Throwable e) {
      throw failed(e);
    }
    if (next == null || next == last) {
      throw failed(
          new IllegalStateException(
              next == null
                  ? "the supplier of sinks gave none"
                  : "the supplier gave the same sink again: it would mix the rows of two attempts"));
    }
    last = next;
    return next;
  }

  SinkFailedException failed(Throwable thrown) {
    failure = thrown;
    return new SinkFailedException(thrown);
  }

  void discard(DoctorSink<R> sink) {
    try {
      sink.discard();
    } catch (Throwable e) { // What ended the reading is what the caller must hear of.
      LOG.warn("{} threw when told to discard, which is passed over", sink.getClass(), e);
    }
  }

  /**
   * Returns what the caller is to be told instead of the failure of its call: what a sink threw, or
   * the failure itself.
   */
  public Throwable insteadOf(Throwable ended) {
    Throwable thrown = failure;
    return thrown == null ? ended : thrown;
  }
}
