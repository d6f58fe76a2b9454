package uk.nhs.hee.tis.gmc.example.syncservice;

import java.util.Map;
import java.util.TreeMap;
import uk.nhs.hee.tis.gmc.client.GmcAvailability;

/** GMC Connect's availability in the words of a health endpoint, without Spring Boot's types. */
final class GmcHealth {
  private GmcHealth() {}

  /** Returns the status: only what people must act on is {@code DOWN}. */
  static String status(GmcAvailability now) {
    return switch (now.state()) {
      case AVAILABLE -> "UP";
      case DEGRADED -> "DEGRADED";
      case BLOCKED, ACCESS_DENIED, UNREACHABLE -> "DOWN";
    };
  }

  /** Returns the details: since when, and when each designated body was last fetched. */
  static Map<String, Object> details(GmcAvailability now) {
    return Map.of(
        "state", now.state().name(),
        "since", now.since().toString(),
        "lastSuccesses", lastSuccesses(now));
  }

  private static Map<String, String> lastSuccesses(GmcAvailability now) {
    Map<String, String> texts = new TreeMap<>();
    now.lastSuccesses().forEach((body, time) -> texts.put(body, time.toString()));
    return texts;
  }
}
