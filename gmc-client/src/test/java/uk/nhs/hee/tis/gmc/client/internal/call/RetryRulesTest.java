package uk.nhs.hee.tis.gmc.client.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.RetryPolicy;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcRateLimitedException;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.model.Actor;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** What no answer brings about today: guesses that would allow a repeat, and waits to the dot. */
class RetryRulesTest {
  private static final Duration AMPLE = Duration.ofHours(1);
  private static final RetryPolicy POLICY =
      RetryPolicy.builder()
          .maxAttempts(9)
          .firstBackoff(Duration.ofSeconds(1))
          .maxBackoff(Duration.ofSeconds(4))
          .retryWhenOutcomeUnknown(true)
          .build();

  private final RetryRules rules = new RetryRules(new RetryBudget(100), () -> 0.5);

  @Test
  void theLargestBudgetIsOne() {
    RetryBudget budget = new RetryBudget(Integer.MAX_VALUE);

    assertThat(budget.take()).isTrue();
    budget.giveBack();
    assertThat(budget.take()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void withoutOptInNoWriteIsRetriedOnAGuess(GmcOperation operation) {
    RetryPolicy careful = POLICY.toBuilder().retryWhenOutcomeUnknown(false).build();
    for (Effect effect : List.of(Effect.NOT_SENT, Effect.NOT_PROCESSED)) {
      for (Confidence guess : List.of(Confidence.WEAK, Confidence.LIKELY)) {
        assertThat(waitBefore(operation, failure(operation, effect, guess), careful).isPresent())
            .isEqualTo(operation.isRead());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void withOptInAGuessIsAsGoodAsAnUnknownOutcome(GmcOperation operation) {
    for (Confidence guess : List.of(Confidence.WEAK, Confidence.LIKELY)) {
      GmcException failure = failure(operation, Effect.NOT_PROCESSED, guess);

      assertThat(waitBefore(operation, failure).isPresent())
          .isEqualTo(!operation.isRecommendation());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyOperationIsRetriedWhenItCertainlyDidNotRun(GmcOperation operation) {
    RetryPolicy careful = POLICY.toBuilder().retryWhenOutcomeUnknown(false).build();
    for (Effect effect : List.of(Effect.NOT_SENT, Effect.NOT_PROCESSED)) {
      GmcException failure = failure(operation, effect, Confidence.CERTAIN);

      assertThat(waitBefore(operation, failure, careful)).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void noRecommendationThatMayHaveRunIsRepeatedWhateverThePolicy(GmcOperation operation) {
    for (Confidence confidence : Confidence.values()) {
      GmcException unknown = failure(operation, Effect.MAY_HAVE_RUN, confidence);

      assertThat(waitBefore(operation, unknown).isPresent())
          .isEqualTo(!operation.isRecommendation());
    }
  }

  @Test
  void theWaitDoublesFromTheFirstToTheLongest() {
    assertThat(List.of(wait(1), wait(2), wait(3), wait(4), wait(8)))
        .containsExactly(
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2));
  }

  @Test
  void aWaitThatUsesTheDeadlineUpIsNoWait() {
    Duration wait = Duration.ofMillis(500);

    assertThat(waitBefore(Duration.ZERO, wait)).isEmpty();
    assertThat(waitBefore(Duration.ZERO, wait.plusNanos(1))).hasValue(wait);
  }

  @Test
  void theWaitThatTheAnswerAskedForIsKeptIfItIsLonger() {
    assertThat(waitBefore(Duration.ofMillis(499), AMPLE)).hasValue(Duration.ofMillis(500));
    assertThat(waitBefore(Duration.ofSeconds(30), AMPLE)).hasValue(Duration.ofSeconds(30));
  }

  @Test
  void aWaitThatTakesMostOfTheDeadlineIsLeftToTheCaller() {
    Duration left = Duration.ofMinutes(2);

    assertThat(waitBefore(Duration.ofSeconds(60), left)).hasValue(Duration.ofSeconds(60));
    assertThat(waitBefore(Duration.ofSeconds(60).plusNanos(1), left)).isEmpty();
    assertThat(waitBefore(Duration.ofSeconds(90), left)).isEmpty();
  }

  private Duration wait(int attempts) {
    GmcOperation read = GmcOperation.GET_DOCTORS_FOR_DB;
    return rules
        .waitBefore(read, rateLimited(read), POLICY, Duration.ZERO, attempts, AMPLE)
        .orElseThrow();
  }

  private Optional<Duration> waitBefore(Duration asked, Duration remaining) {
    GmcOperation read = GmcOperation.GET_DOCTORS_FOR_DB;
    return rules.waitBefore(read, rateLimited(read), POLICY, asked, 1, remaining);
  }

  private Optional<Duration> waitBefore(GmcOperation operation, GmcException failure) {
    return waitBefore(operation, failure, POLICY);
  }

  private Optional<Duration> waitBefore(
      GmcOperation operation, GmcException failure, RetryPolicy policy) {
    return rules.waitBefore(operation, failure, policy, Duration.ZERO, 1, AMPLE);
  }

  private static GmcException rateLimited(GmcOperation operation) {
    return failure(operation, Effect.NOT_PROCESSED, Confidence.CERTAIN);
  }

  private static GmcException failure(
      GmcOperation operation, Effect effect, Confidence confidence) {
    Instant now = Instant.parse("2027-03-01T00:05:00Z");
    Evidence evidence =
        Evidence.builder()
            .operation(operation)
            .clientRequestId("c-1")
            .attempts(1)
            .url(URI.create("https://gmc.example/WebService.asmx"))
            .startedAt(now)
            .endedAt(now)
            .userAgent("sync/1.0 (team@example.nhs.uk)")
            .finding("HTTP 429")
            .source(Source.EDGE)
            .effect(effect)
            .retryable(true)
            .actors(Actor.CALLER)
            .confidence(confidence)
            .build();
    return new GmcRateLimitedException("slow down", evidence, null);
  }
}
