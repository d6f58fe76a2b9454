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
 * Asks to disconnect a doctor from a designated body (TryRemoveDoctor). The GMC tells the doctor by
 * e-mail. Immutable.
 */
public final class RemoveDoctor {
  private final String gmcNumber;
  private final String designatedBodyCode;
  private final RemoveReason reason;
  private final @Nullable String internalUser;

  private RemoveDoctor(Builder from) {
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

  /** {@return why the doctor is disconnected} */
  public RemoveReason reason() {
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
  static RemoveDoctor fromJson(JsonInput json) throws JsonMappingException {
    return json.as(RemoveDoctor.class, JsonKind.object(RemoveDoctor::read));
  }

  static RemoveDoctor read(JsonInput json) {
    return builder()
        .gmcNumber(json.required("gmcNumber", JsonKind.TEXT))
        .designatedBodyCode(json.required("designatedBodyCode", JsonKind.TEXT))
        .reason(json.required("reason", JsonKind.oneOf(RemoveReason.class)))
        .internalUser(json.optional("internalUser", JsonKind.TEXT))
        .build();
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(gmcNumber, designatedBodyCode, reason, internalUser);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RemoveDoctor
        && components().equals(((RemoveDoctor) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "RemoveDoctor[gmcNumber=***"
        + ", designatedBodyCode="
        + designatedBodyCode
        + ", reason="
        + reason
        + ", internalUser="
        + Checks.masked(internalUser)
        + "]";
  }

  /** Builds {@link RemoveDoctor}. Not thread-safe. */
  public static final class Builder {
    private @Nullable String gmcNumber;
    private @Nullable String designatedBodyCode;
    private @Nullable RemoveReason reason;
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
     * Sets the code of the body to disconnect the doctor from.
     *
     * @param designatedBodyCode opaque text such as {@code 1-1RSSQ2H}, not blank; required
     * @return this builder
     */
    public Builder designatedBodyCode(String designatedBodyCode) {
      this.designatedBodyCode = designatedBodyCode;
      return this;
    }

    /**
     * Sets why the doctor is disconnected.
     *
     * @param reason one of the GMC's reasons; required
     * @return this builder
     */
    public Builder reason(RemoveReason reason) {
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
    public RemoveDoctor build() {
      return new RemoveDoctor(this);
    }
  }
}
