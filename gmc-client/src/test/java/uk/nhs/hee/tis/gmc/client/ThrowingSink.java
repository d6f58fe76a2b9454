package uk.nhs.hee.tis.gmc.client;

import uk.nhs.hee.tis.gmc.client.fixture.RecordingSink;
import uk.nhs.hee.tis.gmc.client.model.Doctor;

/** A sink of a caller whose own code fails at the first doctor. */
final class ThrowingSink extends RecordingSink {
  @Override
  public void accept(Doctor doctor) {
    throw new IllegalStateException("no room");
  }
}
