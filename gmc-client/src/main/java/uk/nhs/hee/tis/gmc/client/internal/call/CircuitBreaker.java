package uk.nhs.hee.tis.gmc.client.internal.call;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.CircuitBreakerPolicy;
import uk.nhs.hee.tis.gmc.client.GmcCall;
import uk.nhs.hee.tis.gmc.client.GmcListener;
import uk.nhs.hee.tis.gmc.client.error.GmcException;

/**
 * Holds calls back when they would only be refused. Thread-safe.
 *
 * <p>Own code beside Failsafe's breaker, because that one knows neither reads from writes when it
 * lets a probe through, nor the failure that opened it, nor another clock.
 */
@SuppressWarnings("ReferenceEquality") // Two calls may be equal; the probe is one of them.
final class CircuitBreaker {

  /** The failure that opened the circuit: what held-back calls fail with. */
  static final class Opened {
    final CallFailure failure;
    final GmcException exception;
    final Instant at;

    Opened(CallFailure failure, GmcException exception, Instant at) {
      this.failure = failure;
      this.exception = exception;
      this.at = at;
    }
  }

  private final Clock clock;
  private final GmcListener listener;

  /** Guarded by this, as are the next two. */
  private @Nullable Opened opened;

  private @Nullable GmcCall probe;
  private int failuresInARow;

  CircuitBreaker(Clock clock, GmcListener listener) {
    this.clock = clock;
    this.listener = listener;
  }

  /** Returns nothing if the call may go out, as a probe or not; else what held it back. */
  Optional<Opened> holdsBack(GmcCall call, CircuitBreakerPolicy policy) {
    synchronized (this) {
      if (opened == null || !policy.enabled()) {
        return Optional.empty();
      }
      boolean cooledDown = !clock.instant().isBefore(opened.at.plus(policy.coolDown()));
      if (!cooledDown || probe != null || !call.operation().isRead()) {
        return Optional.of(opened);
      }
      probe = call;
    }
    listener.circuitProbing(call);
    return Optional.empty();
  }

  /** Returns whether a call that is about to be repeated should rather not be. */
  synchronized boolean isOpenFor(GmcCall call, CircuitBreakerPolicy policy) {
    return policy.enabled() && opened != null && probe != call;
  }

  /** Notes that the service answered a call. */
  void succeeded(GmcCall call) {
    synchronized (this) {
      failuresInARow = 0;
      // A call that went out before the circuit opened says nothing of what is now.
      if (opened == null || (probe != call && call.startedAt().isBefore(opened.at))) {
        return;
      }
      opened = null;
      probe = null;
    }
    listener.circuitClosed();
  }

  /** Notes how a call failed. */
  void failed(
      GmcCall call, CallFailure failure, GmcException exception, CircuitBreakerPolicy policy) {
    synchronized (this) {
      boolean probed = probe == call;
      if (probed) {
        probe = null;
      }
      if (!opens(failure.reach(), policy, probed) || (opened != null && !probed)) {
        // Of the calls that went out before the circuit opened, none prolongs or renames it.
        return;
      }
      opened = new Opened(failure, exception, clock.instant());
      if (probed) {
        return;
      }
    }
    listener.circuitOpened(exception);
  }

  /** Notes that a call ended without saying anything of the service, such as by being cancelled. */
  synchronized void abandoned(GmcCall call) {
    if (probe == call) {
      probe = null;
    }
  }

  private boolean opens(Reach reach, CircuitBreakerPolicy policy, boolean probed) {
    switch (reach) {
      case BLOCK:
      case CREDENTIALS:
        return policy.enabled();
      case OUTAGE:
        failuresInARow++;
        return policy.enabled() && (probed || failuresInARow >= policy.failuresToOpen());
      default:
        return false;
    }
  }
}
