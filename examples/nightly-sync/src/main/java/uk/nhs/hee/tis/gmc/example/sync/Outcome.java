package uk.nhs.hee.tis.gmc.example.sync;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.UnderNotice;

/** What came of one designated body in a run. Immutable. */
final class Outcome {
  private final DesignatedBody body;
  private final Result result;
  private final String words;
  private final long doctors;
  private final long underNotice;
  private final @Nullable Duration time;
  private final @Nullable GmcException failure;
  private final @Nullable String unsaved;
  private final WrittenFile written;

  private Outcome(
      DesignatedBody body,
      Result result,
      String words,
      long doctors,
      long underNotice,
      @Nullable Duration time,
      @Nullable GmcException failure,
      @Nullable String unsaved,
      WrittenFile written) {
    this.body = body;
    this.result = result;
    this.words = words;
    this.doctors = doctors;
    this.underNotice = underNotice;
    this.time = time;
    this.failure = failure;
    this.unsaved = unsaved;
    this.written = written;
  }

  static Outcome complete(DesignatedBody body, FetchedDoctors fetched, WrittenFile written) {
    String lookAt = fetched.lookAt();
    return new Outcome(
        body,
        lookAt.isEmpty() ? Result.COMPLETE : Result.LOOK_AT,
        lookAt.isEmpty() ? "complete" : "complete, look at " + lookAt,
        fetched.count(),
        fetched.count(UnderNotice.YES),
        fetched.time(),
        null,
        null,
        written);
  }

  static Outcome kept(DesignatedBody body, LastRun last) {
    return new Outcome(
        body,
        Result.KEPT,
        "kept, complete on " + LocalDate.ofInstant(last.at(), ZoneOffset.UTC),
        last.doctors(),
        last.underNotice(),
        null,
        null,
        null,
        last.written());
  }

  static Outcome failed(DesignatedBody body, GmcException failure) {
    Evidence evidence = failure.evidence();
    Duration time = Duration.between(evidence.startedAt(), evidence.endedAt());
    String words = "failed (" + Words.of(evidence.source()) + "): " + evidence.finding();
    return new Outcome(body, Result.FAILED, words, 0, 0, time, failure, null, WrittenFile.NONE);
  }

  static Outcome failed(DesignatedBody body, String why) {
    return new Outcome(
        body, Result.FAILED, "failed: " + why, 0, 0, null, null, null, WrittenFile.NONE);
  }

  /** Returns the outcome of a body whose whole list could not be saved. */
  static Outcome unsaved(DesignatedBody body, FetchedDoctors fetched, String why) {
    return new Outcome(
        body,
        Result.FAILED,
        "failed, not saved: " + why,
        0,
        0,
        fetched.time(),
        null,
        why,
        WrittenFile.NONE);
  }

  /** Returns this outcome if it, or its evidence, could not be saved for some reason. */
  Outcome unsaved(String why) {
    return new Outcome(
        body,
        Result.FAILED,
        result == Result.FAILED ? words : "failed, not saved: " + why,
        0,
        0,
        time,
        failure,
        unsaved == null ? why : unsaved,
        WrittenFile.NONE);
  }

  static Outcome notAttempted(DesignatedBody body) {
    return new Outcome(
        body, Result.NOT_ATTEMPTED, "not attempted", 0, 0, null, null, null, WrittenFile.NONE);
  }

  DesignatedBody body() {
    return body;
  }

  Result result() {
    return result;
  }

  /** Returns the result in words, with the reason where there is one. */
  String words() {
    return words;
  }

  /** Returns how many rows the list has; 0 without one. */
  long doctors() {
    return doctors;
  }

  /** Returns how many doctors are under notice; 0 without a list. */
  long underNotice() {
    return underNotice;
  }

  /** Returns how long fetching took, waits between attempts included, if it was tried. */
  Optional<Duration> time() {
    return Optional.ofNullable(time);
  }

  /** Returns the failure of the call, if that is why the body failed. */
  Optional<GmcException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Returns why something of this outcome could not be saved, if so. */
  Optional<String> unsaved() {
    return Optional.ofNullable(unsaved);
  }

  /** Returns what was written into the body's file. */
  WrittenFile written() {
    return written;
  }
}
