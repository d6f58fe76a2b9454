package uk.nhs.hee.tis.gmc.example.recommendation;

import org.springframework.http.HttpStatus;

/** What became of a submission. */
public enum Outcome {
  /** On its way, or the service stopped before it could tell. */
  SENDING(HttpStatus.CONFLICT),
  /** The GMC accepted it. */
  ACCEPTED(HttpStatus.OK),
  /** The GMC refused it: correct it, then submit it again. */
  REJECTED(HttpStatus.UNPROCESSABLE_ENTITY),
  /** It certainly did not reach the GMC's service: submit it again when the cause is gone. */
  NOT_SENT(HttpStatus.SERVICE_UNAVAILABLE),
  /** It may have been accepted: somebody must look the doctor up in GMC Connect. */
  UNKNOWN(HttpStatus.GATEWAY_TIMEOUT);

  private final HttpStatus status;

  Outcome(HttpStatus status) {
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }

  boolean maySubmitAgain() {
    return this == REJECTED || this == NOT_SENT;
  }
}
