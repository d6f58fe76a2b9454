package uk.nhs.hee.tis.gmc.client.internal.call;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.model.Actor;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** Sentences that several failures share. */
final class Messages {
  private Messages() {}

  /** Returns the time in UTC to the second, as the GMC's operators search for it. */
  static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Returns the message of a write that may have run, before that of the failure behind it. */
  static String outcomeUnknown(GmcOperation operation, String failure) {
    return operation.operationName()
        + " may have been carried out; this side cannot tell. The failure: "
        + failure;
  }

  /** Returns what to do and, unless nobody must, who must act. */
  static String adviceAndActors(Evidence evidence) {
    return evidence.actors().isEmpty()
        ? evidence.advice()
        : evidence.advice() + " Who must act: " + Actor.words(evidence.actors()) + '.';
  }

  /** Returns the message of a failure that no answer of the GMC's explains. */
  static String noUsableAnswer(Evidence evidence) {
    String sent;
    switch (evidence.effect()) {
      case NOT_SENT:
        sent = "Nothing was sent. ";
        break;
      case NOT_PROCESSED:
        sent = "The request was not processed. ";
        break;
      default:
        sent = "The request may have reached the GMC. ";
    }
    return evidence.operation().operationName()
        + " got no usable answer from "
        + evidence.url().getHost()
        + ": "
        + evidence.finding()
        + ". "
        + sent
        + adviceAndActors(evidence)
        + " Time: "
        + seconds(evidence.endedAt())
        + '.';
  }

  /** Returns the message of a call that an open circuit held back. */
  static String heldBack(Evidence evidence, String openedBy) {
    return evidence.operation().operationName()
        + " was not sent: the circuit is open since an earlier call failed, and calls are held"
        + " back until"
        + " one succeeds again. That failure: "
        + openedBy;
  }

  /** Returns the message of a recommendation refused because another is in flight. */
  static String inFlight(Evidence evidence) {
    return evidence.operation().operationName()
        + " was not sent: this client is already submitting a recommendation for the same doctor"
        + " and designated"
        + " body. "
        + evidence.advice();
  }
}
