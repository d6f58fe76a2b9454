package uk.nhs.hee.tis.gmc.testkit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets delayed answers wait, and ends every wait when the server is reset or closed. */
final class Patience {
  private volatile CountDownLatch end = new CountDownLatch(1);

  /** Waits; false when the wait was ended early, so that nobody waits for the answer any more. */
  boolean await(Duration delay) {
    try {
      return !end.await(delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void endAll() {
    CountDownLatch ended = end;
    end = new CountDownLatch(1);
    ended.countDown();
  }
}
