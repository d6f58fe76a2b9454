package uk.nhs.hee.tis.gmc.testkit.standin;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.testkit.GmcRegister;
import uk.nhs.hee.tis.gmc.testkit.RegisteredDoctor;
import uk.nhs.hee.tis.gmc.testkit.internal.GmcDates;

/**
 * Puts the doctors of a file into a register, one by one, by the names of their fields.
 *
 * <p>A problem is told by field, never by value: the value may be a doctor's.
 */
final class DoctorFields {
  private static final String BODY = "designatedBodyCode";
  private static final String GMC_NUMBER = "gmcNumber";
  private static final Map<String, BiConsumer<RegisteredDoctor.Builder, String>> SETTERS =
      new LinkedHashMap<>();

  static {
    SETTERS.put("firstName", RegisteredDoctor.Builder::firstName);
    SETTERS.put("lastName", RegisteredDoctor.Builder::lastName);
    SETTERS.put("submissionDate", (b, text) -> b.submissionDate(date("submissionDate", text)));
    SETTERS.put("doctorStatus", RegisteredDoctor.Builder::doctorStatus);
    SETTERS.put("breach", RegisteredDoctor.Builder::breach);
    SETTERS.put("dateAdded", (b, text) -> b.dateAdded(date("dateAdded", text)));
    SETTERS.put("underNotice", (b, text) -> b.underNotice(text.isEmpty() ? null : text));
    SETTERS.put("investigation", RegisteredDoctor.Builder::investigation);
    SETTERS.put("preliminaryInvestigation", RegisteredDoctor.Builder::preliminaryInvestigation);
    SETTERS.put("sanction", RegisteredDoctor.Builder::sanction);
  }

  private final GmcRegister register = GmcRegister.empty();
  private final Set<String> seen = new LinkedHashSet<>();

  GmcRegister register() {
    return register;
  }

  /** Returns the names that a file may use, the two that it must use first. */
  static Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    names.add(BODY);
    names.add(GMC_NUMBER);
    names.addAll(SETTERS.keySet());
    return names;
  }

  /**
   * Adds the doctor with these fields; without a GMC number, a body that may have no doctors.
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
    register.connect(body, doctor(gmcNumber, fields));
    if (!seen.add(gmcNumber)) {
      throw new UsageException("the same " + GMC_NUMBER + " came before");
    }
  }

  private static RegisteredDoctor doctor(String gmcNumber, Map<String, String> fields) {
    RegisteredDoctor.Builder builder = RegisteredDoctor.builder(gmcNumber);
    SETTERS.forEach(
        (name, setter) -> {
          @Nullable String text = fields.get(name);
          if (text != null) {
            setter.accept(builder, text.strip());
          }
        });
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
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
