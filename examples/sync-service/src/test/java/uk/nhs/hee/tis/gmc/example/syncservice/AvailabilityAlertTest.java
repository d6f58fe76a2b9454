package uk.nhs.hee.tis.gmc.example.syncservice;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.hee.tis.gmc.client.GmcAvailability.State.AVAILABLE;
import static uk.nhs.hee.tis.gmc.client.GmcAvailability.State.BLOCKED;
import static uk.nhs.hee.tis.gmc.client.GmcAvailability.State.DEGRADED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.GmcAvailability;

class AvailabilityAlertTest {
  private static final Instant MIDNIGHT = Instant.parse("2027-01-01T00:00:00Z");

  private final List<String> posts = new ArrayList<>();
  private final AvailabilityAlert alert = new AvailabilityAlert("a-service", posts::add);

  @Test
  void anIncidentIsOnePostAndItsEndAnother() {
    change(DEGRADED, 1);
    change(BLOCKED, 2);
    change(DEGRADED, 3);
    change(AVAILABLE, 4);
    change(BLOCKED, 5);

    assertThat(posts)
        .containsExactly(
            "GMC Connect is degraded for a-service since 2027-01-01T00:00:01Z",
            "GMC Connect is available for a-service again since 2027-01-01T00:00:04Z; it was not"
                + " since 2027-01-01T00:00:01Z",
            "GMC Connect is blocked for a-service since 2027-01-01T00:00:05Z");
  }

  @Test
  void aChangeThatIsToldTooLateIsPassedOver() {
    change(AVAILABLE, 2);
    change(BLOCKED, 1);

    assertThat(posts).isEmpty();
  }

  private void change(GmcAvailability.State to, int second) {
    GmcAvailability now = GmcAvailability.of(to, MIDNIGHT.plusSeconds(second), Map.of());
    alert.availabilityChanged(now, now);
  }
}
