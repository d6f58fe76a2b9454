package uk.nhs.hee.tis.gmc.testkit.standin;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.testkit.DoctorRow;
import uk.nhs.hee.tis.gmc.testkit.GmcRegister;
import uk.nhs.hee.tis.gmc.testkit.internal.GmcDates;

/**
 * Puts the doctors of a file into a register, one by one, by the names of their fields.
 *
 * <p>A problem is reported by field, never by value: the value may be a doctor's.
 */
final class DoctorFields {
  private static final String BODY = "designatedBodyCode";
  private static final String GMC_NUMBER = "gmcNumber";
  private static final Map<String, String> WIRE_NAMES = new LinkedHashMap<>();

  static {
    WIRE_NAMES.put("firstName", "DoctorFirstName");
    WIRE_NAMES.put("lastName", "DoctorLastName");
    WIRE_NAMES.put("submissionDate", "SubmissionDate");
    WIRE_NAMES.put("doctorStatus", "DoctorStatus");
    WIRE_NAMES.put("breach", "Breach");
    WIRE_NAMES.put("dateAdded", "DateAdded");
    WIRE_NAMES.put("underNotice", "UnderNotice");
    WIRE_NAMES.put("investigation", "Investigation");
    WIRE_NAMES.put("preliminaryInvestigation", "PreliminaryInvestigation");
    WIRE_NAMES.put("sanction", "Sanction");
  }

  private final GmcRegister register = GmcRegister.empty();
  private final Set<String> seen = new LinkedHashSet<>();

  GmcRegister register() {
    return register;
  }

  /** Returns the names that a file may use, the two required ones first. */
  static Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    names.add(BODY);
    names.add(GMC_NUMBER);
    names.addAll(WIRE_NAMES.keySet());
    return names;
  }

  /**
   * Adds the doctor with these fields; without a GMC number, a body, which may have no doctors.
   *
   * @throws UsageException naming the field that is wrong
   */
  void add(Map<String, String> fields) {
    String body = fields.getOrDefault(BODY, "").strip();
    String gmcNumber = fields.getOrDefault(GMC_NUMBER, "").strip();
    if (body.isEmpty()) {
      throw new UsageException(BODY + " is missing");
    }
    if (gmcNumber.isEmpty()) {
      register.addDesignatedBody(body);
      return;
    }
    DoctorRow doctor = doctor(gmcNumber, fields);
    try {
      register.connect(body, doctor);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
    if (!seen.add(gmcNumber)) {
      throw new UsageException("this " + GMC_NUMBER + " occurs more than once");
    }
  }

  private static DoctorRow doctor(String gmcNumber, Map<String, String> fields) {
    DoctorRow doctor = DoctorRow.doctor(gmcNumber);
    for (Map.Entry<String, String> name : WIRE_NAMES.entrySet()) {
      String text = fields.get(name.getKey());
      if (text != null) {
        doctor = doctor.with(name.getValue(), onTheWire(name.getKey(), text.strip()));
      }
    }
    return doctor;
  }

  private static @Nullable String onTheWire(String name, String text) {
    switch (name) {
      case "submissionDate":
      case "dateAdded":
        LocalDate date = date(name, text);
        return date == null ? "" : GmcDates.format(date);
      case "underNotice":
        return text.isEmpty() ? null : text;
      default:
        return text;
    }
  }

  private static @Nullable LocalDate date(String name, String text) {
    if (text.isEmpty()) {
      return null;
    }
    return GmcDates.parse(text)
        .orElseGet(
            () -> {
              try {
                return LocalDate.parse(text);
              } catch (DateTimeParseException e) {
                throw new UsageException(name + " must be yyyy-MM-dd or dd/MM/yyyy", e);
              }
            });
  }
}
