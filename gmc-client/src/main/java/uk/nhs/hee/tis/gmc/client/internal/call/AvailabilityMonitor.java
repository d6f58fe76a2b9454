package uk.nhs.hee.tis.gmc.client.internal.call;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.GmcAvailability;
import uk.nhs.hee.tis.gmc.client.GmcAvailability.State;
import uk.nhs.hee.tis.gmc.client.GmcListener;

/**
 * Judges GMC Connect's availability from the client's calls. Thread-safe.
 *
 * <p>A block and refused credentials count at once, because someone must act. Failures count after
 * two in a row or four among the last twenty calls, and "unreachable" after three in a row; three
 * successes in a row reset the state. So one hiccup raises no alarm, and a flapping service is not
 * announced twice a minute.
 */
final class AvailabilityMonitor {
  private static final int WINDOW = 20;
  private static final int FAILURES_IN_WINDOW = 4;
  private static final int FAILURES_IN_A_ROW = 2;
  private static final int UNREACHABLE_IN_A_ROW = 3;
  private static final int SUCCESSES_IN_A_ROW = 3;

  private final Clock clock;
  private final GmcListener listener;
  private final Map<String, Instant> lastSuccesses = new HashMap<>();
  private State state = State.AVAILABLE;
  private Instant since;

  /** The last calls, the latest in the lowest bit; a set bit is a failure. */
  private int window;

  private int failures;
  private int unreachable;
  private int successes;

  AvailabilityMonitor(Clock clock, GmcListener listener) {
    this.clock = clock;
    this.listener = listener;
    this.since = clock.instant();
  }

  synchronized GmcAvailability now() {
    return GmcAvailability.of(state, since, lastSuccesses);
  }

  /**
   * Notes that the service answered.
   *
   * @param designatedBodyCode the body for which the call succeeded, or null if it was refused
   */
  void answered(@Nullable String designatedBodyCode) {
    change(
        () -> {
          if (designatedBodyCode != null) {
            lastSuccesses.put(designatedBodyCode, clock.instant());
          }
          window = (window << 1) & ((1 << WINDOW) - 1);
          failures = 0;
          unreachable = 0;
          successes++;
          if (successes >= SUCCESSES_IN_A_ROW) {
            window = 0;
            return State.AVAILABLE;
          }
          return state == State.AVAILABLE ? state : State.DEGRADED;
        });
  }

  /** Notes that a call failed. */
  void failed(Reach reach, boolean nothingCameBack) {
    change(
        () -> {
          window = ((window << 1) | 1) & ((1 << WINDOW) - 1);
          failures++;
          unreachable = nothingCameBack ? unreachable + 1 : 0;
          successes = 0;
          return stateAfterFailure(reach);
        });
  }

  private State stateAfterFailure(Reach reach) {
    if (reach == Reach.BLOCK) {
      return State.BLOCKED;
    }
    if (reach == Reach.CREDENTIALS) {
      return State.ACCESS_DENIED;
    }
    if (unreachable >= UNREACHABLE_IN_A_ROW) {
      return State.UNREACHABLE;
    }
    if (state == State.UNREACHABLE && unreachable == 0) {
      return State.DEGRADED;
    }
    boolean often = failures >= FAILURES_IN_A_ROW || Integer.bitCount(window) >= FAILURES_IN_WINDOW;
    return state == State.AVAILABLE && often ? State.DEGRADED : state;
  }

  private interface Change {
    State apply();
  }

  /**
   * Listeners are notified before the next change can happen: the last one they receive is the
   * current state.
   */
  private synchronized void change(Change change) {
    State next = change.apply();
    if (next == state) {
      return;
    }
    GmcAvailability before = GmcAvailability.of(state, since, lastSuccesses);
    state = next;
    since = clock.instant();
    listener.availabilityChanged(before, now());
  }
}
