package uk.nhs.hee.tis.gmc.client.internal.call;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import uk.nhs.hee.tis.gmc.client.RetryPolicy;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** Whether a failed attempt is repeated, and after how long. Thread-safe. */
final class RetryRules {
  private final RetryBudget budget;
  private final DoubleSupplier random;

  /**
   * Creates the rules.
   *
   * @param random gives numbers from 0 to below 1
   */
  RetryRules(RetryBudget budget, DoubleSupplier random) {
    this.budget = budget;
    this.random = random;
  }

  /**
   * Returns the wait before the next attempt, or nothing if there is none. What it grants is taken
   * out of the budget.
   *
   * @param asked the wait that the answer asked for, perhaps none
   * @param attempts how many attempts have been made
   * @param remaining what is left of the call's deadline
   */
  Optional<Duration> waitBefore(
      GmcOperation operation,
      GmcException failure,
      RetryPolicy policy,
      Duration asked,
      int attempts,
      Duration remaining) {
    if (attempts >= policy.maxAttempts() || !mayRepeat(operation, failure, policy)) {
      return Optional.empty();
    }
    // A call that spends most of its time waiting holds up its caller for one last attempt.
    if (asked.compareTo(remaining.dividedBy(2)) > 0) {
      return Optional.empty();
    }
    Duration wait = backoff(policy, attempts);
    if (asked.compareTo(wait) > 0) {
      wait = asked;
    }
    return wait.compareTo(remaining) < 0 && budget.take() ? Optional.of(wait) : Optional.empty();
  }

  /** Gives a part of the budget back: a call succeeded at its first attempt. */
  void succeededAtOnce() {
    budget.giveBack();
  }

  private static boolean mayRepeat(
      GmcOperation operation, GmcException failure, RetryPolicy policy) {
    if (!failure.retryable()) {
      return false;
    }
    if (operation.isRead()) {
      return true;
    }
    boolean provenUndone =
        failure.effect() != Effect.MAY_HAVE_RUN
            && failure.evidence().confidence() == Confidence.CERTAIN;
    return provenUndone || (policy.retryWhenOutcomeUnknown() && !operation.isRecommendation());
  }

  private Duration backoff(RetryPolicy policy, int attempts) {
    long limit = policy.firstBackoff().toNanos();
    for (int i = 1; i < attempts && limit < policy.maxBackoff().toNanos(); i++) {
      limit *= 2;
    }
    limit = Math.min(limit, policy.maxBackoff().toNanos());
    return Duration.ofNanos((long) (random.getAsDouble() * limit));
  }
}
