package uk.nhs.hee.tis.gmc.client.internal.call;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The recommendations in flight: one at a time for a doctor and a designated body. Thread-safe. */
final class InFlight {
  private final Set<String> keys = ConcurrentHashMap.newKeySet();

  /**
   * Returns whether no other submission with this key is in flight; if so, {@link #leave} must
   * follow.
   */
  boolean enter(String key) {
    return keys.add(key);
  }

  void leave(String key) {
    keys.remove(key);
  }
}
