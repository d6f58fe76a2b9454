package uk.nhs.hee.tis.gmc.example.sync;

import uk.nhs.hee.tis.gmc.client.GmcClient;

/** The GMC that a run talks to: the real one or the stand-in. */
interface Gmc extends AutoCloseable {

  GmcClient client();

  /** Returns in a few words where the doctors come from, the same in every run. */
  String origin();

  /** Returns in full whom the run talks to, and how it introduces itself. */
  String describe();

  @Override
  void close();
}
