package uk.nhs.hee.tis.gmc.example.recommendation;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import uk.nhs.hee.tis.gmc.client.CallOptions;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;
import uk.nhs.hee.tis.gmc.client.model.UnsendableValueException;

/** Submits recommendations once, and asks how they stand. */
@Service
public class RecommendationService {
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
    book.begin(id, recommendation, clientRequestId);
    try {
      Submission submission = send(recommendation, clientRequestId);
      book.end(id, submission);
      return submission;
    } catch (UnsendableValueException unsendable) {
      book.forget(id);
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
    if (failure.effect() == Effect.MAY_HAVE_RUN) {
      return Outcome.UNKNOWN;
    }
    return failure instanceof GmcRejectedException ? Outcome.REJECTED : Outcome.NOT_SENT;
  }

  /** Asks how an accepted recommendation stands; nothing if there is none by this id. */
  public Optional<StatusCheck> check(String id) {
    return book.find(id)
        .filter(entry -> entry.submission().gmcRecommendationId() != null)
        .map(
            entry ->
                StatusQuery.builder()
                    .gmcNumber(entry.recommendation().gmcNumber())
                    .designatedBodyCode(entry.recommendation().designatedBodyCode())
                    .recommendationId(entry.submission().gmcRecommendationId())
                    .internalUser(entry.recommendation().internalUser().orElse(null))
                    .build())
        .map(this::check);
  }

  private StatusCheck check(StatusQuery query) {
    try {
      return StatusCheck.of(gmc.checkRecommendationStatus(query));
    } catch (GmcException e) {
      return StatusCheck.notChecked(e);
    }
  }
}
