package uk.nhs.hee.tis.gmc.client.internal.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.Incident;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/**
 * Treats failures of one kind as one incident, so that a log shows one warning at its start and one
 * at recovery, not thousands. Thread-safe.
 *
 * <p>An incident is over at the first call that is answered. If it recurs within five minutes it
 * continues as the same one, and then takes five minutes without a failure to be over: a service
 * that comes and goes causes at most two warnings in five minutes.
 *
 * <p>A request that the GMC refused by a rule is no incident: the service answered.
 */
final class IncidentLog {
  private static final Duration QUIET = Duration.ofMinutes(5);

  private final Clock clock;

  /** Guarded by this, as is the next: by kind, the incidents that are open or may still recur. */
  private final Map<String, Noted> noted = new HashMap<>();

  private @Nullable Instant lastSuccess;

  IncidentLog(Clock clock) {
    this.clock = clock;
  }

  /** Notes that the service answered a call as it should. */
  void success() {
    List<Noted> over = new ArrayList<>();
    synchronized (this) {
      Instant now = clock.instant();
      lastSuccess = now;
      noted.values().removeIf(incident -> !incident.open && incident.isQuietAt(now));
      for (Noted incident : noted.values()) {
        if (incident.open && (!incident.cameBack || incident.isQuietAt(now))) {
          incident.open = false;
          over.add(incident);
        }
      }
    }
    over.forEach(Noted::tellEnd);
  }

  /** Notes a call that was sent and failed, and returns the incident it belongs to. */
  Incident failed(String kind, Evidence failure) {
    return note(kind, failure, false);
  }

  /** Notes a call that was not sent because of a failure, and returns that failure's incident. */
  Incident heldBack(String kind, Evidence failure) {
    return note(kind, failure, true);
  }

  private Incident note(String kind, Evidence failure, boolean heldBack) {
    Instant at = failure.endedAt();
    Consumer<Noted> tell = Noted::tellCounts;
    Noted incident;
    Incident soFar;
    synchronized (this) {
      Noted before = noted.get(kind);
      if (before == null || (!before.open && before.isQuietAt(at))) {
        incident = new Noted(failure);
        noted.put(kind, incident);
        tell = Noted::tellStart;
      } else {
        incident = before;
        if (!incident.open) {
          incident.open = true;
          incident.cameBack = true;
          tell = Noted::tellReturn;
        }
      }
      soFar = incident.count(heldBack, at, lastSuccess);
    }
    tell.accept(incident);
    return soFar;
  }

  /** An incident, and the evidence of its first failure. Changed under the log's lock only. */
  private static final class Noted {
    private final Evidence start;
    private volatile Incident soFar;
    private boolean open = true;
    private boolean cameBack;

    Noted(Evidence start) {
      this.start = start;
      String id = String.format(Locale.ROOT, "gmc-%08x", ThreadLocalRandom.current().nextInt());
      this.soFar = Incident.of(id, start.endedAt(), start.endedAt(), 0, 0, null);
    }

    Incident count(boolean heldBack, Instant at, @Nullable Instant lastSuccess) {
      soFar =
          Incident.of(
              soFar.id(),
              soFar.first(),
              at,
              soFar.failed() + (heldBack ? 0 : 1),
              soFar.heldBack() + (heldBack ? 1 : 0),
              lastSuccess);
      return soFar;
    }

    boolean isQuietAt(Instant time) {
      return !time.isBefore(soFar.last().plus(QUIET));
    }

    private String counts() {
      return soFar.words(start.source());
    }

    void tellStart() {
      CallLog.warn(
          "GMC Connect incident {} began: {}. Who must act: {}. Further failures of this kind are"
              + " logged at DEBUG",
          soFar.id(),
          start.finding(),
          Actor.words(start.actors()));
    }

    void tellReturn() {
      CallLog.warn(
          "GMC Connect incident {} continues: {}. {}. It is over when a call is answered {} minutes"
              + " or more after its last failure",
          soFar.id(),
          start.finding(),
          counts(),
          QUIET.toMinutes());
    }

    void tellCounts() {
      CallLog.debug("GMC Connect incident {}: {}", soFar.id(), counts());
    }

    void tellEnd() {
      CallLog.warn(
          "GMC Connect incident {} is over: {}. {}, the last of them at {}",
          soFar.id(),
          start.finding(),
          counts(),
          Messages.seconds(soFar.last()));
    }
  }
}
