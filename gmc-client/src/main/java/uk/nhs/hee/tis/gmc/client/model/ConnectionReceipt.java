package uk.nhs.hee.tis.gmc.client.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonInput;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonKind;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonOutput;

/** The GMC's answer to adding or removing a doctor: the desired state holds. Immutable. */
public final class ConnectionReceipt implements GmcAnswer {
  private final Outcome outcome;
  private final @Nullable LocalDate submissionDate;
  private final List<UnreadableField> unreadableFields;
  private final CallInfo info;

  private ConnectionReceipt(Builder from) {
    outcome = Checks.given("outcome", from.outcome);
    submissionDate = from.submissionDate;
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
    to.outcome = outcome;
    to.submissionDate = submissionDate;
    to.unreadableFields = unreadableFields;
    to.info = info;
    return to;
  }

  /** {@return whether this call brought about the state} */
  public Outcome outcome() {
    return outcome;
  }

  /**
   * {@return the doctor's revalidation submission date; given for an added doctor only, and not
   * always}
   */
  public Optional<LocalDate> submissionDate() {
    return Optional.ofNullable(submissionDate);
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
        .put("outcome", outcome)
        .put("submissionDate", submissionDate)
        .put("unreadableFields", unreadableFields)
        .put("info", info);
  }

  @JsonCreator(mode = Mode.DELEGATING)
  static ConnectionReceipt fromJson(JsonInput json) throws JsonMappingException {
    return json.as(ConnectionReceipt.class, JsonKind.object(ConnectionReceipt::read));
  }

  static ConnectionReceipt read(JsonInput json) {
    return builder()
        .outcome(json.required("outcome", JsonKind.oneOf(Outcome.class)))
        .submissionDate(json.optional("submissionDate", JsonKind.DATE))
        .unreadableFields(
            json.required(
                "unreadableFields", JsonKind.listOf(JsonKind.object(UnreadableField::read))))
        .info(json.required("info", JsonKind.object(CallInfo::read)))
        .build();
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(outcome, submissionDate, unreadableFields, info);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ConnectionReceipt
        && components().equals(((ConnectionReceipt) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "ConnectionReceipt[outcome="
        + outcome
        + ", submissionDate="
        + submissionDate
        + ", unreadableFields="
        + unreadableFields
        + ", info="
        + info
        + "]";
  }

  /** Whether this call brought about the state. */
  public enum Outcome {
    /** The GMC carried it out. */
    DONE,
    /** It was already so: return code 100 for an added doctor, 140 for a removed one. */
    ALREADY_SO
  }

  /** Builds {@link ConnectionReceipt}. Not thread-safe. */
  public static final class Builder {
    private @Nullable Outcome outcome;
    private @Nullable LocalDate submissionDate;
    private List<UnreadableField> unreadableFields = List.of();
    private @Nullable CallInfo info;

    private Builder() {}

    /**
     * Sets whether this call brought about the state.
     *
     * @param outcome done by this call, or already so; required
     * @return this builder
     */
    public Builder outcome(Outcome outcome) {
      this.outcome = outcome;
      return this;
    }

    /**
     * Sets the doctor's revalidation submission date; given for an added doctor only, and not
     * always.
     *
     * @param submissionDate a day, or null for none
     * @return this builder
     */
    public Builder submissionDate(@Nullable LocalDate submissionDate) {
      this.submissionDate = submissionDate;
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
    public ConnectionReceipt build() {
      return new ConnectionReceipt(this);
    }
  }
}
