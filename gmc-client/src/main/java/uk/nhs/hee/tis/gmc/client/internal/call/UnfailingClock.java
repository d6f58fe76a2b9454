package uk.nhs.hee.tis.gmc.client.internal.call;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The caller's clock, or the system's while that one throws. */
final class UnfailingClock extends Clock {
  private final Clock given;

  UnfailingClock(Clock given) {
    this.given = given;
  }

  @Override
  public Instant instant() {
    try {
      return given.instant();
    } catch (RuntimeException | Error unavailable) {
      return Instant.now();
    }
  }

  @Override
  public ZoneId getZone() {
    return given.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new UnfailingClock(given.withZone(zone));
  }
}
