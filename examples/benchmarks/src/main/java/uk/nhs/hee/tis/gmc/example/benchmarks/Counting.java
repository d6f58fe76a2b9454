package uk.nhs.hee.tis.gmc.example.benchmarks;

import uk.nhs.hee.tis.gmc.client.DoctorSink;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.DoctorsSummary;

/** Counts doctors and keeps none. */
final class Counting implements DoctorSink<Integer> {
  private int doctors;

  @Override
  public void accept(Doctor doctor) {
    doctors++;
  }

  @Override
  public Integer complete(DoctorsSummary list) {
    return doctors;
  }

  @Override
  public void discard() {
    doctors = 0;
  }
}
