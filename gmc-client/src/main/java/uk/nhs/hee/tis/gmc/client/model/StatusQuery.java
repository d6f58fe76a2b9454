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

/** Asks for the status of a recommendation (CheckRecommendationStatus). Immutable. */
public final class StatusQuery {
  private final String gmcNumber;
  private final String designatedBodyCode;
  private final String recommendationId;
  private final @Nullable String internalUser;

  private StatusQuery(Builder from) {
    gmcNumber = RequestChecks.gmcNumber(from.gmcNumber);
    designatedBodyCode = RequestChecks.designatedBodyCode(from.designatedBodyCode);
    recommendationId =
        RequestChecks.notBlank(
            "recommendationId", from.recommendationId, ReturnCode.INVALID_RECOMMENDATION_ID);
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
    to.recommendationId = recommendationId;
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

  /** {@return the GMC's id of the recommendation, from its receipt} */
  public String recommendationId() {
    return recommendationId;
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
        .put("recommendationId", recommendationId)
        .put("internalUser", internalUser);
  }

  @JsonCreator(mode = Mode.DELEGATING)
  static StatusQuery fromJson(JsonInput json) throws JsonMappingException {
    return json.as(StatusQuery.class, JsonKind.object(StatusQuery::read));
  }

  static StatusQuery read(JsonInput json) {
    return builder()
        .gmcNumber(json.required("gmcNumber", JsonKind.TEXT))
        .designatedBodyCode(json.required("designatedBodyCode", JsonKind.TEXT))
        .recommendationId(json.required("recommendationId", JsonKind.TEXT))
        .internalUser(json.optional("internalUser", JsonKind.TEXT))
        .build();
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(
        gmcNumber, designatedBodyCode, recommendationId, internalUser);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StatusQuery && components().equals(((StatusQuery) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "StatusQuery[gmcNumber=***"
        + ", designatedBodyCode="
        + designatedBodyCode
        + ", recommendationId="
        + recommendationId
        + ", internalUser="
        + Checks.masked(internalUser)
        + "]";
  }

  /** Builds {@link StatusQuery}. Not thread-safe. */
  public static final class Builder {
    private @Nullable String gmcNumber;
    private @Nullable String designatedBodyCode;
    private @Nullable String recommendationId;
    private @Nullable String internalUser;

    private Builder() {}

    /**
     * Sets the GMC number of the doctor whom the recommendation is about.
     *
     * @param gmcNumber seven digits, leading zeros kept; required
     * @return this builder
     */
    public Builder gmcNumber(String gmcNumber) {
      this.gmcNumber = gmcNumber;
      return this;
    }

    /**
     * Sets the code of the designated body that made the recommendation.
     *
     * @param designatedBodyCode opaque text such as {@code 1-1RSSQ2H}, not blank; required
     * @return this builder
     */
    public Builder designatedBodyCode(String designatedBodyCode) {
      this.designatedBodyCode = designatedBodyCode;
      return this;
    }

    /**
     * Sets the GMC's id of the recommendation.
     *
     * @param recommendationId from {@link RecommendationReceipt#recommendationId()}, not blank;
     *     required
     * @return this builder
     */
    public Builder recommendationId(String recommendationId) {
      this.recommendationId = recommendationId;
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
    public StatusQuery build() {
      return new StatusQuery(this);
    }
  }
}
