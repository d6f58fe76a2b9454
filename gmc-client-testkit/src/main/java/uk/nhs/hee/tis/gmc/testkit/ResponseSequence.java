package uk.nhs.hee.tis.gmc.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which calls a stub is about, and its responses to one after the other. Thread-safe. */
final class ResponseSequence<Q, R> {
  /** The number of calls of a response that applies until the next one does, or for ever. */
  static final int UNTIL_THE_NEXT = 0;

  /** A call may come between two words of a stub that another thread is writing. */
  private static final Duration TIME_TO_WRITE = Duration.ofMillis(200);

  private final List<Step<R>> steps = new ArrayList<>();
  private final Duration timeToWrite;
  private Predicate<Q> filter;
  private @Nullable StubWords begun;
  private @Nullable StubWords unfinished;
  private boolean hit;
  private int current;
  private int used;

  ResponseSequence(Predicate<Q> filter) {
    this(filter, TIME_TO_WRITE);
  }

  ResponseSequence(Predicate<Q> filter, Duration timeToWrite) {
    this.filter = filter;
    this.timeToWrite = timeToWrite;
  }

  synchronized void narrow(Predicate<Q> test) {
    filter = filter.and(test);
  }

  /** A part of the stub was begun, which does not say yet what happens. */
  synchronized void begin(StubWords words) {
    if (begun == null) {
      begun = words;
    }
    unfinished = words;
  }

  /** The part that was begun was refused, and its writer has been told. */
  synchronized void abandon() {
    unfinished = null;
    notifyAll();
  }

  /** Adds the response to the next calls, this many of them or {@link #UNTIL_THE_NEXT}. */
  synchronized void add(R response, int calls) {
    steps.add(new Step<>(response, calls));
    unfinished = null;
    notifyAll();
  }

  /** The words and the place where the stub begins. */
  synchronized String description() {
    return String.valueOf(begun);
  }

  /** Whether the stub says what happens, but no call has come. */
  synchronized boolean isUnused() {
    return !hit && !steps.isEmpty() && unfinished == null;
  }

  /**
   * The response to this call, which then counts; nothing if the stub is not about it.
   *
   * @param mistake makes the response where the stub, by its words, does not say what happens
   */
  synchronized Optional<R> claim(Q call, Function<StubWords, R> mistake) {
    long end = System.nanoTime() + timeToWrite.toNanos();
    while (filter.test(call)) {
      Optional<R> response = next();
      StubWords missing = unfinished;
      if (response.isPresent() || missing == null) {
        return response;
      }
      long left = end - System.nanoTime();
      if (left <= 0) {
        return Optional.of(mistake.apply(missing));
      }
      awaitWords(left);
    }
    return Optional.empty();
  }

  private void awaitWords(long nanos) {
    try {
      TimeUnit.NANOSECONDS.timedWait(this, nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<R> next() {
    while (current < steps.size()) {
      if (used < limit(current)) {
        used++;
        hit = true;
        return Optional.of(steps.get(current).response);
      }
      current++;
      used = 0;
    }
    return Optional.empty();
  }

  private int limit(int index) {
    int calls = steps.get(index).calls;
    if (calls != UNTIL_THE_NEXT) {
      return calls;
    }
    return index == steps.size() - 1 && unfinished == null ? Integer.MAX_VALUE : 1;
  }

  private static final class Step<R> {
    private final R response;
    private final int calls;

    Step(R response, int calls) {
      this.response = response;
      this.calls = calls;
    }
  }
}
