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

/** How a recommendation stands at the GMC. Immutable. */
public final class RecommendationStatus implements GmcAnswer {
  private final State state;
  private final @Nullable String text;
  private final CallInfo info;

  private RecommendationStatus(State state, @Nullable String text, CallInfo info) {
    this.state = Checks.given("state", state);
    this.text = text;
    this.info = Checks.given("info", info);
  }

  /**
   * {@return a status}
   *
   * @param state the status
   * @param text the GMC's own text, or null if it gave none
   * @param info what is known of the call
   */
  public static RecommendationStatus of(State state, @Nullable String text, CallInfo info) {
    return new RecommendationStatus(state, text, info);
  }

  /** {@return the status; {@link State#UNKNOWN} is not "under review"} */
  public State state() {
    return state;
  }

  /** {@return the GMC's own text of the status, as it came} */
  public Optional<String> text() {
    return Optional.ofNullable(text);
  }

  @Override
  public CallInfo info() {
    return info;
  }

  @JsonValue
  JsonOutput asJson() {
    return new JsonOutput().put("state", state).put("text", text).put("info", info);
  }

  @JsonCreator(mode = Mode.DELEGATING)
  static RecommendationStatus fromJson(JsonInput json) throws JsonMappingException {
    return json.as(RecommendationStatus.class, JsonKind.object(RecommendationStatus::read));
  }

  static RecommendationStatus read(JsonInput json) {
    return of(
        json.required("state", JsonKind.oneOf(State.class, State.UNKNOWN)),
        json.optional("text", JsonKind.TEXT),
        json.required("info", JsonKind.object(CallInfo::read)));
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(state, text, info);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecommendationStatus
        && components().equals(((RecommendationStatus) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "RecommendationStatus[state=" + state + ", text=" + text + ", info=" + info + "]";
  }

  /** The states that the GMC is known to give. */
  public enum State {
    /** The GMC approved it. */
    APPROVED,
    /** The GMC rejected it. */
    REJECTED,
    /** The GMC has not decided yet. */
    UNDER_REVIEW,
    /** The GMC gave no text, or one that this version does not know. */
    UNKNOWN
  }
}
