package uk.nhs.hee.tis.gmc.client;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When and how often a call is retried. Immutable.
 *
 * <p>Reads are retried after connection failures (but not those of TLS), time-outs, outages,
 * truncated answers, return code 98 and rate limits. Writes, recommendations included, are retried
 * only where it is certain that the service never saw the request. A block, a challenge, a
 * permission error or a rejection is never retried. A {@code Retry-After} is honoured if it is at
 * most half of what is left of the call's deadline, so a minute by default; a longer one fails the
 * call at once and is available from {@code retryAfter()}. No wait goes beyond the deadline.
 *
 * <p>Between attempts the client waits a random time between zero and a limit that doubles each
 * time, from {@link #firstBackoff()} to {@link #maxBackoff()}. All calls of a client share one
 * budget of retries: it starts at {@link #budget()}, each retry takes one from it, and each call
 * that succeeds first time gives a tenth back, so that a bad hour does not become a retry storm.
 *
 * <pre>{@code
 * RetryPolicy patient =
 *     RetryPolicy.builder().maxAttempts(5).maxBackoff(Duration.ofSeconds(30)).build();
 *
 * GmcClient.builder().retryPolicy(patient); // for all calls of a client
 * CallOptions.builder().retryPolicy(patient).build(); // for one
 * }</pre>
 */
public final class RetryPolicy {
  private static final RetryPolicy DEFAULTS = builder().build();
  private static final RetryPolicy NONE = builder().maxAttempts(1).build();

  private final int maxAttempts;
  private final Duration firstBackoff;
  private final Duration maxBackoff;
  private final int budget;
  private final boolean retryWhenOutcomeUnknown;

  private RetryPolicy(Builder from) {
    maxAttempts = from.maxAttempts;
    firstBackoff = from.firstBackoff;
    maxBackoff = from.maxBackoff;
    budget = from.budget;
    retryWhenOutcomeUnknown = from.retryWhenOutcomeUnknown;
    if (maxBackoff.compareTo(firstBackoff) < 0) {
      throw new IllegalArgumentException(
          "maxBackoff must not be shorter than firstBackoff: " + maxBackoff + " < " + firstBackoff);
    }
  }

  /**
   * {@return the policy of a client that sets none: up to 3 attempts, back-off from 500 ms to 10 s}
   */
  public static RetryPolicy defaults() {
    return DEFAULTS;
  }

  /** {@return the policy that never retries} */
  public static RetryPolicy none() {
    return NONE;
  }

  /** {@return a builder that starts from the defaults} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts from this policy} */
  public Builder toBuilder() {
    Builder to = new Builder();
    to.maxAttempts = maxAttempts;
    to.firstBackoff = firstBackoff;
    to.maxBackoff = maxBackoff;
    to.budget = budget;
    to.retryWhenOutcomeUnknown = retryWhenOutcomeUnknown;
    return to;
  }

  /** {@return how many times a call is tried at most, including the first attempt} */
  public int maxAttempts() {
    return maxAttempts;
  }

  /** {@return the limit of the random wait before the second attempt} */
  public Duration firstBackoff() {
    return firstBackoff;
  }

  /** {@return the limit beyond which the random wait does not grow} */
  public Duration maxBackoff() {
    return maxBackoff;
  }

  /** {@return the size of the budget of retries that all calls of a client share} */
  public int budget() {
    return budget;
  }

  /** {@return whether adding or removing a doctor is retried after an unknown outcome} */
  public boolean retryWhenOutcomeUnknown() {
    return retryWhenOutcomeUnknown;
  }

  private List<Object> components() {
    return Arrays.asList(maxAttempts, firstBackoff, maxBackoff, budget, retryWhenOutcomeUnknown);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RetryPolicy && components().equals(((RetryPolicy) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "RetryPolicy[maxAttempts="
        + maxAttempts
        + ", firstBackoff="
        + firstBackoff
        + ", maxBackoff="
        + maxBackoff
        + ", budget="
        + budget
        + ", retryWhenOutcomeUnknown="
        + retryWhenOutcomeUnknown
        + "]";
  }

  /** Builds a {@link RetryPolicy}. Not thread-safe. */
  public static final class Builder {
    private int maxAttempts = 3;
    private Duration firstBackoff = Duration.ofMillis(500);
    private Duration maxBackoff = Duration.ofSeconds(10);
    private int budget = 20;
    private boolean retryWhenOutcomeUnknown;

    private Builder() {}

    /**
     * Sets how many times a call is tried at most, including the first attempt; default 3.
     *
     * @param maxAttempts 1 or more; 1 never retries
     * @return this builder
     * @throws IllegalArgumentException if it is below 1
     */
    public Builder maxAttempts(int maxAttempts) {
      if (maxAttempts < 1) {
        throw new IllegalArgumentException("maxAttempts must be 1 or more: " + maxAttempts);
      }
      this.maxAttempts = maxAttempts;
      return this;
    }

    /**
     * Sets the limit of the random wait before the second attempt; default 500 ms.
     *
     * @param firstBackoff a time of at most a day, and not longer than {@link
     *     #maxBackoff(Duration)}
     * @return this builder
     * @throws IllegalArgumentException if it is not positive, or longer than a day
     */
    public Builder firstBackoff(Duration firstBackoff) {
      this.firstBackoff = Rules.positive("firstBackoff", firstBackoff);
      return this;
    }

    /**
     * Sets the limit beyond which the random wait does not grow; default 10 s.
     *
     * @param maxBackoff a time of at most a day, and not shorter than {@link
     *     #firstBackoff(Duration)}
     * @return this builder
     * @throws IllegalArgumentException if it is not positive, or longer than a day
     */
    public Builder maxBackoff(Duration maxBackoff) {
      this.maxBackoff = Rules.positive("maxBackoff", maxBackoff);
      return this;
    }

    /**
     * Sets the budget of retries that all calls of a client share; default 20. Only the client's
     * own policy counts here, not one of {@link CallOptions}.
     *
     * @param budget retries that may be taken before calls succeed again; 0 never retries
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public Builder budget(int budget) {
      if (budget < 0) {
        throw new IllegalArgumentException("budget must not be negative: " + budget);
      }
      this.budget = budget;
      return this;
    }

    /**
     * Sets whether adding or removing a doctor is retried after an unknown outcome; default false.
     * A retry that the GMC answers with 100 or 140 then counts as done. Never applies to a
     * recommendation.
     *
     * @param retry true to retry, false to end in a {@link
     *     uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException} at once
     * @return this builder
     */
    public Builder retryWhenOutcomeUnknown(boolean retry) {
      retryWhenOutcomeUnknown = retry;
      return this;
    }

    /**
     * {@return the policy}
     *
     * @throws IllegalArgumentException if {@code maxBackoff} is shorter than {@code firstBackoff}
     */
    public RetryPolicy build() {
      return new RetryPolicy(this);
    }
  }
}
