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
 * The GMC's receipt for an accepted recommendation. Keep the {@link #recommendationId()}: if it is
 * lost, GMC Connect cannot give it back. Immutable.
 */
public final class RecommendationReceipt implements GmcAnswer {
  private final @Nullable String recommendationId;
  private final CallInfo info;

  private RecommendationReceipt(@Nullable String recommendationId, CallInfo info) {
    this.recommendationId = recommendationId;
    this.info = Checks.given("info", info);
  }

  /**
   * {@return a receipt}
   *
   * @param recommendationId the GMC's id of the recommendation, or null if it named none
   * @param info what is known of the call
   */
  public static RecommendationReceipt of(@Nullable String recommendationId, CallInfo info) {
    return new RecommendationReceipt(recommendationId, info);
  }

  /**
   * {@return the GMC's id of the recommendation, with which to ask for its status; absent only if
   * the GMC accepted it without naming one}
   */
  public Optional<String> recommendationId() {
    return Optional.ofNullable(recommendationId);
  }

  @Override
  public CallInfo info() {
    return info;
  }

  @JsonValue
  JsonOutput asJson() {
    return new JsonOutput().put("recommendationId", recommendationId).put("info", info);
  }

  @JsonCreator(mode = Mode.DELEGATING)
  static RecommendationReceipt fromJson(JsonInput json) throws JsonMappingException {
    return json.as(RecommendationReceipt.class, JsonKind.object(RecommendationReceipt::read));
  }

  static RecommendationReceipt read(JsonInput json) {
    return of(
        json.optional("recommendationId", JsonKind.TEXT),
        json.required("info", JsonKind.object(CallInfo::read)));
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(recommendationId, info);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecommendationReceipt
        && components().equals(((RecommendationReceipt) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "RecommendationReceipt[recommendationId=" + recommendationId + ", info=" + info + "]";
  }
}
