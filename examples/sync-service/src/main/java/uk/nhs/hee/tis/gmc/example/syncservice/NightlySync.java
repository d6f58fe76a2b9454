package uk.nhs.hee.tis.gmc.example.syncservice;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.nhs.hee.tis.gmc.client.BulkResult;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;

/**
 * Fetches the doctors of every designated body and passes each list on as soon as it is there. A
 * body without a whole list is not passed on: who reads the queue disconnects whoever is missing.
 */
@Component
public class NightlySync {
  private static final Logger LOG = LoggerFactory.getLogger(NightlySync.class);

  private final GmcClient gmc;
  private final DoctorsQueue queue;
  private final List<String> designatedBodyCodes;

  NightlySync(
      GmcClient gmc,
      DoctorsQueue queue,
      @Value("${sync.designated-body-codes}") List<String> designatedBodyCodes) {
    this.gmc = gmc;
    this.queue = queue;
    this.designatedBodyCodes = designatedBodyCodes;
  }

  /** Runs the sync. */
  @Scheduled(cron = "${sync.cron}", zone = "Europe/London")
  public void run() {
    BulkResult<String, DoctorsForDb> result =
        gmc.bulk().getDoctorsForDbs(designatedBodyCodes, this::passOn);
    if (result.isComplete()) {
      LOG.info("Nightly sync: all {} designated bodies fetched", designatedBodyCodes.size());
    } else {
      LOG.warn("Nightly sync: designated bodies not fetched: {}", notFetched(result));
    }
  }

  private static List<String> notFetched(BulkResult<String, DoctorsForDb> result) {
    return result.items().stream()
        .filter(item -> item.answer().isEmpty())
        .map(BulkResult.Item::request)
        .toList();
  }

  private void passOn(BulkResult.Item<String, DoctorsForDb> item) {
    item.answer()
        .ifPresent(
            doctors -> {
              if (doctors.rowsWithoutGmcNumber().isEmpty()) {
                queue.send(doctors);
              } else {
                LOG.warn(
                    "Nightly sync: designated body {} not passed on, {} of its doctors have no GMC"
                        + " number",
                    doctors.designatedBodyCode(),
                    doctors.rowsWithoutGmcNumber().size());
              }
            });
  }
}
