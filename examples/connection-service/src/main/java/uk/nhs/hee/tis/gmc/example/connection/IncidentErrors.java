package uk.nhs.hee.tis.gmc.example.connection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.nhs.hee.tis.gmc.client.GmcCall;
import uk.nhs.hee.tis.gmc.client.GmcListener;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.Incident;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/**
 * Logs one ERROR for each incident, at its first failed call. The client itself logs a warning, and
 * Sentry takes events of level ERROR only.
 */
final class IncidentErrors implements GmcListener {
  private static final Logger LOG = LoggerFactory.getLogger(IncidentErrors.class);

  @Override
  public void callFailed(GmcCall call, GmcException failure) {
    failure
        .evidence()
        .incident()
        .filter(IncidentErrors::isNew)
        .ifPresent(
            incident ->
                LOG.error(
                    "GMC Connect incident {} began: {}. Who must act: {}",
                    incident.id(),
                    failure.evidence().finding(),
                    Actor.words(failure.actors()),
                    failure));
  }

  private static boolean isNew(Incident incident) {
    return incident.failed() + incident.heldBack() == 1;
  }
}
