package uk.nhs.hee.tis.gmc.example.sync;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcPermissionException;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/** Fetches and writes one designated body after another, each on its own. Thread-safe. */
final class BodySync {
  private static final Logger LOG = LoggerFactory.getLogger(BodySync.class);

  private final GmcClient gmc;
  private final OutputDirectory output;
  private final AtomicBoolean stopped = new AtomicBoolean();

  BodySync(GmcClient gmc, OutputDirectory output) {
    this.gmc = gmc;
    this.output = output;
  }

  /** Brings the file of one body up to date, or leaves it as it is and says why. */
  Outcome sync(DesignatedBody body) {
    if (stopped.get()) {
      return Outcome.notAttempted(body);
    }
    long start = System.nanoTime();
    Outcome outcome = attempt(body, start);
    try {
      output.note(List.of(outcome));
      return outcome;
    } catch (IOException e) {
      LOG.error("The result of {} could not be saved", body, e);
      return Outcome.failed(body, "its result could not be saved", since(start));
    }
  }

  private Outcome attempt(DesignatedBody body, long start) {
    try {
      FetchedDoctors fetched = new FetchedDoctors(gmc.getDoctorsForDb(body.code()));
      output.write(body, fetched.doctors());
      output.removeEvidence(body);
      return Outcome.complete(body, fetched, since(start));
    } catch (GmcException e) {
      if (meetsEveryBody(e)) {
        stopped.set(true);
      }
      save(body, e);
      return Outcome.failed(body, e, since(start));
    } catch (IOException e) {
      LOG.error("{} could not be written", body, e);
      return Outcome.failed(body, "its file could not be written", since(start));
    } catch (RuntimeException e) {
      LOG.error("{} failed for a reason nobody foresaw", body, e);
      return Outcome.failed(body, e.getClass().getSimpleName(), since(start));
    }
  }

  /**
   * Tells whether asking for the other bodies can only meet the same refusal: more bad requests
   * make a block worse.
   */
  private static boolean meetsEveryBody(GmcException e) {
    return e instanceof GmcBlockedException
        || (e instanceof GmcPermissionException
            && e.evidence()
                .returnCode()
                .filter(ReturnCode.INVALID_CREDENTIALS::equals)
                .isPresent());
  }

  private void save(DesignatedBody body, GmcException e) {
    try {
      output.saveEvidence(body, e.evidence());
    } catch (IOException unsaved) {
      LOG.error("The evidence of {} could not be written", body, unsaved);
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
