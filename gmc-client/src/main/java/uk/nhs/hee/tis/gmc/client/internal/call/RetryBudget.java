package uk.nhs.hee.tis.gmc.client.internal.call;

/**
 * How many repeats the calls of one client may still make together: each takes one, each call that
 * succeeds at once gives a tenth back. Thread-safe.
 */
final class RetryBudget {
  private static final int TENTHS = 10;

  private final long fullTenths;
  private long tenths;

  RetryBudget(int repeats) {
    fullTenths = (long) repeats * TENTHS;
    tenths = fullTenths;
  }

  synchronized boolean take() {
    if (tenths < TENTHS) {
      return false;
    }
    tenths -= TENTHS;
    return true;
  }

  synchronized void giveBack() {
    tenths = Math.min(fullTenths, tenths + 1);
  }
}
