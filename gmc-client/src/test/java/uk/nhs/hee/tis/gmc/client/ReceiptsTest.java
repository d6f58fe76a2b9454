package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.hee.tis.gmc.client.fixture.Soap.DONE;
import static uk.nhs.hee.tis.gmc.client.fixture.Soap.IDS;
import static uk.nhs.hee.tis.gmc.client.fixture.Soap.field;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationReceipt;
import uk.nhs.hee.tis.gmc.client.model.RecommendationStatus;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.client.model.UnreadableField;

/** The answers of the operations other than the list. */
class ReceiptsTest {
  private static final WireServer SERVER = WireServer.start();
  private static final GmcClient GMC = Clients.of(SERVER);

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void anAddedDoctorsReceiptHasTheSubmissionDate() {
    ConnectionReceipt receipt =
        (ConnectionReceipt) answer(Call.ADD, IDS + field("SubmissionDate", "21/07/2027") + DONE);

    assertThat(receipt.outcome()).isEqualTo(ConnectionReceipt.Outcome.DONE);
    assertThat(receipt.submissionDate()).hasValue(LocalDate.of(2027, 7, 21));
    assertThat(receipt.gmcRequestId()).hasValue("4410992");
    assertThat(receipt.attempts()).isEqualTo(1);
    assertThat(receipt.unreadableFields()).isEmpty();
  }

  @Test
  void aBlankOrUnreadableDateNeverFailsAnAddedDoctor() {
    ConnectionReceipt blank =
        (ConnectionReceipt) answer(Call.ADD, field("SubmissionDate", " ") + DONE);
    ConnectionReceipt unreadable =
        (ConnectionReceipt) answer(Call.ADD, field("SubmissionDate", "soon") + DONE);

    assertThat(blank.submissionDate()).isEmpty();
    assertThat(blank.unreadableFields()).isEmpty();
    assertThat(unreadable.submissionDate()).isEmpty();
    assertThat(unreadable.unreadableFields())
        .containsExactly(UnreadableField.of(null, "SubmissionDate", "soon"));
  }

  @Test
  void aRecommendationsReceiptHasItsId() {
    for (Call call : new Call[] {Call.RECOMMEND, Call.RECOMMEND_V2}) {
      RecommendationReceipt with =
          (RecommendationReceipt) answer(call, field("RecommendationID", " 10-ABC ") + DONE);
      RecommendationReceipt without = (RecommendationReceipt) answer(call, IDS + DONE);

      assertThat(with.recommendationId()).hasValue("10-ABC");
      assertThat(without.recommendationId()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Approved, APPROVED",
    "Rejected, REJECTED",
    "Under Review, UNDER_REVIEW",
    "under review, UNDER_REVIEW",
    "' APPROVED ', APPROVED",
    "UnderReview, UNKNOWN",
    "Withdrawn, UNKNOWN"
  })
  void aStatusIsReadWithItsText(String text, RecommendationStatus.State state) {
    RecommendationStatus status =
        (RecommendationStatus) answer(Call.CHECK_STATUS, IDS + DONE + field("Status", text));

    assertThat(status.state()).isEqualTo(state);
    assertThat(status.text()).hasValue(text);
  }

  @Test
  void aMissingOrBlankStatusIsUnknownAndNotUnderReview() {
    for (String fields : new String[] {DONE, DONE + field("Status", "\n")}) {
      RecommendationStatus status = (RecommendationStatus) answer(Call.CHECK_STATUS, fields);

      assertThat(status.state()).isEqualTo(RecommendationStatus.State.UNKNOWN);
      assertThat(status.text()).isEmpty();
    }
  }

  @Test
  void code100IsAnAnswerToAnAdditionAnd140ToARemoval() {
    assertThat(code(Call.ADD, "100")).isEqualTo(ConnectionReceipt.Outcome.ALREADY_SO);
    assertThat(code(Call.REMOVE, "140")).isEqualTo(ConnectionReceipt.Outcome.ALREADY_SO);
    assertThat(code(Call.ADD, "0")).isEqualTo(ConnectionReceipt.Outcome.DONE);
    assertThat(code(Call.REMOVE, "0")).isEqualTo(ConnectionReceipt.Outcome.DONE);
  }

  private static ConnectionReceipt.Outcome code(Call call, String code) {
    GmcOperation operation = call.operation();
    SERVER.then(HttpReply.soap(Soap.code(operation, code)));
    ConnectionReceipt receipt = (ConnectionReceipt) call.on(GMC);
    assertThat(receipt.returnCode()).isEqualTo(ReturnCode.of(code));
    return receipt.outcome();
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void everyAnswerHasItsReturnCodeAndSaysWhenItWasAsked(Call call) {
    AtomicReference<GmcCall> asked = new AtomicReference<>();
    GmcClient gmc =
        Clients.builder(SERVER.endpoint())
            .clock(new AdvancingClock())
            .teller(Runnable::run)
            .listener(
                new GmcListener() {
                  @Override
                  public void callStarted(GmcCall started) {
                    asked.set(started);
                  }
                })
            .build();
    SERVER.then(HttpReply.soap(Soap.success(call.operation())));

    GmcAnswer answer = call.on(gmc);

    assertThat(answer.returnCode()).isEqualTo(ReturnCode.SUCCESS);
    assertThat(answer.startedAt()).isEqualTo(asked.get().startedAt());
  }

  /** A second later at each look, so that the start of a call is no other time. */
  private static final class AdvancingClock extends Clock {
    private Instant next = Clients.NOW;

    @Override
    public synchronized Instant instant() {
      next = next.plusSeconds(1);
      return next;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  private static GmcAnswer answer(Call call, String fields) {
    SERVER.then(HttpReply.soap(Soap.answer(call.operation(), fields)));
    return call.on(GMC);
  }
}
