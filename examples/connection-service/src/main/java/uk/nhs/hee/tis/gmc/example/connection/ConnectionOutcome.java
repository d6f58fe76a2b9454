package uk.nhs.hee.tis.gmc.example.connection;

import org.springframework.http.HttpStatus;

/** What became of one doctor. */
public enum ConnectionOutcome {
  /** The GMC carried it out. */
  DONE(HttpStatus.OK),
  /** It was so already. */
  ALREADY_SO(HttpStatus.OK),
  /** Not sent: the request itself cannot be right. */
  INVALID(HttpStatus.BAD_REQUEST),
  /** The GMC refused it. */
  REJECTED(HttpStatus.UNPROCESSABLE_ENTITY),
  /** It failed, and was certainly not carried out. */
  FAILED(HttpStatus.SERVICE_UNAVAILABLE),
  /** Not sent: an earlier failure would have met it too. */
  NOT_ATTEMPTED(HttpStatus.SERVICE_UNAVAILABLE),
  /** It may have been carried out. To find out, do it again: ALREADY_SO says that it was. */
  OUTCOME_UNKNOWN(HttpStatus.GATEWAY_TIMEOUT);

  private final HttpStatus status;

  ConnectionOutcome(HttpStatus status) {
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }
}
