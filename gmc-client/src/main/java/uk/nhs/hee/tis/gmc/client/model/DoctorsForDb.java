package uk.nhs.hee.tis.gmc.client.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonInput;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonKind;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonOutput;

/**
 * Every doctor connected to a designated body, as the GMC answered: complete, or the call would
 * have thrown. An empty list is an answer from the GMC, never the result of an error. Immutable.
 *
 * <p><strong>Before disconnecting a doctor who is missing</strong>, check {@link
 * #rowsWithoutGmcNumber()}: such a row is a doctor of the body who cannot be identified.
 */
public final class DoctorsForDb implements GmcAnswer {
  private final String designatedBodyCode;
  private final List<Doctor> doctors;
  private final List<UnreadableField> unreadableFields;
  private final CallInfo info;

  private DoctorsForDb(Builder from) {
    designatedBodyCode = Checks.notBlank("designatedBodyCode", from.designatedBodyCode);
    doctors = List.copyOf(from.doctors);
    unreadableFields = List.copyOf(from.unreadableFields);
    info = Checks.given("info", from.info);
  }

  /** {@return a new builder, with nothing set} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts from this value} */
  public Builder toBuilder() {
    Builder to = new Builder();
    to.designatedBodyCode = designatedBodyCode;
    to.doctors = doctors;
    to.unreadableFields = unreadableFields;
    to.info = info;
    return to;
  }

  /** {@return the designated body's code, opaque text such as {@code 1-1RSSQ2H}} */
  public String designatedBodyCode() {
    return designatedBodyCode;
  }

  /**
   * {@return the rows in the order of the answer, none dropped, including nil rows and rows without
   * a GMC number}
   */
  public List<Doctor> doctors() {
    return doctors;
  }

  /** {@return the fields whose text could not be understood} */
  public List<UnreadableField> unreadableFields() {
    return unreadableFields;
  }

  @Override
  public CallInfo info() {
    return info;
  }

  /** {@return the positions, counting from 0, of rows without a GMC number, nil rows among them} */
  public List<Integer> rowsWithoutGmcNumber() {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < doctors.size(); row++) {
      if (doctors.get(row).gmcNumber().isEmpty()) {
        rows.add(row);
      }
    }
    return Collections.unmodifiableList(rows);
  }

  /** {@return the GMC numbers that occur in more than one row, in the order of the answer} */
  public Set<String> duplicateGmcNumbers() {
    Set<String> seen = new HashSet<>();
    Set<String> duplicates = new LinkedHashSet<>();
    for (Doctor doctor : doctors) {
      doctor.gmcNumber().filter(number -> !seen.add(number)).ifPresent(duplicates::add);
    }
    return Collections.unmodifiableSet(duplicates);
  }

  @JsonValue
  JsonOutput asJson() {
    return new JsonOutput()
        .put("designatedBodyCode", designatedBodyCode)
        .put("doctors", doctors)
        .put("unreadableFields", unreadableFields)
        .put("info", info);
  }

  @JsonCreator(mode = Mode.DELEGATING)
  static DoctorsForDb fromJson(JsonInput json) throws JsonMappingException {
    return json.as(DoctorsForDb.class, JsonKind.object(DoctorsForDb::read));
  }

  static DoctorsForDb read(JsonInput json) {
    return builder()
        .designatedBodyCode(json.required("designatedBodyCode", JsonKind.TEXT))
        .doctors(json.required("doctors", JsonKind.listOf(JsonKind.object(Doctor::read))))
        .unreadableFields(
            json.required(
                "unreadableFields", JsonKind.listOf(JsonKind.object(UnreadableField::read))))
        .info(json.required("info", JsonKind.object(CallInfo::read)))
        .build();
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(designatedBodyCode, doctors, unreadableFields, info);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DoctorsForDb
        && components().equals(((DoctorsForDb) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "DoctorsForDb[designatedBodyCode="
        + designatedBodyCode
        + ", doctors="
        + doctors.size()
        + " rows, unreadableFields="
        + unreadableFields
        + ", info="
        + info
        + "]";
  }

  /** Builds {@link DoctorsForDb}. Not thread-safe. */
  public static final class Builder {
    private @Nullable String designatedBodyCode;
    private List<Doctor> doctors = List.of();
    private List<UnreadableField> unreadableFields = List.of();
    private @Nullable CallInfo info;

    private Builder() {}

    /**
     * Sets the code of the body whose list it is.
     *
     * @param designatedBodyCode opaque text such as {@code 1-1RSSQ2H}, not blank; required
     * @return this builder
     */
    public Builder designatedBodyCode(String designatedBodyCode) {
      this.designatedBodyCode = designatedBodyCode;
      return this;
    }

    /**
     * Sets the rows.
     *
     * @param doctors in the order of the answer, none dropped and none null: a nil row is a doctor
     *     with nothing set; empty if not set
     * @return this builder
     */
    public Builder doctors(List<Doctor> doctors) {
      this.doctors = doctors;
      return this;
    }

    /**
     * Sets the fields whose text could not be understood.
     *
     * @param unreadableFields one for each such field, none of them null; empty if not set
     * @return this builder
     */
    public Builder unreadableFields(List<UnreadableField> unreadableFields) {
      this.unreadableFields = unreadableFields;
      return this;
    }

    /**
     * Sets the facts about the call itself.
     *
     * @param info ids, attempts and duration; required
     * @return this builder
     */
    public Builder info(CallInfo info) {
      this.info = info;
      return this;
    }

    /**
     * {@return the value}
     *
     * @throws IllegalArgumentException if a component is missing or not acceptable; the message
     *     names it
     */
    public DoctorsForDb build() {
      return new DoctorsForDb(this);
    }
  }
}
