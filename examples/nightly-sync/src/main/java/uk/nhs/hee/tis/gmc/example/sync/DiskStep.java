package uk.nhs.hee.tis.gmc.example.sync;

import java.io.IOException;
import java.nio.file.Path;

/** One step that a run takes on disk. A run can be killed, or the disk be full, before each. */
enum DiskStep {
  CREATE,
  WRITE,
  FORCE,
  MOVE,
  FORCE_DIRECTORY,
  DELETE;

  /** Is told of each step before it is taken. */
  interface Watcher {
    /** Takes no notice. */
    Watcher NONE = (step, file) -> {};

    /**
     * Hears of a step.
     *
     * @throws IOException if the step shall fail so
     */
    void before(DiskStep step, Path file) throws IOException;
  }
}
