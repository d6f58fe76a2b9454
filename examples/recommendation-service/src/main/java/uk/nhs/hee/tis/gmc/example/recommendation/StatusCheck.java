package uk.nhs.hee.tis.gmc.example.recommendation;

import com.fasterxml.jackson.annotation.JsonInclude;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.RecommendationStatus;

/** How a recommendation stands, or that nobody could ask. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatusCheck(Status status, String gmcText, String message, String advice) {

  /** The GMC's answers, and that there was none. */
  public enum Status {
    /** The GMC approved it. */
    APPROVED,
    /** The GMC rejected it. */
    REJECTED,
    /** The GMC has not decided yet. */
    UNDER_REVIEW,
    /** The GMC answered a text that nobody here knows. */
    UNKNOWN,
    /** The GMC did not answer: what was known before still is all that is known. */
    NOT_CHECKED
  }

  static StatusCheck of(RecommendationStatus answer) {
    return new StatusCheck(
        Status.valueOf(answer.state().name()), answer.text().orElse(null), null, null);
  }

  static StatusCheck notChecked(GmcException failure) {
    return new StatusCheck(Status.NOT_CHECKED, null, failure.getMessage(), failure.advice());
  }
}
