package uk.nhs.hee.tis.gmc.client.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonInput;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonKind;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonOutput;

/**
 * Facts about a complete list of doctors whose rows went to a sink. Immutable.
 *
 * <p><strong>Before disconnecting a doctor who is missing</strong>, check {@link
 * #rowsWithoutGmcNumber()}: such a row is a doctor of the body who cannot be identified. A number
 * that occurs in two rows is for the sink to detect.
 */
public final class DoctorsSummary implements GmcAnswer {
  private final String designatedBodyCode;
  private final int rows;
  private final List<Integer> rowsWithoutGmcNumber;
  private final List<UnreadableField> unreadableFields;
  private final CallInfo info;

  private DoctorsSummary(Builder from) {
    designatedBodyCode = Checks.notBlank("designatedBodyCode", from.designatedBodyCode);
    rows = from.rows;
    rowsWithoutGmcNumber = List.copyOf(from.rowsWithoutGmcNumber);
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
    to.rows = rows;
    to.rowsWithoutGmcNumber = rowsWithoutGmcNumber;
    to.unreadableFields = unreadableFields;
    to.info = info;
    return to;
  }

  /** {@return the designated body's code, opaque text such as {@code 1-1RSSQ2H}} */
  public String designatedBodyCode() {
    return designatedBodyCode;
  }

  /** {@return how many rows the sink received, possibly none: an empty list is an answer} */
  public int rows() {
    return rows;
  }

  /** {@return the positions, counting from 0, of rows without a GMC number, nil rows among them} */
  public List<Integer> rowsWithoutGmcNumber() {
    return rowsWithoutGmcNumber;
  }

  /** {@return the fields whose text could not be understood} */
  public List<UnreadableField> unreadableFields() {
    return unreadableFields;
  }

  @Override
  public CallInfo info() {
    return info;
  }

  @JsonValue
  JsonOutput asJson() {
    return new JsonOutput()
        .put("designatedBodyCode", designatedBodyCode)
        .put("rows", rows)
        .put("rowsWithoutGmcNumber", rowsWithoutGmcNumber)
        .put("unreadableFields", unreadableFields)
        .put("info", info);
  }

  @JsonCreator(mode = Mode.DELEGATING)
  static DoctorsSummary fromJson(JsonInput json) throws JsonMappingException {
    return json.as(DoctorsSummary.class, JsonKind.object(DoctorsSummary::read));
  }

  static DoctorsSummary read(JsonInput json) {
    return builder()
        .designatedBodyCode(json.required("designatedBodyCode", JsonKind.TEXT))
        .rows(json.required("rows", JsonKind.INTEGER))
        .rowsWithoutGmcNumber(
            json.required("rowsWithoutGmcNumber", JsonKind.listOf(JsonKind.INTEGER)))
        .unreadableFields(
            json.required(
                "unreadableFields", JsonKind.listOf(JsonKind.object(UnreadableField::read))))
        .info(json.required("info", JsonKind.object(CallInfo::read)))
        .build();
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(
        designatedBodyCode, rows, rowsWithoutGmcNumber, unreadableFields, info);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DoctorsSummary
        && components().equals(((DoctorsSummary) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "DoctorsSummary[designatedBodyCode="
        + designatedBodyCode
        + ", rows="
        + rows
        + ", rowsWithoutGmcNumber="
        + rowsWithoutGmcNumber
        + ", unreadableFields="
        + unreadableFields
        + ", info="
        + info
        + "]";
  }

  /** Builds {@link DoctorsSummary}. Not thread-safe. */
  public static final class Builder {
    private @Nullable String designatedBodyCode;
    private int rows;
    private List<Integer> rowsWithoutGmcNumber = List.of();
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
     * Sets how many rows the sink received.
     *
     * @param rows all of them, including nil rows; 0 if not set
     * @return this builder
     */
    public Builder rows(int rows) {
      this.rows = rows;
      return this;
    }

    /**
     * Sets the positions, counting from 0, of rows without a GMC number, nil rows among them.
     *
     * @param rowsWithoutGmcNumber in ascending order, none of them null; empty if not set
     * @return this builder
     */
    public Builder rowsWithoutGmcNumber(List<Integer> rowsWithoutGmcNumber) {
      this.rowsWithoutGmcNumber = rowsWithoutGmcNumber;
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
    public DoctorsSummary build() {
      return new DoctorsSummary(this);
    }
  }
}
