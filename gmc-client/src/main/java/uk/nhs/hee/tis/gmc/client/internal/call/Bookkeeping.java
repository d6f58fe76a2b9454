package uk.nhs.hee.tis.gmc.client.internal.call;

/**
 * What is noted about a call beside its outcome: the circuit, the incident log, availability,
 * listeners. A receipt that was read must reach its caller, so no step of it may throw.
 */
final class Bookkeeping {
  private Bookkeeping() {}

  /** Runs one step; whatever it throws is logged and goes no further. */
  static void note(Runnable step) {
    try {
      step.run();
    } catch (Throwable failed) {
      CallLog.warn("Recording the end of a call failed; the call's outcome is not affected", failed);
    }
  }
}
