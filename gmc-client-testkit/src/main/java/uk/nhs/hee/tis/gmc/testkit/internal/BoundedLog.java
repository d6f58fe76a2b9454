package uk.nhs.hee.tis.gmc.testkit.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The latest of many entries, oldest first, so that a long-running stand-in does not run out of
 * memory.
 *
 * <p>Thread-safe.
 *
 * @param <T> the type of an entry
 */
public final class BoundedLog<T> {
  private final int most;
  private final Deque<T> entries = new ArrayDeque<>();

  /** Creates an empty log that keeps this many entries at most. */
  public BoundedLog(int most) {
    this.most = most;
  }

  /** Adds an entry; the oldest goes when there are too many. */
  public synchronized void add(T entry) {
    if (entries.size() == most) {
      entries.removeFirst();
    }
    entries.addLast(entry);
  }

  /** Returns the entries as they are now. */
  public synchronized List<T> entries() {
    return List.copyOf(entries);
  }

  /** Forgets every entry. */
  public synchronized void clear() {
    entries.clear();
  }
}
