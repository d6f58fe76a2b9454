package uk.nhs.hee.tis.gmc.example.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationType;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.FakeGmcClient;
import uk.nhs.hee.tis.gmc.testkit.GmcAnswers;
import uk.nhs.hee.tis.gmc.testkit.errors.GmcErrors;

/** Every way in which GMC Connect fails, without a server. */
class EveryFailureTest {
  private final FakeGmcClient gmc = FakeGmcClient.create();
  private final RecommendationService service =
      new RecommendationService(gmc, new SubmissionBook());

  /** Each failure, and what it means for a submission. */
  static Stream<Arguments> failures() {
    return Stream.of(
        arguments(GmcErrors.blocked().build(), Outcome.NOT_SENT),
        arguments(GmcErrors.rateLimited().build(), Outcome.NOT_SENT),
        arguments(GmcErrors.permission().build(), Outcome.NOT_SENT),
        arguments(GmcErrors.noAccessToDesignatedBody().build(), Outcome.NOT_SENT),
        arguments(GmcErrors.rejected(ReturnCode.NOT_ASSOCIATED).build(), Outcome.REJECTED),
        arguments(GmcErrors.unavailable().build(), Outcome.UNKNOWN),
        arguments(GmcErrors.originTimedOut().build(), Outcome.UNKNOWN),
        arguments(GmcErrors.internalError().build(), Outcome.UNKNOWN),
        arguments(GmcErrors.unreachable().build(), Outcome.NOT_SENT),
        arguments(GmcErrors.timeout().build(), Outcome.UNKNOWN),
        arguments(GmcErrors.intermediary().build(), Outcome.NOT_SENT),
        arguments(GmcErrors.protocol().build(), Outcome.UNKNOWN),
        arguments(
            GmcErrors.outcomeUnknown(GmcOperation.TRY_RECOMMENDATION_V2).build(), Outcome.UNKNOWN),
        arguments(GmcErrors.notSent().build(), Outcome.NOT_SENT));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void noFailureOfAStatusCheckIsCalledUnderReview(GmcException failure) {
    gmc.whenRecommending().answers(GmcAnswers.recommended("900001"));
    gmc.whenCheckingStatus().fails(failure);
    service.submit("an-id", request());

    StatusCheck check = service.check("an-id").orElseThrow();

    assertThat(check.status()).isEqualTo(StatusCheck.Status.NOT_CHECKED);
    assertThat(check.message()).isEqualTo(failure.getMessage());
    assertThat(check.advice()).isEqualTo(failure.advice());
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aSubmissionIsUnknownWhenItMayHaveRun(GmcException failure, Outcome outcome) {
    gmc.whenRecommending().fails(failure);

    assertThat(service.submit("an-id", request()).outcome()).isEqualTo(outcome);
  }

  private static SubmissionRequest request() {
    return new SubmissionRequest(
        "9000001",
        "Quillfeather",
        "1-1RSSQ2H",
        "9000002",
        "Quillfeather",
        null,
        RecommendationType.REVALIDATE,
        null,
        null,
        null,
        "a.admin",
        "a.admin@example.nhs.uk");
  }
}
