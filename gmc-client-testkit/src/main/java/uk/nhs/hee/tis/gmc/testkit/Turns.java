package uk.nhs.hee.tis.gmc.testkit;

import java.util.concurrent.locks.ReentrantLock;

/** Lets one test at a time use a server, so that nobody resets it under another's feet. */
final class Turns {
  private final ReentrantLock turn = new ReentrantLock(true);

  /**
   * Waits for the server to be free.
   *
   * @throws IllegalStateException if a test on this very thread has it, which would wait for ever
   */
  void begin() {
    if (turn.isHeldByCurrentThread()) {
      throw new IllegalStateException(
          "a test using this server is already running on the same thread: give each test a server"
              + " of its own, by an instance field or GmcTest.Lifetime.PER_METHOD");
    }
    turn.lock();
  }

  /** Whether a test of this thread has the server. */
  boolean isOurs() {
    return turn.isHeldByCurrentThread();
  }

  void end() {
    turn.unlock();
  }
}
