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

  private ResponsibleOfficer(Builder from) {
    gmcNumber =
        RequestChecks.gmcNumber(
            "responsibleOfficer.gmcNumber",
            from.gmcNumber,
            ReturnCode.INVALID_RESPONSIBLE_OFFICER_GMC_NUMBER);
    surname =
        RequestChecks.notBlank(
            "responsibleOfficer.surname",
            from.surname,
            ReturnCode.MISSING_RESPONSIBLE_OFFICER_SURNAME);
    phoneNumber = from.phoneNumber;
  }

  /** {@return a new builder, with nothing set} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts from this value} */
  public Builder toBuilder() {
    Builder to = new Builder();
    to.gmcNumber = gmcNumber;
    to.surname = surname;
    to.phoneNumber = phoneNumber;
    return to;
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
    return builder()
        .gmcNumber(json.required("gmcNumber", JsonKind.TEXT))
        .surname(json.required("surname", JsonKind.TEXT))
        .phoneNumber(json.optional("phoneNumber", JsonKind.TEXT))
        .build();
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

  /** Builds {@link ResponsibleOfficer}. Not thread-safe. */
  public static final class Builder {
    private @Nullable String gmcNumber;
    private @Nullable String surname;
    private @Nullable String phoneNumber;

    private Builder() {}

    /**
     * Sets the officer's own GMC number.
     *
     * @param gmcNumber seven digits, leading zeros kept; required
     * @return this builder
     */
    public Builder gmcNumber(String gmcNumber) {
      this.gmcNumber = gmcNumber;
      return this;
    }

    /**
     * Sets the officer's surname.
     *
     * @param surname not blank; required
     * @return this builder
     */
    public Builder surname(String surname) {
      this.surname = surname;
      return this;
    }

    /**
     * Sets the officer's telephone number.
     *
     * @param phoneNumber free text, or null for none
     * @return this builder
     */
    public Builder phoneNumber(@Nullable String phoneNumber) {
      this.phoneNumber = phoneNumber;
      return this;
    }

    /**
     * {@return the value}
     *
     * @throws UnsendableValueException if the GMC number is not seven digits, or the surname is
     *     missing or blank; the message names it
     */
    public ResponsibleOfficer build() {
      return new ResponsibleOfficer(this);
    }
  }
}
