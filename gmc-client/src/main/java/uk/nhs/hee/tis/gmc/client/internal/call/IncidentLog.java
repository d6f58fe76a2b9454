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
  private final Map<String, Open> open = new HashMap<>();
  private @Nullable Instant lastSuccess;

  IncidentLog(Clock clock) {
    this.clock = clock;
  }

  /** Notes that the service answered a call as it should: every open incident is over. */
  void success() {
    List<Open> over;
    synchronized (this) {
      lastSuccess = clock.instant();
      if (open.isEmpty()) {
        return;
      }
      over = List.copyOf(open.values());
      open.clear();
    }
    over.forEach(
        ended ->
            CallLog.warn(
                "GMC Connect incident {} is over: {}. {} failed from {} to {}",
                ended.incident.id(),
                ended.finding,
                ended.incident.count() == 1 ? "1 call" : ended.incident.count() + " calls",
                Messages.seconds(ended.incident.first()),
                Messages.seconds(ended.incident.last())));
  }

  /** Notes a failure and returns the incident it belongs to. */
  Incident failure(String kind, String finding, List<Actor> actors, Instant at) {
    Incident incident;
    synchronized (this) {
      Open before = open.get(kind);
      incident =
          before == null ? Incident.of(newId(), at, at, 1, lastSuccess) : before.andFailureAt(at);
      open.put(kind, new Open(incident, before == null ? finding : before.finding));
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

  /** An incident that is not over, and the words that told its start. */
  private static final class Open {
    final Incident incident;
    final String finding;

    Open(Incident incident, String finding) {
      this.incident = incident;
      this.finding = finding;
    }

    Incident andFailureAt(Instant at) {
      return Incident.of(
          incident.id(),
          incident.first(),
          at,
          incident.count() + 1,
          incident.lastSuccess().orElse(null));
    }
  }
}
