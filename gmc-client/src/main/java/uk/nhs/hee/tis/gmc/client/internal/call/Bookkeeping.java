package uk.nhs.hee.tis.gmc.client.internal.call;

/**
 * What is recorded about a call besides its outcome: the circuit, the incident log, availability,
 * listeners. A receipt that was read must reach its caller, so no step may throw.
 */
final class Bookkeeping {
  private Bookkeeping() {}

  /** Runs one step; anything it throws is logged and goes no further. */
  static void note(Runnable step) {
    try {
      step.run();
    } catch (Throwable failed) {
      CallLog.warn(
          "Recording the end of a call failed; the call's outcome is not affected", failed);
    }
  }
}
