package uk.nhs.hee.tis.gmc.example.sync;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import uk.nhs.hee.tis.gmc.client.model.Doctor;

/** The columns of a file of doctors, in their order, with where each comes from. */
enum DoctorColumn {
  GMC_NUMBER("gmcNumber", Doctor::gmcNumber),
  FIRST_NAME("firstName", Doctor::firstName),
  LAST_NAME("lastName", Doctor::lastName),
  SUBMISSION_DATE("submissionDate", doctor -> doctor.submissionDate().map(LocalDate::toString)),
  DOCTOR_STATUS("doctorStatus", Doctor::doctorStatus),
  BREACH("breach", Doctor::breach),
  DATE_ADDED("dateAdded", doctor -> doctor.dateAdded().map(LocalDate::toString)),
  UNDER_NOTICE("underNotice", doctor -> Optional.of(doctor.underNotice().name())),
  UNDER_NOTICE_TEXT("underNoticeText", Doctor::underNoticeText),
  INVESTIGATION("investigation", Doctor::investigation),
  PRELIMINARY_INVESTIGATION("preliminaryInvestigation", Doctor::preliminaryInvestigation),
  SANCTION("sanction", Doctor::sanction);

  private final String header;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final Function<Doctor, Optional<String>> value;

  DoctorColumn(String header, Function<Doctor, Optional<String>> value) {
    this.header = header;
    this.value = value;
  }

  String header() {
    return header;
  }

  Optional<String> of(Doctor doctor) {
    return value.apply(doctor);
  }
}
