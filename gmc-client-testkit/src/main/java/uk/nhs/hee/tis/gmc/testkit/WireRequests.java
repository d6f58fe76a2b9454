package uk.nhs.hee.tis.gmc.testkit;

import java.util.Arrays;
import java.util.function.Function;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.AddReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralSubreason;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationType;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.RemoveReason;
import uk.nhs.hee.tis.gmc.client.model.ResponsibleOfficer;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;
import uk.nhs.hee.tis.gmc.testkit.internal.GmcDates;

/**
 * Turns a request off the wire back into what the client was called with. What no client would send
 * is an IllegalArgumentException that shows no value.
 */
final class WireRequests {
  private final ReceivedRequest wire;

  private WireRequests(ReceivedRequest wire) {
    this.wire = wire;
  }

  static ReceivedCall call(ReceivedRequest wire, GmcOperation operation) {
    WireRequests request = new WireRequests(wire);
    return new ReceivedCall(
        operation,
        wire.clientRequestId().orElse(null),
        () -> request.typed(operation),
        wire::header);
  }

  private Object typed(GmcOperation operation) {
    switch (operation) {
      case GET_DOCTORS_FOR_DB:
        return text("DesignatedBodyCode");
      case CHECK_RECOMMENDATION_STATUS:
        return statusQuery();
      case TRY_ADD_DOCTOR:
        return addDoctor();
      case TRY_REMOVE_DOCTOR:
        return removeDoctor();
      default:
        return recommendation();
    }
  }

  private String text(String field) {
    return wire.field(field).orElse("");
  }

  private <T> T coded(T[] values, Function<T, String> code, String field) {
    return Arrays.stream(values)
        .filter(value -> code.apply(value).equals(text(field)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(field + " is not a known code"));
  }

  private StatusQuery statusQuery() {
    return StatusQuery.builder()
        .gmcNumber(text("GMCReferenceNumber"))
        .designatedBodyCode(text("DesignatedBodyId"))
        .recommendationId(text("RecommendationId"))
        .internalUser(text("InternalUserId"))
        .build();
  }

  private AddDoctor addDoctor() {
    return AddDoctor.builder()
        .gmcNumber(text("DoctorUID"))
        .designatedBodyCode(text("DesignatedBodyCode"))
        .reason(coded(AddReason.values(), AddReason::code, "ChangeReason"))
        .internalUser(text("InternalUser"))
        .build();
  }

  private RemoveDoctor removeDoctor() {
    return RemoveDoctor.builder()
        .gmcNumber(text("DoctorUID"))
        .designatedBodyCode(text("DesignatedBodyCode"))
        .reason(coded(RemoveReason.values(), RemoveReason::code, "ChangeReason"))
        .internalUser(text("InternalUser"))
        .build();
  }

  private Recommendation recommendation() {
    Recommendation.Builder builder =
        Recommendation.builder()
            .gmcNumber(text("DoctorUID"))
            .surname(text("DoctorSurname"))
            .designatedBodyCode(text("RoDesignatedBodyCode"))
            .responsibleOfficer(
                ResponsibleOfficer.builder()
                    .gmcNumber(text("RoUID"))
                    .surname(text("RoSurname"))
                    .phoneNumber(wire.field("RoPhoneNumber").filter(t -> !t.isEmpty()).orElse(null))
                    .build())
            .internalUser(text("InternalUser"))
            .internalUserEmail(text("InternalUserEmailAddress"));
    switch (coded(RecommendationType.values(), RecommendationType::code, "RoRecommendation")) {
      case REVALIDATE:
        return builder.revalidate().build();
      case NON_ENGAGEMENT:
        return builder.nonEngagement().build();
      default:
        return deferral(builder).build();
    }
  }

  private Recommendation.Builder deferral(Recommendation.Builder builder) {
    builder.defer(
        coded(DeferralReason.values(), DeferralReason::code, "RoRecommendationReason"),
        GmcDates.parse(text("RequestedDeferralDate"))
            .orElseThrow(
                () -> new IllegalArgumentException("RequestedDeferralDate is not a date")));
    return text("RoRecommendationSubreason").isEmpty()
        ? builder
        : builder.subreason(
            coded(
                DeferralSubreason.values(), DeferralSubreason::code, "RoRecommendationSubreason"));
  }
}
