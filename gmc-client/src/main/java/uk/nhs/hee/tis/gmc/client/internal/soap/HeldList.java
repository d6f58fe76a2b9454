package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.util.ArrayList;
import java.util.List;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;

/** Holds the rows until the list is complete. */
final class HeldList extends Reading<DoctorsForDb> {
  private final String designatedBodyCode;
  private final List<Doctor> doctors = new ArrayList<>();

  HeldList(String designatedBodyCode) {
    this.designatedBodyCode = designatedBodyCode;
  }

  List<Doctor> doctors() {
    return doctors;
  }

  @Override
  void row(Doctor doctor) {
    doctors.add(doctor);
  }

  @Override
  public DoctorsForDb answer(RawAnswer raw, CallInfo info) {
    return DoctorsForDb.builder()
        .designatedBodyCode(designatedBodyCode)
        .doctors(doctors)
        .unreadableFields(raw.unreadableFields)
        .info(info)
        .build();
  }
}
