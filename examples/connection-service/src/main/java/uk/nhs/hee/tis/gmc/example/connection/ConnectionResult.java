package uk.nhs.hee.tis.gmc.example.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Optional;
import uk.nhs.hee.tis.gmc.client.BulkResult;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.client.model.UnsendableValueException;

/** One doctor and what became of the wish, as the front end gets it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class ConnectionResult {
  @JsonProperty private final String gmcId;
  @JsonProperty private final ConnectionOutcome outcome;
  @JsonProperty private final String message;
  @JsonProperty private final String advice;
  @JsonProperty private final String returnCode;
  @JsonProperty private final String submissionDate;
  @JsonProperty private final String clientRequestId;
  @JsonProperty private final String gmcRequestId;

  private ConnectionResult(String gmcId, UnsendableValueException why) {
    this.gmcId = gmcId;
    this.outcome = ConnectionOutcome.INVALID;
    this.message = why.getMessage();
    this.advice = null;
    this.returnCode = why.returnCode().map(ReturnCode::code).orElse(null);
    this.submissionDate = null;
    this.clientRequestId = null;
    this.gmcRequestId = null;
  }

  private ConnectionResult(String gmcId, BulkResult.Item<?, ConnectionReceipt> item) {
    Optional<ConnectionReceipt> answer = item.answer();
    Optional<GmcException> failure = item.failure();
    this.gmcId = gmcId;
    this.outcome = ConnectionOutcome.valueOf(item.outcome().name());
    this.message =
        item.exception()
            .map(Throwable::getMessage)
            .or(() -> item.returnCode().map(ReturnCode::meaning))
            .orElse(null);
    this.advice = failure.map(GmcException::advice).orElse(null);
    this.returnCode = item.returnCode().map(ReturnCode::code).orElse(null);
    this.submissionDate =
        answer.flatMap(ConnectionReceipt::submissionDate).map(LocalDate::toString).orElse(null);
    this.clientRequestId =
        answer
            .map(GmcAnswer::clientRequestId)
            .or(() -> failure.map(GmcException::clientRequestId))
            .orElse(null);
    this.gmcRequestId =
        answer
            .flatMap(GmcAnswer::gmcRequestId)
            .or(() -> failure.flatMap(GmcException::gmcRequestId))
            .orElse(null);
  }

  static ConnectionResult of(String gmcId, BulkResult.Item<?, ConnectionReceipt> item) {
    return new ConnectionResult(gmcId, item);
  }

  static ConnectionResult invalid(String gmcId, UnsendableValueException why) {
    return new ConnectionResult(gmcId, why);
  }

  /** Returns what became of the wish. */
  public ConnectionOutcome outcome() {
    return outcome;
  }
}
