package uk.nhs.hee.tis.gmc.example.sync;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.nhs.hee.tis.gmc.client.BulkResult;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;

/** Writes what came of one designated body after another, each on its own. Thread-safe. */
final class BodySync {
  private static final Logger LOG = LoggerFactory.getLogger(BodySync.class);

  private final OutputDirectory output;

  BodySync(OutputDirectory output) {
    this.output = output;
  }

  /**
   * Brings the file of a body whose call ended up to date, or leaves it as it is and says why.
   * Throws nothing, for that would stop the other bodies.
   */
  Outcome ended(DesignatedBody body, BulkResult.Item<String, DoctorsForDb> item) {
    Outcome outcome =
        item.answer()
            .map(answer -> written(body, new FetchedDoctors(answer)))
            .orElseGet(() -> failed(body, item));
    try {
      output.note(List.of(outcome));
      return outcome;
    } catch (IOException e) {
      return outcome.unsaved(Reasons.of(e));
    }
  }

  private Outcome written(DesignatedBody body, FetchedDoctors fetched) {
    try {
      return Outcome.complete(body, fetched, output.write(body, fetched.doctors()));
    } catch (IOException e) {
      return Outcome.unsaved(body, fetched, Reasons.of(e));
    } catch (RuntimeException e) {
      return unforeseen(body, "written", e);
    }
  }

  private Outcome failed(DesignatedBody body, BulkResult.Item<String, DoctorsForDb> item) {
    return item.failure()
        .map(failure -> failed(body, failure))
        .orElseGet(() -> unforeseen(body, "fetched", item.exception().orElseThrow()));
  }

  private Outcome failed(DesignatedBody body, GmcException e) {
    Outcome outcome = Outcome.failed(body, e);
    try {
      output.saveEvidence(body, e.evidence());
      return outcome;
    } catch (IOException unsaved) {
      return outcome.unsaved(Reasons.of(unsaved));
    }
  }

  private static Outcome unforeseen(DesignatedBody body, String what, RuntimeException e) {
    LOG.error("{} could not be {} for an unexpected reason", body, what, e);
    return Outcome.failed(body, "for an unexpected reason, see the log");
  }
}
