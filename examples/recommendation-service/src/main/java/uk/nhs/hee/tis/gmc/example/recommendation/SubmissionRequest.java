package uk.nhs.hee.tis.gmc.example.recommendation;

import java.time.LocalDate;
import uk.nhs.hee.tis.gmc.client.model.DeferralReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralSubreason;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationType;
import uk.nhs.hee.tis.gmc.client.model.ResponsibleOfficer;
import uk.nhs.hee.tis.gmc.client.model.UnsendableValueException;

/** A recommendation as the front end sends it. */
public record SubmissionRequest(
    String gmcId,
    String doctorSurname,
    String designatedBodyCode,
    String roGmcId,
    String roSurname,
    String roPhone,
    RecommendationType type,
    DeferralReason deferralReason,
    DeferralSubreason deferralSubreason,
    LocalDate deferralDate,
    String admin,
    String adminEmail) {

  /** Throws an {@link UnsendableValueException} that names what is missing, without its value. */
  Recommendation toRecommendation() {
    Recommendation.Builder builder =
        Recommendation.builder()
            .gmcNumber(gmcId)
            .surname(doctorSurname)
            .designatedBodyCode(designatedBodyCode)
            .responsibleOfficer(
                ResponsibleOfficer.builder()
                    .gmcNumber(roGmcId)
                    .surname(roSurname)
                    .phoneNumber(roPhone)
                    .build())
            .internalUser(admin)
            .internalUserEmail(adminEmail);
    if (type == RecommendationType.REVALIDATE) {
      builder.revalidate();
    } else if (type == RecommendationType.NON_ENGAGEMENT) {
      builder.nonEngagement();
    } else if (type == RecommendationType.DEFER) {
      builder.defer(deferralReason, deferralDate);
      if (deferralSubreason != null) {
        builder.subreason(deferralSubreason);
      }
    }
    return builder.build();
  }

  /** Shows nothing: every component is a person's or about one. */
  @Override
  public String toString() {
    return "SubmissionRequest[***]";
  }
}
