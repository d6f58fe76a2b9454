package uk.nhs.hee.tis.gmc.client;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.GmcException;

/** An attempt of a call that has ended, as a {@link GmcListener} sees it. Immutable. */
public final class GmcAttempt {
  private final int number;
  private final Duration duration;
  private final @Nullable GmcException failure;

  private GmcAttempt(int number, Duration duration, @Nullable GmcException failure) {
    this.number = number;
    this.duration = Objects.requireNonNull(duration, "duration");
    this.failure = failure;
  }

  /**
   * {@return an attempt that has ended; for tests of listeners}
   *
   * @param number 1 for a call's first attempt
   * @param duration from before the request was sent to the end of its answer or to its failure
   * @param failure why it failed, or null if it ended in an answer
   */
  public static GmcAttempt of(int number, Duration duration, @Nullable GmcException failure) {
    return new GmcAttempt(number, duration, failure);
  }

  /** {@return the number of the attempt within its call, 1 for the first} */
  public int number() {
    return number;
  }

  /** {@return how long it took, from before the request was sent to its answer's end or failure} */
  public Duration duration() {
    return duration;
  }

  /** {@return why it failed, if it did; the call may still succeed} */
  public Optional<GmcException> failure() {
    return Optional.ofNullable(failure);
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(number, duration, failure);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GmcAttempt && components().equals(((GmcAttempt) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "GmcAttempt[number="
        + number
        + ", duration="
        + duration
        + ", failure="
        + (failure == null ? null : failure.getClass().getSimpleName())
        + "]";
  }
}
