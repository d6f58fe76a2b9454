package uk.nhs.hee.tis.gmc.testkit;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import uk.nhs.hee.tis.gmc.client.model.DeferralReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralSubreason;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationType;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.internal.GmcDates;

/** The rules of a recommendation's fields, and its making from fields that obey them. */
final class RecommendationRules {
  private final Map<String, String> fields;
  private final boolean knowsSubreason;
  private final Optional<RecommendationType> type;
  private final Optional<DeferralReason> reason;
  private final Optional<DeferralSubreason> subreason;

  RecommendationRules(GmcOperation operation, Map<String, String> fields) {
    this.fields = fields;
    this.knowsSubreason = operation == GmcOperation.TRY_RECOMMENDATION_V2;
    this.type = coded(RecommendationType.values(), RecommendationType::code, "RoRecommendation");
    this.reason = coded(DeferralReason.values(), DeferralReason::code, "RoRecommendationReason");
    this.subreason =
        coded(DeferralSubreason.values(), DeferralSubreason::code, "RoRecommendationSubreason");
  }

  private <T> Optional<T> coded(T[] values, Function<T, String> code, String field) {
    return Arrays.stream(values).filter(v -> code.apply(v).equals(text(field))).findFirst();
  }

  private String text(String field) {
    return fields.getOrDefault(field, "");
  }

  private boolean isBlank(String field) {
    return text(field).isBlank();
  }

  ReturnCode check() {
    if (isBlank("DoctorSurname")) {
      return ReturnCode.MISSING_DOCTOR_SURNAME;
    }
    if (!DoctorRow.isGmcNumber(text("RoUID"))) {
      return ReturnCode.INVALID_RESPONSIBLE_OFFICER_GMC_NUMBER;
    }
    if (isBlank("RoSurname")) {
      return ReturnCode.MISSING_RESPONSIBLE_OFFICER_SURNAME;
    }
    if (isBlank("InternalUserEmailAddress")) {
      return ReturnCode.MISSING_INTERNAL_USER_EMAIL;
    }
    if (type.isEmpty()) {
      return ReturnCode.INVALID_RECOMMENDATION;
    }
    return type.get() == RecommendationType.DEFER ? checkDeferral() : checkNoDeferral();
  }

  private ReturnCode checkDeferral() {
    if (reason.isEmpty()) {
      return ReturnCode.INVALID_RECOMMENDATION_REASON;
    }
    if (GmcDates.parse(text("RequestedDeferralDate")).isEmpty()) {
      return ReturnCode.INVALID_DEFERRAL_DATE;
    }
    if (reason.get() == DeferralReason.ONGOING_PROCESS) {
      return isBlank("RoRecommendationSubreason")
          ? ReturnCode.SUCCESS
          : ReturnCode.INVALID_RECOMMENDATION_SUBREASON;
    }
    if (knowsSubreason && isBlank("RoRecommendationSubreason")) {
      return ReturnCode.MISSING_SUBREASON;
    }
    return knowsSubreason && subreason.isEmpty()
        ? ReturnCode.INVALID_RECOMMENDATION_SUBREASON
        : ReturnCode.SUCCESS;
  }

  private ReturnCode checkNoDeferral() {
    if (!isBlank("RoRecommendationReason")) {
      return ReturnCode.INVALID_RECOMMENDATION_REASON;
    }
    if (!isBlank("RequestedDeferralDate")) {
      return ReturnCode.INVALID_DEFERRAL_DATE;
    }
    return isBlank("RoRecommendationSubreason")
        ? ReturnCode.SUCCESS
        : ReturnCode.INVALID_RECOMMENDATION_SUBREASON;
  }

  /** Makes the recommendation; only after {@link #check()} found nothing. */
  RegisteredRecommendation recommendation(String id) {
    return new RegisteredRecommendation(
        id,
        text("DoctorUID"),
        text("RoDesignatedBodyCode"),
        type.orElseThrow(),
        reason.orElse(null),
        subreason.orElse(null),
        GmcDates.parse(text("RequestedDeferralDate")).orElse(null),
        RegisteredRecommendation.UNDER_REVIEW);
  }
}
