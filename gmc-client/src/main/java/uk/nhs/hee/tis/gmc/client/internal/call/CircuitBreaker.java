package uk.nhs.hee.tis.gmc.client.internal.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.CircuitBreakerPolicy;
import uk.nhs.hee.tis.gmc.client.GmcCall;
import uk.nhs.hee.tis.gmc.client.GmcListener;
import uk.nhs.hee.tis.gmc.client.error.GmcException;

/**
 * Holds calls back when they would only be refused. Thread-safe.
 *
 * <p>Not Failsafe's breaker, because that one knows neither the failure that opened it nor which
 * calls that failure concerns, and cannot be given another clock. Listeners are notified of each
 * change before the next can happen.
 */
@SuppressWarnings("ReferenceEquality") // Two calls may be equal; the probe is one of them.
final class CircuitBreaker {
  private static final int BLOCKED_REQUESTS_TO_OPEN = 3;

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

  /** Guarded by this: the different requests that a web application firewall blocked in a row. */
  private final Set<String> blockedInARow = new HashSet<>();

  CircuitBreaker(Clock clock, GmcListener listener) {
    this.clock = clock;
    this.listener = listener;
  }

  /** Returns nothing if the call may go out, as a probe or not; else what held it back. */
  Optional<Opened> holdsBack(GmcCall call, CallRequest<?> request, CircuitBreakerPolicy policy) {
    synchronized (this) {
      if (opened == null || !policy.enabled() || concernsOthersOnly(request)) {
        return Optional.empty();
      }
      boolean cooledDown = !clock.instant().isBefore(opened.at.plus(policy.coolDown()));
      if (!cooledDown || probe != null) {
        return Optional.of(opened);
      }
      probe = call;
      listener.circuitProbing(call);
    }
    return Optional.empty();
  }

  /** Guarded by this. Code 99 refuses an account, and the call has one of its own. */
  private boolean concernsOthersOnly(CallRequest<?> request) {
    return opened != null
        && opened.failure.reach() == Reach.CREDENTIALS
        && request.hasOwnIdentity();
  }

  /** Returns what is left of the wait that the failure's answer asked for, or null for none. */
  @Nullable Duration waitLeft(Opened because) {
    Duration passed = Duration.between(because.at, clock.instant());
    return because
        .exception
        .retryAfter()
        .map(wait -> wait.minus(passed))
        .map(left -> left.isNegative() ? Duration.ZERO : left)
        .orElse(null);
  }

  /** Returns whether a call that is about to be retried should not be after all. */
  synchronized boolean isOpenFor(
      GmcCall call, CallRequest<?> request, CircuitBreakerPolicy policy) {
    return policy.enabled() && opened != null && probe != call && !concernsOthersOnly(request);
  }

  /** Notes that the service answered a call. */
  void succeeded(GmcCall call, CallRequest<?> request) {
    synchronized (this) {
      failuresInARow = 0;
      blockedInARow.clear();
      // A call that went out before the circuit opened says nothing about the current state.
      if (opened == null
          || concernsOthersOnly(request)
          || (probe != call && call.startedAt().isBefore(opened.at))) {
        return;
      }
      opened = null;
      probe = null;
      listener.circuitClosed();
    }
  }

  /**
   * Notes how a call failed.
   *
   * @return whether the circuit is open because of it
   */
  boolean failed(
      GmcCall call,
      CallRequest<?> request,
      CallFailure failure,
      GmcException exception,
      CircuitBreakerPolicy policy) {
    synchronized (this) {
      boolean probed = probe == call;
      if (probed) {
        probe = null;
      }
      if (!opens(failure.reach(), request, policy, probed) || (opened != null && !probed)) {
        // Calls that went out before the circuit opened neither prolong nor relabel it.
        return false;
      }
      opened = new Opened(failure, exception, clock.instant());
      if (!probed) {
        listener.circuitOpened(exception);
      }
      return true;
    }
  }

  /**
   * Notes that a call ended without saying whether others would fare better, such as by being
   * cancelled or by a rate limit.
   */
  synchronized void abandoned(GmcCall call) {
    if (probe == call) {
      probe = null;
    }
  }

  private boolean opens(
      Reach reach, CallRequest<?> request, CircuitBreakerPolicy policy, boolean probed) {
    switch (reach) {
      case BLOCK:
        return policy.enabled();
      case CREDENTIALS:
        return policy.enabled() && !request.hasOwnIdentity();
      case BLOCKED_REQUEST:
        blockedInARow.add(request.subject());
        return policy.enabled() && blockedInARow.size() >= BLOCKED_REQUESTS_TO_OPEN;
      case OUTAGE:
        failuresInARow++;
        return policy.enabled() && (probed || failuresInARow >= policy.failuresToOpen());
      default:
        return false;
    }
  }
}
