package uk.nhs.hee.tis.gmc.example.sync;

import java.time.Instant;

/** What the state file says of one designated body: how the last run that meant it ended. */
final class LastRun {
  private final Result result;
  private final Instant at;
  private final String file;
  private final long doctors;
  private final long underNotice;
  private final WrittenFile written;

  LastRun(
      Result result, Instant at, String file, long doctors, long underNotice, WrittenFile written) {
    this.result = result;
    this.at = at;
    this.file = file;
    this.doctors = doctors;
    this.underNotice = underNotice;
    this.written = written;
  }

  /** Returns what to remember of an outcome. */
  static LastRun of(Outcome outcome, Instant at, String file) {
    return new LastRun(
        outcome.result(), at, file, outcome.doctors(), outcome.underNotice(), outcome.written());
  }

  Result result() {
    return result;
  }

  Instant at() {
    return at;
  }

  /** Returns the name of the file that the run wrote or would have written. */
  String file() {
    return file;
  }

  long doctors() {
    return doctors;
  }

  long underNotice() {
    return underNotice;
  }

  /** Returns what the run wrote into the file; it may have been changed since. */
  WrittenFile written() {
    return written;
  }
}
