package uk.nhs.hee.tis.gmc.testkit;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.DeferralReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralSubreason;
import uk.nhs.hee.tis.gmc.client.model.RecommendationType;

/**
 * A recommendation that the stand-in GMC has accepted, with its present status.
 *
 * <p>Immutable and thread-safe.
 */
public final class RegisteredRecommendation {
  /** The status of a recommendation on which the GMC has not decided yet. */
  public static final String UNDER_REVIEW = "Under Review";

  private final String recommendationId;
  private final String gmcNumber;
  private final String designatedBodyCode;
  private final RecommendationType type;
  private final @Nullable DeferralReason deferralReason;
  private final @Nullable DeferralSubreason deferralSubreason;
  private final @Nullable LocalDate deferralDate;
  private final String status;

  RegisteredRecommendation(
      String recommendationId,
      String gmcNumber,
      String designatedBodyCode,
      RecommendationType type,
      @Nullable DeferralReason deferralReason,
      @Nullable DeferralSubreason deferralSubreason,
      @Nullable LocalDate deferralDate,
      String status) {
    this.recommendationId = recommendationId;
    this.gmcNumber = gmcNumber;
    this.designatedBodyCode = designatedBodyCode;
    this.type = type;
    this.deferralReason = deferralReason;
    this.deferralSubreason = deferralSubreason;
    this.deferralDate = deferralDate;
    this.status = status;
  }

  RegisteredRecommendation withStatus(String newStatus) {
    return new RegisteredRecommendation(
        recommendationId,
        gmcNumber,
        designatedBodyCode,
        type,
        deferralReason,
        deferralSubreason,
        deferralDate,
        newStatus);
  }

  /** {@return the id that the stand-in gave it} */
  public String recommendationId() {
    return recommendationId;
  }

  /** {@return the doctor's GMC number: seven digits} */
  public String gmcNumber() {
    return gmcNumber;
  }

  /** {@return the designated body that made the recommendation} */
  public String designatedBodyCode() {
    return designatedBodyCode;
  }

  /** {@return what was recommended} */
  public RecommendationType type() {
    return type;
  }

  /** {@return the reason of a deferral; empty for anything else} */
  public Optional<DeferralReason> deferralReason() {
    return Optional.ofNullable(deferralReason);
  }

  /** {@return the sub-reason, which only a deferral for insufficient evidence has} */
  public Optional<DeferralSubreason> deferralSubreason() {
    return Optional.ofNullable(deferralSubreason);
  }

  /** {@return the date to which a deferral defers; empty for anything else} */
  public Optional<LocalDate> deferralDate() {
    return Optional.ofNullable(deferralDate);
  }

  /** {@return the status as text, {@value #UNDER_REVIEW} at first} */
  public String status() {
    return status;
  }

  /** Returns whether it stands in the way of another one: its status is still the first one. */
  boolean isOpen() {
    return status.equals(UNDER_REVIEW);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof RegisteredRecommendation)) {
      return false;
    }
    RegisteredRecommendation that = (RegisteredRecommendation) other;
    return recommendationId.equals(that.recommendationId)
        && gmcNumber.equals(that.gmcNumber)
        && designatedBodyCode.equals(that.designatedBodyCode)
        && type == that.type
        && deferralReason == that.deferralReason
        && deferralSubreason == that.deferralSubreason
        && Objects.equals(deferralDate, that.deferralDate)
        && status.equals(that.status);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        recommendationId,
        gmcNumber,
        designatedBodyCode,
        type,
        deferralReason,
        deferralSubreason,
        deferralDate,
        status);
  }

  @Override
  public String toString() {
    return "RegisteredRecommendation[recommendationId="
        + recommendationId
        + ", gmcNumber=***, designatedBodyCode="
        + designatedBodyCode
        + ", type=***, deferralReason=***, deferralSubreason=***, deferralDate=***, status=***]";
  }
}
