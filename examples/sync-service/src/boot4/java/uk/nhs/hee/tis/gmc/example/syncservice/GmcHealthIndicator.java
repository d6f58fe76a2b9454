package uk.nhs.hee.tis.gmc.example.syncservice;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import uk.nhs.hee.tis.gmc.client.GmcAvailability;
import uk.nhs.hee.tis.gmc.client.GmcClient;

/** Shows GMC Connect's availability, as the passing calls tell; it sends nothing. */
@Component
class GmcHealthIndicator implements HealthIndicator {
  private final GmcClient gmc;

  GmcHealthIndicator(GmcClient gmc) {
    this.gmc = gmc;
  }

  @Override
  public Health health() {
    GmcAvailability now = gmc.availability();
    return Health.status(GmcHealth.status(now)).withDetails(GmcHealth.details(now)).build();
  }
}
