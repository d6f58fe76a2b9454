package uk.nhs.hee.tis.gmc.client;

import java.time.Duration;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;

/**
 * Is told what a client does, for metrics and alerts. Called on the thread that does it, so it must
 * be quick, and from many threads at once. What it throws is logged and harms nobody.
 */
public interface GmcListener {

  /** A call started; nothing was sent yet. */
  default void callStarted(GmcCall call) {}

  /** An attempt failed; the call may be repeated or fail next. */
  default void attemptFailed(GmcCall call, GmcException failure) {}

  /** A call will be repeated after a wait, because of a failure. */
  default void retryScheduled(GmcCall call, GmcException because, Duration after) {}

  /** A call ended in an answer. */
  default void callSucceeded(GmcCall call, CallInfo info) {}

  /** A call ended in an exception, the one that its caller gets. */
  default void callFailed(GmcCall call, GmcException failure) {}

  /** The circuit opened because of a failure: calls fail at once until a probe succeeds. */
  default void circuitOpened(GmcException because) {}

  /** The cool-down is over: a read goes out to probe. */
  default void circuitProbing(GmcCall probe) {}

  /** A probe succeeded: calls go out again. */
  default void circuitClosed() {}

  /** GMC Connect's availability, as this client sees it, changed. */
  default void availabilityChanged(GmcAvailability before, GmcAvailability now) {}
}
