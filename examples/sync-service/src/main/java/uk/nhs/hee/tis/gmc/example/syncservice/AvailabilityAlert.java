package uk.nhs.hee.tis.gmc.example.syncservice;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Consumer;
import uk.nhs.hee.tis.gmc.client.GmcAttempt;
import uk.nhs.hee.tis.gmc.client.GmcAvailability;
import uk.nhs.hee.tis.gmc.client.GmcCall;
import uk.nhs.hee.tis.gmc.client.GmcListener;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/**
 * Tells people once when GMC Connect can no longer be used as it should, and once when it can
 * again, however its availability changes in between.
 */
final class AvailabilityAlert implements GmcListener {
  private final String product;
  private final Consumer<String> channel;
  private Instant latest = Instant.MIN;
  private Instant began;
  private volatile GmcException lastFailure;

  /**
   * Creates an alert.
   *
   * @param product whose view it is
   * @param channel takes the texts; it must not block, for a call of the client waits for it
   */
  AvailabilityAlert(String product, Consumer<String> channel) {
    this.product = product;
    this.channel = channel;
  }

  @Override
  public void attemptEnded(GmcCall call, GmcAttempt attempt) {
    attempt.failure().ifPresent(failure -> lastFailure = failure);
  }

  @Override
  public synchronized void availabilityChanged(GmcAvailability before, GmcAvailability now) {
    if (now.since().isBefore(latest)) {
      // Two threads may tell of two changes in the wrong order.
      return;
    }
    latest = now.since();
    boolean available = now.state() == GmcAvailability.State.AVAILABLE;
    if (!available && began == null) {
      began = now.since();
      channel.accept(
          "GMC Connect is "
              + words(now.state())
              + " for "
              + product
              + " since "
              + utc(now.since())
              + reason());
    } else if (available && began != null) {
      channel.accept(
          "GMC Connect is available for "
              + product
              + " again since "
              + utc(now.since())
              + "; it was not since "
              + utc(began));
      began = null;
    }
  }

  private static String words(GmcAvailability.State state) {
    return state == GmcAvailability.State.ACCESS_DENIED
        ? "denying access"
        : state.name().toLowerCase(Locale.ROOT);
  }

  private String reason() {
    GmcException failure = lastFailure;
    if (failure == null) {
      return "";
    }
    return ": "
        + failure.evidence().finding()
        + ". Who must act: "
        + Actor.words(failure.actors())
        + failure.evidence().rayId().map(ray -> ". Ray ID " + ray).orElse("");
  }

  private static String utc(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
