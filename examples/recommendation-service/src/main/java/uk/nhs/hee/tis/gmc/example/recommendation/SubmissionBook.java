package uk.nhs.hee.tis.gmc.example.recommendation;

import java.util.Optional;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;

/**
 * A mark of each submission that stands or may stand, by the module's own id of the recommendation.
 * That id is a unique key: of several instances of the service only one can begin.
 */
interface SubmissionBook {

  /**
   * What is known of a submission.
   *
   * @param designatedBodyCode of the doctor, null once the doctor is disconnected
   * @param clientRequestId to quote to the GMC, should the answer never come
   * @param gmcRecommendationId null or blank if the GMC's answer was lost, or in old data
   * @param status how it stood when the GMC was last asked; null before it was accepted
   */
  record Entry(
      String gmcNumber,
      String designatedBodyCode,
      String internalUser,
      String clientRequestId,
      Outcome outcome,
      String gmcRecommendationId,
      StatusCheck.Status status) {

    static Entry sending(Recommendation recommendation, String clientRequestId) {
      return new Entry(
          recommendation.gmcNumber(),
          recommendation.designatedBodyCode(),
          recommendation.internalUser().orElse(null),
          clientRequestId,
          Outcome.SENDING,
          null,
          null);
    }

    Entry ended(Submission submission) {
      return new Entry(
          gmcNumber,
          designatedBodyCode,
          internalUser,
          clientRequestId,
          submission.outcome(),
          submission.gmcRecommendationId(),
          submission.outcome() == Outcome.ACCEPTED ? StatusCheck.Status.UNDER_REVIEW : null);
    }

    Entry standing(StatusCheck.Status now) {
      return new Entry(
          gmcNumber,
          designatedBodyCode,
          internalUser,
          clientRequestId,
          outcome,
          gmcRecommendationId,
          now);
    }
  }

  /**
   * Marks a submission before it is sent.
   *
   * @throws SubmittedAlreadyException if there is a mark, of this instance or another
   */
  void begin(String id, Entry entry);

  /** Replaces what is known of a marked submission. */
  void update(String id, Entry entry);

  /** Removes the mark of a submission that was refused or not sent, so that it may begin again. */
  void remove(String id);

  /** Returns what is known of a submission. */
  Optional<Entry> find(String id);
}
