package uk.nhs.hee.tis.gmc.example.recommendation;

import com.fasterxml.jackson.annotation.JsonInclude;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.RecommendationReceipt;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/** A submission and what became of it, as the front end gets it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Submission(
    Outcome outcome,
    String gmcRecommendationId,
    String message,
    String returnCode,
    String advice,
    String clientRequestId,
    String gmcRequestId) {

  static Submission accepted(RecommendationReceipt receipt) {
    return new Submission(
        Outcome.ACCEPTED,
        receipt.recommendationId().orElse(null),
        receipt.returnCode().meaning(),
        receipt.returnCode().code(),
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
