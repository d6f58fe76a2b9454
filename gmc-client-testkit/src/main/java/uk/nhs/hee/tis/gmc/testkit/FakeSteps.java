package uk.nhs.hee.tis.gmc.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The ends of consecutive calls; the last one is that of every further call. Thread-safe. */
final class FakeSteps<Q, A> {
  private final List<Function<Q, A>> ends = new ArrayList<>();
  private int next;

  /** Adds an end; whether it is the first. */
  synchronized boolean add(Function<Q, A> end) {
    ends.add(end);
    return ends.size() == 1;
  }

  synchronized Function<Q, A> next() {
    Function<Q, A> end = ends.get(next);
    next = Math.min(next + 1, ends.size() - 1);
    return end;
  }
}
