package uk.nhs.hee.tis.gmc.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.RecommendationReceipt;
import uk.nhs.hee.tis.gmc.client.model.RecommendationStatus;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.client.model.UnreadableField;

/**
 * Successful GMC Connect answers as the client returns them, for tests without a server.
 *
 * <pre>{@code
 * gmc.whenGettingDoctors().answers(doctors("1-1RSSQ2H", doctor("9000001").underNotice()));
 * gmc.whenCheckingStatus().answers(approved());
 * }</pre>
 *
 * <p>Every answer carries {@link #info()}. All methods are stateless and thread-safe.
 */
public final class GmcAnswers {
  private GmcAnswers() {}

  /**
   * {@return the list of a designated body with these doctors, as the client reads their rows}
   *
   * @param designatedBodyCode the body's code, opaque text such as {@code 1-1RSSQ2H}
   * @param doctors the rows in order, or none for an empty list
   */
  public static DoctorsForDb doctors(String designatedBodyCode, DoctorRow... doctors) {
    List<UnreadableField> unreadable = new ArrayList<>();
    for (int row = 0; row < doctors.length; row++) {
      unreadable.addAll(doctors[row].unreadableFields(row));
    }
    return DoctorsForDb.builder()
        .designatedBodyCode(designatedBodyCode)
        .doctors(Arrays.stream(doctors).map(DoctorRow::toDoctor).collect(Collectors.toList()))
        .unreadableFields(unreadable)
        .info(info())
        .build();
  }

  /**
   * {@return the receipt of an accepted recommendation; a null id stands for one that the GMC left
   * out}
   *
   * @param recommendationId the id, such as {@code 900001}; null if it was left out
   */
  public static RecommendationReceipt recommended(@Nullable String recommendationId) {
    return RecommendationReceipt.of(recommendationId, info());
  }

  /** {@return the status of a recommendation that the GMC has approved} */
  public static RecommendationStatus approved() {
    return status(RecommendationStatus.State.APPROVED, "Approved");
  }

  /** {@return the status of a recommendation that the GMC has rejected} */
  public static RecommendationStatus rejected() {
    return status(RecommendationStatus.State.REJECTED, "Rejected");
  }

  /** {@return the status of a recommendation on which the GMC has not decided} */
  public static RecommendationStatus underReview() {
    return status(RecommendationStatus.State.UNDER_REVIEW, "Under Review");
  }

  /**
   * {@return a status that this version does not know; a null text stands for one that was left
   * out}
   *
   * @param text the GMC's own word; null if it was left out
   */
  public static RecommendationStatus unknownStatus(@Nullable String text) {
    return status(RecommendationStatus.State.UNKNOWN, text);
  }

  private static RecommendationStatus status(
      RecommendationStatus.State state, @Nullable String text) {
    return RecommendationStatus.of(state, text, info());
  }

  /**
   * {@return the receipt of a doctor whom this call has connected; null stands for a blank date}
   *
   * @param submissionDate by when a recommendation is due; null for a blank date
   */
  public static ConnectionReceipt added(@Nullable LocalDate submissionDate) {
    return ConnectionReceipt.builder()
        .outcome(ConnectionReceipt.Outcome.DONE)
        .submissionDate(submissionDate)
        .info(info())
        .build();
  }

  /** {@return the receipt of a doctor whom this call has disconnected} */
  public static ConnectionReceipt removed() {
    return added(null);
  }

  /** {@return the receipt of a doctor who was connected already: return code 100} */
  public static ConnectionReceipt alreadyAdded() {
    return alreadySo(ReturnCode.ALREADY_ASSOCIATED);
  }

  /** {@return the receipt of a doctor who was not connected in the first place: return code 140} */
  public static ConnectionReceipt alreadyRemoved() {
    return alreadySo(ReturnCode.NOT_ASSOCIATED);
  }

  private static ConnectionReceipt alreadySo(ReturnCode returnCode) {
    return ConnectionReceipt.builder()
        .outcome(ConnectionReceipt.Outcome.ALREADY_SO)
        .info(info().toBuilder().returnCode(returnCode).build())
        .build();
  }

  /**
   * {@return the facts about a call that succeeded first time: the same every time, with GMC
   * request id {@code 4410001}, at five past midnight UTC on 5 January 2027}
   */
  public static CallInfo info() {
    return CallInfo.builder()
        .clientRequestId("3f1c5a52-6d0e-4b7e-9c8e-0d4f1b2a7c11")
        .gmcRequestId("4410001")
        .attempts(1)
        .startedAt(Instant.parse("2027-01-05T00:05:00Z"))
        .duration(Duration.ofMillis(120))
        .build();
  }
}
