package uk.nhs.hee.tis.gmc.example.sync;

/** Shows how far a run is. Used by several threads at once. */
interface Progress extends AutoCloseable {

  /** Shows that a body is done. */
  void done(Outcome outcome);

  @Override
  void close();
}
