package uk.nhs.hee.tis.gmc.client.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What every GMC Connect answer carries besides its content. Every answer is immutable. */
public interface GmcAnswer {

  /** {@return the facts about the call itself} */
  CallInfo info();

  /** {@return the request id that this side gave the call; the GMC echoes it} */
  default String clientRequestId() {
    return info().clientRequestId();
  }

  /** {@return the GMC's own id of the request, the one to quote to the GMC} */
  default Optional<String> gmcRequestId() {
    return info().gmcRequestId();
  }

  /**
   * {@return the GMC's return code: 0, or 100 or 140 if the desired state of a doctor's connection
   * already held}
   */
  default ReturnCode returnCode() {
    return info().returnCode();
  }

  /** {@return how many times the request was sent, 1 or more} */
  default int attempts() {
    return info().attempts();
  }

  /** {@return when the call started, in UTC, by this side's clock} */
  default Instant startedAt() {
    return info().startedAt();
  }

  /** {@return how long the whole call took, waits between attempts included} */
  default Duration duration() {
    return info().duration();
  }
}
