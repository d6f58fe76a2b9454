package uk.nhs.hee.tis.gmc.client.internal.call;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Incident;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/**
 * Sees consecutive failures of one kind as one incident, so that a log shows one warning at its
 * start and one at recovery, not thousands. Thread-safe.
 *
 * <p>A request that the GMC refused by a rule is no incident: the service answered.
 */
final class IncidentLog {
  private final Clock clock;
  private final Map<String, Incident> open = new HashMap<>();
  private @Nullable Instant lastSuccess;

  IncidentLog(Clock clock) {
    this.clock = clock;
  }

  /** Notes that the service answered a call as it should: every open incident is over. */
  void success() {
    Map<String, Incident> over;
    synchronized (this) {
      lastSuccess = clock.instant();
      if (open.isEmpty()) {
        return;
      }
      over = Map.copyOf(open);
      open.clear();
    }
    over.forEach(
        (kind, incident) ->
            CallLog.warn(
                "GMC Connect incident {} is over: {}, {} failed from {} to {}",
                incident.id(),
                kind,
                incident.count() == 1 ? "1 call" : incident.count() + " calls",
                Messages.seconds(incident.first()),
                Messages.seconds(incident.last())));
  }

  /** Notes a failure and returns the incident it belongs to. */
  Incident failure(String kind, String finding, List<Actor> actors, Instant at) {
    Incident incident;
    synchronized (this) {
      Incident before = open.get(kind);
      incident =
          before == null
              ? Incident.of(newId(), at, at, 1, lastSuccess)
              : Incident.of(
                  before.id(),
                  before.first(),
                  at,
                  before.count() + 1,
                  before.lastSuccess().orElse(null));
      open.put(kind, incident);
    }
    if (incident.count() == 1) {
      CallLog.warn(
          "GMC Connect incident {} began: {}. Who must act: {}. Further failures of this kind are"
              + " logged at DEBUG",
          incident.id(),
          finding,
          Actor.words(actors));
    } else {
      CallLog.debug("GMC Connect incident {}: failure {}", incident.id(), incident.count());
    }
    return incident;
  }

  private static String newId() {
    return String.format(Locale.ROOT, "gmc-%08x", ThreadLocalRandom.current().nextInt());
  }
}
