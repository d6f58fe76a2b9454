package uk.nhs.hee.tis.gmc.example.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static uk.nhs.hee.tis.gmc.example.recommendation.StatusCheck.Status.APPROVED;
import static uk.nhs.hee.tis.gmc.example.recommendation.StatusCheck.Status.UNDER_REVIEW;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationType;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.FakeGmcClient;
import uk.nhs.hee.tis.gmc.testkit.GmcAnswers;
import uk.nhs.hee.tis.gmc.testkit.assertions.GmcAssertions;
import uk.nhs.hee.tis.gmc.testkit.errors.GmcErrors;

/** Every way in which GMC Connect fails, without a server. */
class EveryFailureTest {
  private final FakeGmcClient gmc = FakeGmcClient.create();
  private final SubmissionBook book = new SubmissionsInMemory();
  private final RecommendationService service = new RecommendationService(gmc, book);

  /** Each failure, and what it means for a submission. */
  static Stream<Arguments> failures() {
    return Stream.of(
        arguments(GmcErrors.blocked().build(), Outcome.NOT_SENT),
        arguments(GmcErrors.rateLimited().build(), Outcome.NOT_SENT),
        arguments(GmcErrors.permission().build(), Outcome.NOT_SENT),
        arguments(GmcErrors.noAccessToDesignatedBody().build(), Outcome.NOT_SENT),
        arguments(GmcErrors.rejected(ReturnCode.NOT_ASSOCIATED).build(), Outcome.REJECTED),
        arguments(GmcErrors.rejected(ReturnCode.of("777")).build(), Outcome.UNKNOWN),
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
  void aStatusCheckThatFailsLeavesWhatWasKnown(GmcException failure) {
    gmc.whenRecommending().answers(GmcAnswers.recommended("900001"));
    gmc.whenCheckingStatus().answers(GmcAnswers.approved()).then().fails(failure);
    service.submit("an-id", request());

    StatusCheck before = service.check("an-id").orElseThrow();
    StatusCheck check = service.check("an-id").orElseThrow();

    assertThat(before).isEqualTo(new StatusCheck(APPROVED, true, "Approved", null));
    assertThat(check).isEqualTo(new StatusCheck(APPROVED, false, null, failure.getMessage()));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      delimiter = '|',
      value = {
        "9000001 | null      | 900001 | designatedBodyCode is missing",
        "9000001 | 1-1RSSQ2H | ''     | recommendationId is blank",
        "9000001 | 1-1RSSQ2H | null   | recommendationId is missing",
        "UNKNOWN | 1-1RSSQ2H | 900001 | gmcNumber must be seven digits, but is 7 characters and not"
            + " all are digits",
      })
  void whatCannotBeAskedLeavesWhatWasKnown(
      String gmcNumber, String body, String recommendationId, String message) {
    book.begin(
        "an-id",
        new SubmissionBook.Entry(
            gmcNumber, body, "a.admin", "an-id", Outcome.ACCEPTED, recommendationId, UNDER_REVIEW));

    assertThat(service.check("an-id"))
        .contains(new StatusCheck(UNDER_REVIEW, false, null, message));
    GmcAssertions.assertThat(gmc).sentNothing();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aSubmissionIsUnknownWhenItMayHaveRun(GmcException failure, Outcome outcome) {
    gmc.whenRecommending().fails(failure);

    assertThat(service.submit("an-id", request()).outcome()).isEqualTo(outcome);
    assertThat(book.find("an-id").isEmpty()).isEqualTo(outcome.maySubmitAgain());
  }

  @Test
  void whatMayHaveBeenAcceptedIsNotSubmittedByAnotherInstanceEither() {
    gmc.whenRecommending().fails(GmcErrors.timeout().build());
    service.submit("an-id", request());

    RecommendationService another = new RecommendationService(gmc, book);

    assertThatThrownBy(() -> another.submit("an-id", request()))
        .isInstanceOf(SubmittedAlreadyException.class)
        .hasMessage("it may have been accepted: look the doctor up in GMC Connect first");
    GmcAssertions.assertThat(gmc).received(1).recommendationFor("9000001");
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
