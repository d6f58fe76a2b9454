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

/**
 * Asks to connect a doctor to a designated body (TryAddDoctor). The GMC notifies the doctor by
 * e-mail, and the previous body if there is one. Immutable.
 */
public final class AddDoctor {
  private final String gmcNumber;
  private final String designatedBodyCode;
  private final AddReason reason;
  private final @Nullable String internalUser;

  private AddDoctor(Builder from) {
    gmcNumber = RequestChecks.gmcNumber(from.gmcNumber);
    designatedBodyCode = RequestChecks.designatedBodyCode(from.designatedBodyCode);
    reason = RequestChecks.given("reason", from.reason, ReturnCode.INVALID_CHANGE_REASON);
    internalUser = RequestChecks.internalUser(from.internalUser);
  }

  /** {@return a new builder, with nothing set} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts from this value} */
  public Builder toBuilder() {
    Builder to = new Builder();
    to.gmcNumber = gmcNumber;
    to.designatedBodyCode = designatedBodyCode;
    to.reason = reason;
    to.internalUser = internalUser;
    return to;
  }

  /** {@return the doctor's GMC number: seven digits, leading zeros kept} */
  public String gmcNumber() {
    return gmcNumber;
  }

  /** {@return the designated body's code, opaque text such as {@code 1-1RSSQ2H}} */
  public String designatedBodyCode() {
    return designatedBodyCode;
  }

  /** {@return why the doctor is connected} */
  public AddReason reason() {
    return reason;
  }

  /**
   * {@return the user on the caller's side, as reported to the GMC; the client's default if absent}
   */
  public Optional<String> internalUser() {
    return Optional.ofNullable(internalUser);
  }

  @JsonValue
  JsonOutput asJson() {
    return new JsonOutput()
        .put("gmcNumber", gmcNumber)
        .put("designatedBodyCode", designatedBodyCode)
        .put("reason", reason)
        .put("internalUser", internalUser);
  }

  @JsonCreator(mode = Mode.DELEGATING)
  static AddDoctor fromJson(JsonInput json) throws JsonMappingException {
    return json.as(AddDoctor.class, JsonKind.object(AddDoctor::read));
  }

  static AddDoctor read(JsonInput json) {
    return builder()
        .gmcNumber(json.required("gmcNumber", JsonKind.TEXT))
        .designatedBodyCode(json.required("designatedBodyCode", JsonKind.TEXT))
        .reason(json.required("reason", JsonKind.oneOf(AddReason.class)))
        .internalUser(json.optional("internalUser", JsonKind.TEXT))
        .build();
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(gmcNumber, designatedBodyCode, reason, internalUser);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AddDoctor && components().equals(((AddDoctor) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "AddDoctor[gmcNumber=***"
        + ", designatedBodyCode="
        + designatedBodyCode
        + ", reason="
        + reason
        + ", internalUser="
        + Checks.masked(internalUser)
        + "]";
  }

  /** Builds {@link AddDoctor}. Not thread-safe. */
  public static final class Builder {
    private @Nullable String gmcNumber;
    private @Nullable String designatedBodyCode;
    private @Nullable AddReason reason;
    private @Nullable String internalUser;

    private Builder() {}

    /**
     * Sets the doctor's GMC number.
     *
     * @param gmcNumber seven digits, leading zeros kept; required
     * @return this builder
     */
    public Builder gmcNumber(String gmcNumber) {
      this.gmcNumber = gmcNumber;
      return this;
    }

    /**
     * Sets the code of the body to connect the doctor to.
     *
     * @param designatedBodyCode opaque text such as {@code 1-1RSSQ2H}, not blank; required
     * @return this builder
     */
    public Builder designatedBodyCode(String designatedBodyCode) {
      this.designatedBodyCode = designatedBodyCode;
      return this;
    }

    /**
     * Sets why the doctor is connected.
     *
     * @param reason one of the GMC's reasons; required
     * @return this builder
     */
    public Builder reason(AddReason reason) {
      this.reason = reason;
      return this;
    }

    /**
     * Sets the user on the caller's side, as reported to the GMC.
     *
     * @param internalUser a user name of the caller's system, not blank, or null for the client's
     *     default
     * @return this builder
     */
    public Builder internalUser(@Nullable String internalUser) {
      this.internalUser = internalUser;
      return this;
    }

    /**
     * {@return the value}
     *
     * @throws UnsendableValueException if a component is missing or not acceptable
     */
    public AddDoctor build() {
      return new AddDoctor(this);
    }
  }
}
