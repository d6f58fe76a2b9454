package uk.nhs.hee.tis.gmc.example.recommendation;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import uk.nhs.hee.tis.gmc.client.CallOptions;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.RetryPolicy;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;
import uk.nhs.hee.tis.gmc.client.model.UnsendableValueException;

/** Submits recommendations once, and asks how they stand. */
@Service
public class RecommendationService {
  /** Somebody waits for the page, and it asks once for each recommendation. */
  private static final CallOptions ON_A_PAGE =
      CallOptions.builder().deadline(Duration.ofSeconds(3)).retryPolicy(RetryPolicy.none()).build();

  private final GmcClient gmc;
  private final SubmissionBook book;

  RecommendationService(GmcClient gmc, SubmissionBook book) {
    this.gmc = gmc;
    this.book = book;
  }

  /**
   * Submits a recommendation.
   *
   * @throws InvalidRequestException if it cannot be sent as it is; nothing was
   * @throws SubmittedAlreadyException if an earlier submission stands, or may stand; nothing was
   *     sent
   */
  public Submission submit(String id, SubmissionRequest request) {
    Recommendation recommendation = recommendation(request);
    String clientRequestId = UUID.randomUUID().toString();
    SubmissionBook.Entry entry = SubmissionBook.Entry.sending(recommendation, clientRequestId);
    book.begin(id, entry);
    try {
      Submission submission = send(recommendation, clientRequestId);
      if (submission.outcome().maySubmitAgain()) {
        book.remove(id);
      } else {
        book.update(id, entry.ended(submission));
      }
      return submission;
    } catch (UnsendableValueException unsendable) {
      book.remove(id);
      throw new InvalidRequestException(unsendable);
    }
  }

  private static Recommendation recommendation(SubmissionRequest request) {
    try {
      return request.toRecommendation();
    } catch (UnsendableValueException unsendable) {
      throw new InvalidRequestException(unsendable);
    }
  }

  private Submission send(Recommendation recommendation, String clientRequestId) {
    CallOptions options = CallOptions.builder().clientRequestId(clientRequestId).build();
    try {
      return Submission.accepted(gmc.tryRecommendationV2(recommendation, options));
    } catch (GmcException e) {
      return Submission.failed(outcome(e), e);
    }
  }

  private static Outcome outcome(GmcException failure) {
    boolean unknownCode = failure.returnCode().filter(code -> !code.isKnown()).isPresent();
    if (unknownCode || failure.effect() == Effect.MAY_HAVE_RUN) {
      return Outcome.UNKNOWN;
    }
    return failure instanceof GmcRejectedException ? Outcome.REJECTED : Outcome.NOT_SENT;
  }

  /** Asks how an accepted recommendation stands; nothing if there is none by this id. */
  public Optional<StatusCheck> check(String id) {
    return book.find(id)
        .filter(entry -> entry.outcome() == Outcome.ACCEPTED)
        .map(entry -> check(id, entry));
  }

  /** Whatever goes wrong, a page shows what was known before. */
  private StatusCheck check(String id, SubmissionBook.Entry entry) {
    try {
      StatusQuery query =
          StatusQuery.builder()
              .gmcNumber(entry.gmcNumber())
              .designatedBodyCode(entry.designatedBodyCode())
              .recommendationId(entry.gmcRecommendationId())
              .internalUser(entry.internalUser())
              .build();
      StatusCheck check = StatusCheck.of(gmc.checkRecommendationStatus(query, ON_A_PAGE));
      book.update(id, entry.standing(check.status()));
      return check;
    } catch (UnsendableValueException | GmcException e) {
      return StatusCheck.notChecked(entry.status(), e);
    }
  }
}
