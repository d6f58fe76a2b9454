package uk.nhs.hee.tis.gmc.testkit;

import uk.nhs.hee.tis.gmc.client.model.DeferralReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralSubreason;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationType;
import uk.nhs.hee.tis.gmc.client.model.ResponsibleOfficer;
import uk.nhs.hee.tis.gmc.testkit.internal.GmcDates;

/** Turns a recommendation off the wire, of either version, back into the client's own type. */
final class WireRecommendation {
  private WireRecommendation() {}

  static Recommendation read(WireRequest wire) {
    Recommendation.Builder builder =
        Recommendation.builder()
            .gmcNumber(wire.text("DoctorUID"))
            .surname(wire.text("DoctorSurname"))
            .designatedBodyCode(wire.text("RoDesignatedBodyCode"))
            .responsibleOfficer(
                ResponsibleOfficer.builder()
                    .gmcNumber(wire.text("RoUID"))
                    .surname(wire.text("RoSurname"))
                    .phoneNumber(wire.optional("RoPhoneNumber").orElse(null))
                    .build())
            .internalUser(wire.text("InternalUser"))
            .internalUserEmail(wire.text("InternalUserEmailAddress"));
    switch (wire.coded(RecommendationType.values(), RecommendationType::code, "RoRecommendation")) {
      case REVALIDATE:
        return builder.revalidate().build();
      case NON_ENGAGEMENT:
        return builder.nonEngagement().build();
      default:
        return deferral(wire, builder).build();
    }
  }

  private static Recommendation.Builder deferral(WireRequest wire, Recommendation.Builder builder) {
    builder.defer(
        wire.coded(DeferralReason.values(), DeferralReason::code, "RoRecommendationReason"),
        GmcDates.parse(wire.text("RequestedDeferralDate"))
            .orElseThrow(
                () -> new IllegalArgumentException("RequestedDeferralDate is not a date")));
    return wire.optional("RoRecommendationSubreason").isEmpty()
        ? builder
        : builder.subreason(
            wire.coded(
                DeferralSubreason.values(), DeferralSubreason::code, "RoRecommendationSubreason"));
  }
}
