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
      LOG.error("The result of {} could not be saved", body, e);
      return outcome.failed("its result could not be saved");
    }
  }

  private Outcome written(DesignatedBody body, FetchedDoctors fetched) {
    Outcome complete = Outcome.complete(body, fetched);
    try {
      output.write(body, fetched.doctors());
      output.removeEvidence(body);
      return complete;
    } catch (IOException e) {
      LOG.error("{} could not be written", body, e);
      return complete.failed("its file could not be written");
    } catch (RuntimeException e) {
      LOG.error("{} could not be written for a reason nobody foresaw", body, e);
      return complete.failed(e.getClass().getSimpleName());
    }
  }

  private Outcome failed(DesignatedBody body, BulkResult.Item<String, DoctorsForDb> item) {
    RuntimeException failure = item.failure().orElseThrow();
    if (failure instanceof GmcException) {
      GmcException e = (GmcException) failure;
      save(body, e);
      return Outcome.failed(body, e);
    }
    LOG.error("{} could not be fetched for a reason nobody foresaw", body, failure);
    return Outcome.failed(body, failure.getClass().getSimpleName());
  }

  private void save(DesignatedBody body, GmcException e) {
    try {
      output.saveEvidence(body, e.evidence());
    } catch (IOException unsaved) {
      LOG.error("The evidence of {} could not be written", body, unsaved);
    }
  }
}
