package uk.nhs.hee.tis.gmc.client.diagnose;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Keeps the rate of requests low. */
final class Pacing {
  /** Waits; a test does not. */
  interface Wait {
    void of(Duration duration) throws InterruptedException;
  }

  static final Wait SLEEP = duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos());

  private final Duration gap;
  private final Wait wait;

  Pacing(Duration gap, Wait wait) {
    this.gap = gap;
    this.wait = wait;
  }

  void pause() {
    try {
      wait.of(gap);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TimeBox.Interrupted(e);
    }
  }
}
