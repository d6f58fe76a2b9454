package uk.nhs.hee.tis.gmc.example.recommendation;

import com.fasterxml.jackson.annotation.JsonInclude;
import uk.nhs.hee.tis.gmc.client.model.RecommendationStatus;

/**
 * How a recommendation stands.
 *
 * @param status the GMC's answer, or what was known before if it could not be asked
 * @param checked whether it is the GMC's answer
 * @param message why it could not be asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatusCheck(Status status, boolean checked, String gmcText, String message) {

  /** The GMC's answers. */
  public enum Status {
    /** The GMC approved it. */
    APPROVED,
    /** The GMC rejected it. */
    REJECTED,
    /** The GMC has not decided yet. */
    UNDER_REVIEW,
    /** The GMC answered a text that nobody here knows. */
    UNKNOWN
  }

  static StatusCheck of(RecommendationStatus answer) {
    return new StatusCheck(
        Status.valueOf(answer.state().name()), true, answer.text().orElse(null), null);
  }

  static StatusCheck notChecked(Status known, RuntimeException why) {
    return new StatusCheck(known, false, null, why.getMessage());
  }
}
