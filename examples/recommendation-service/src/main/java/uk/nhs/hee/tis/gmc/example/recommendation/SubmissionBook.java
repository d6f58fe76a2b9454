package uk.nhs.hee.tis.gmc.example.recommendation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;

/**
 * What was submitted, by the module's own id of the recommendation. A real module keeps it in its
 * database: what is {@code SENDING} after a restart has an unknown outcome.
 */
@Component
class SubmissionBook {
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  /** A submission, and whom it is about. */
  record Entry(Recommendation recommendation, Submission submission) {}

  /**
   * Notes a submission before it is sent.
   *
   * @throws SubmittedAlreadyException if one is on its way, was accepted or may have been
   */
  void begin(String id, Recommendation recommendation, String clientRequestId) {
    entries.compute(
        id,
        (key, before) -> {
          if (before != null && !before.submission().outcome().maySubmitAgain()) {
            throw new SubmittedAlreadyException(before.submission().outcome());
          }
          return new Entry(recommendation, Submission.sending(clientRequestId));
        });
  }

  /** Notes what became of it. */
  void end(String id, Submission submission) {
    entries.computeIfPresent(id, (key, entry) -> new Entry(entry.recommendation(), submission));
  }

  /** Forgets a submission of which nothing was sent. */
  void forget(String id) {
    entries.remove(id);
  }

  Optional<Entry> find(String id) {
    return Optional.ofNullable(entries.get(id));
  }
}
