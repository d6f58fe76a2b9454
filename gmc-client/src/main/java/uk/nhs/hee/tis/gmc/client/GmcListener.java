package uk.nhs.hee.tis.gmc.client;

import java.time.Duration;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;

/**
 * Receives a client's events, for metrics, traces and alerts. Events come one at a time, in the
 * order in which they happened, on a thread of the client. A call waits at most a second for its
 * listeners to learn how it ended, so they must be quick. What they throw is logged and has no
 * other effect.
 *
 * <pre>{@code
 * GmcListener alerts =
 *     new GmcListener() {
 *       @Override
 *       public void availabilityChanged(GmcAvailability before, GmcAvailability now) {
 *         show("GMC Connect was " + before.state() + " and is " + now.state());
 *       }
 *     };
 * }</pre>
 */
public interface GmcListener {

  /**
   * A call started; nothing has been sent yet.
   *
   * @param call the call; its answer or exception will carry the same client request id
   */
  default void callStarted(GmcCall call) {}

  /**
   * An attempt of a call started: its request is about to be sent.
   *
   * @param call the call that the attempt belongs to
   * @param number 1 for the call's first attempt
   */
  default void attemptStarted(GmcCall call, int number) {}

  /**
   * An attempt ended, in an answer or a failure; after a failure the call may be retried or fail
   * next. Every attempt that started also ends, even if the call is abandoned.
   *
   * @param call the call that the attempt belongs to
   * @param attempt its number, duration and failure
   */
  default void attemptEnded(GmcCall call, GmcAttempt attempt) {}

  /**
   * A call will be retried after a wait, because of a failure.
   *
   * @param call the call that will be retried
   * @param because the failure of the attempt before
   * @param after the wait before the next attempt, from now
   */
  default void retryScheduled(GmcCall call, GmcException because, Duration after) {}

  /**
   * A call ended in an answer.
   *
   * @param call the call that ended
   * @param info its ids, attempts and duration
   */
  default void callSucceeded(GmcCall call, CallInfo info) {}

  /**
   * A call ended in an exception, the one that its caller gets.
   *
   * @param call the call that ended
   * @param failure what its caller gets
   */
  default void callFailed(GmcCall call, GmcException failure) {}

  /**
   * A call ended because the caller's own code threw: a sink of doctors, or the supplier of sinks.
   * It says nothing of GMC Connect. What a credentials supplier throws comes before the call
   * starts, so no listener learns of it.
   *
   * @param call the call that ended
   * @param duration how long the call took, waits between attempts included
   * @param thrown what its caller gets, unchanged
   */
  default void callAborted(GmcCall call, Duration duration, Throwable thrown) {}

  /**
   * The circuit opened because of a failure: calls fail at once until the service answers one that
   * goes out as a probe.
   *
   * @param because the failure that opened it, which held-back calls will fail with
   */
  default void circuitOpened(GmcException because) {}

  /**
   * The cool-down is over: a call goes out as a probe.
   *
   * @param probe the call that goes out, a read or a write
   */
  default void circuitProbing(GmcCall probe) {}

  /** The service answered a probe: calls go out again. */
  default void circuitClosed() {}

  /**
   * GMC Connect's availability, as this client sees it, changed.
   *
   * @param before the availability until now
   * @param now the availability from now on, of another state
   */
  default void availabilityChanged(GmcAvailability before, GmcAvailability now) {}
}
