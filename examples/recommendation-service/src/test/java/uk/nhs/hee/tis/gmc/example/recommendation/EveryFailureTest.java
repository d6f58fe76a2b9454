package uk.nhs.hee.tis.gmc.example.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.model.RecommendationType;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.FakeGmcClient;
import uk.nhs.hee.tis.gmc.testkit.GmcAnswers;
import uk.nhs.hee.tis.gmc.testkit.GmcErrors;

/** Every way in which GMC Connect fails, without a server. */
class EveryFailureTest {
  private final FakeGmcClient gmc = FakeGmcClient.create();
  private final RecommendationService service =
      new RecommendationService(gmc, new SubmissionBook());

  static Stream<GmcException> failures() {
    return Stream.of(
        GmcErrors.blocked().build(),
        GmcErrors.rateLimited().build(),
        GmcErrors.permission().build(),
        GmcErrors.noAccessToDesignatedBody().build(),
        GmcErrors.rejected(ReturnCode.INVALID_RECOMMENDATION_ID).build(),
        GmcErrors.unavailable().build(),
        GmcErrors.originTimedOut().build(),
        GmcErrors.internalError().build(),
        GmcErrors.unreachable().build(),
        GmcErrors.timeout().build(),
        GmcErrors.intermediary().build(),
        GmcErrors.protocol().build());
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
    assertThat(check.whoActs()).isEqualTo(failure.whoActs());
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aSubmissionIsUnknownExactlyWhenItMayHaveRun(GmcException failure) {
    gmc.whenRecommending().fails(failure);

    Submission submission = service.submit("an-id", request());

    assertThat(submission.outcome())
        .isEqualTo(
            failure.effect() == Effect.MAY_HAVE_RUN
                ? Outcome.UNKNOWN
                : failure instanceof GmcRejectedException ? Outcome.REFUSED : Outcome.NOT_SENT);
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
