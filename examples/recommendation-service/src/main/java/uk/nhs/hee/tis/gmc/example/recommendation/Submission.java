package uk.nhs.hee.tis.gmc.example.recommendation;

import com.fasterxml.jackson.annotation.JsonInclude;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.RecommendationReceipt;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/** A submission and what became of it, as it is kept and as the front end gets it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Submission(
    Outcome outcome,
    String gmcRecommendationId,
    String message,
    String returnCode,
    String advice,
    String clientRequestId,
    String gmcRequestId) {

  static Submission sending(String clientRequestId) {
    return new Submission(Outcome.SENDING, null, null, null, null, clientRequestId, null);
  }

  static Submission accepted(RecommendationReceipt receipt) {
    return new Submission(
        Outcome.ACCEPTED,
        receipt.recommendationId().orElse(null),
        null,
        null,
        null,
        receipt.clientRequestId(),
        receipt.gmcRequestId().orElse(null));
  }

  static Submission failed(Outcome outcome, GmcException failure) {
    return new Submission(
        outcome,
        null,
        failure.getMessage(),
        failure.returnCode().map(ReturnCode::code).orElse(null),
        failure.advice(),
        failure.clientRequestId(),
        failure.gmcRequestId().orElse(null));
  }
}
