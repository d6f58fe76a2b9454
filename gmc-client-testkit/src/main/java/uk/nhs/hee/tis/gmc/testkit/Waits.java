package uk.nhs.hee.tis.gmc.testkit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets the answers to the requests between two resets wait, until all are told to stop. */
final class Waits {
  private final CountDownLatch end = new CountDownLatch(1);

  /** Waits; false when the wait was ended early, so that nobody waits for the answer any more. */
  boolean await(Duration delay) {
    try {
      return !end.await(delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends every wait, for good: one that begins later ends at once. */
  void end() {
    end.countDown();
  }
}
