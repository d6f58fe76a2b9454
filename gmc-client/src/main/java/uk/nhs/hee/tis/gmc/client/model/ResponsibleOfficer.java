package uk.nhs.hee.tis.gmc.client.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonInput;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonKind;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonOutput;

/** The responsible officer in whose name a recommendation is made. Immutable. */
public final class ResponsibleOfficer {
  private final String gmcNumber;
  private final String surname;
  private final @Nullable String phoneNumber;

  private ResponsibleOfficer(String gmcNumber, String surname, @Nullable String phoneNumber) {
    this.gmcNumber = Checks.gmcNumber("responsibleOfficer.gmcNumber", gmcNumber);
    this.surname = Checks.notBlank("responsibleOfficer.surname", surname);
    this.phoneNumber = phoneNumber;
  }

  /**
   * {@return a responsible officer}
   *
   * @param gmcNumber seven digits, leading zeros kept
   * @param surname not blank
   * @param phoneNumber free text, or null for none
   * @throws IllegalArgumentException if the number is not seven digits or the surname is blank
   */
  public static ResponsibleOfficer of(
      String gmcNumber, String surname, @Nullable String phoneNumber) {
    return new ResponsibleOfficer(gmcNumber, surname, phoneNumber);
  }

  /** {@return the officer's GMC number: seven digits, leading zeros kept} */
  public String gmcNumber() {
    return gmcNumber;
  }

  /** {@return the officer's surname} */
  public String surname() {
    return surname;
  }

  /** {@return the officer's telephone number, if given} */
  public Optional<String> phoneNumber() {
    return Optional.ofNullable(phoneNumber);
  }

  @JsonValue
  JsonOutput asJson() {
    return new JsonOutput()
        .put("gmcNumber", gmcNumber)
        .put("surname", surname)
        .put("phoneNumber", phoneNumber);
  }

  @JsonCreator(mode = Mode.DELEGATING)
  static ResponsibleOfficer fromJson(JsonInput json) throws JsonMappingException {
    return json.as(ResponsibleOfficer.class, JsonKind.object(ResponsibleOfficer::read));
  }

  static ResponsibleOfficer read(JsonInput json) {
    return of(
        json.required("gmcNumber", JsonKind.TEXT),
        json.required("surname", JsonKind.TEXT),
        json.optional("phoneNumber", JsonKind.TEXT));
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(gmcNumber, surname, phoneNumber);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResponsibleOfficer
        && components().equals(((ResponsibleOfficer) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "ResponsibleOfficer[gmcNumber=***"
        + ", surname=***"
        + ", phoneNumber="
        + Checks.masked(phoneNumber)
        + "]";
  }
}
