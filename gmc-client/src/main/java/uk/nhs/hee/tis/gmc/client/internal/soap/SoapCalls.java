package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.DeferralReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralSubreason;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationReceipt;
import uk.nhs.hee.tis.gmc.client.model.RecommendationStatus;
import uk.nhs.hee.tis.gmc.client.model.RecommendationType;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.ResponsibleOfficer;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;

/**
 * The six requests, each with the names and the order that the GMC's service description gives its
 * fields. Three names mean a doctor's number, ID and Id are both there, and reason and request id
 * change places between adding and removing: all of it as the contract has it.
 */
public final class SoapCalls {
  private SoapCalls() {}

  /** GetDoctorsForDB. */
  public static SoapCall<DoctorsForDb> getDoctorsForDb(String designatedBodyCode, CallIds ids) {
    return new SoapCall<>(
        GmcOperation.GET_DOCTORS_FOR_DB,
        listFields(designatedBodyCode, ids),
        ids,
        () -> new HeldList(designatedBodyCode));
  }

  /** GetDoctorsForDB, its rows handed to sinks. */
  public static <R extends @Nullable Object> SoapCall<SinkAnswer<R>> getDoctorsForDb(
      String designatedBodyCode, CallerSinks<R> sinks, CallIds ids) {
    return new SoapCall<>(
        GmcOperation.GET_DOCTORS_FOR_DB,
        listFields(designatedBodyCode, ids),
        ids,
        () -> new SinkList<>(designatedBodyCode, sinks));
  }

  private static RequestFields listFields(String designatedBodyCode, CallIds ids) {
    return new RequestFields("request")
        .add("DesignatedBodyCode", designatedBodyCode)
        .add("ClientRequestID", ids.clientRequestId)
        .add("InternalUser", ids.internalUser);
  }

  /** CheckRecommendationStatus. */
  public static SoapCall<RecommendationStatus> checkRecommendationStatus(
      StatusQuery query, CallIds ids) {
    return new SoapCall<>(
        GmcOperation.CHECK_RECOMMENDATION_STATUS,
        new RequestFields("request")
            .add("DesignatedBodyId", query.designatedBodyCode())
            .add("ClientRequestId", ids.clientRequestId)
            .add("InternalUserId", ids.internalUser)
            .add("GMCReferenceNumber", query.gmcNumber())
            .add("RecommendationId", query.recommendationId()),
        ids,
        TypedAnswers::status);
  }

  /**
   * TryRecommendation.
   *
   * @throws IllegalArgumentException if the recommendation has a sub-reason
   */
  public static SoapCall<RecommendationReceipt> tryRecommendation(
      Recommendation recommendation, CallIds ids) {
    recommendation
        .deferralSubreason()
        .ifPresent(
            subreason -> {
              throw new IllegalArgumentException(
                  "TryRecommendation knows no sub-reason, but deferralSubreason is "
                      + subreason
                      + ": use tryRecommendationV2");
            });
    return new SoapCall<>(
        GmcOperation.TRY_RECOMMENDATION,
        recommendationFields(recommendation, ids),
        ids,
        TypedAnswers::recommendation);
  }

  /**
   * TryRecommendationV2.
   *
   * @throws IllegalArgumentException if it defers for insufficient evidence without a sub-reason
   */
  public static SoapCall<RecommendationReceipt> tryRecommendationV2(
      Recommendation recommendation, CallIds ids) {
    boolean insufficientEvidence =
        recommendation
            .deferralReason()
            .filter(DeferralReason.INSUFFICIENT_EVIDENCE::equals)
            .isPresent();
    if (insufficientEvidence && recommendation.deferralSubreason().isEmpty()) {
      throw new IllegalArgumentException(
          "deferralSubreason is missing: TryRecommendationV2 wants one with deferralReason"
              + " INSUFFICIENT_EVIDENCE");
    }
    String subreason =
        recommendation
            .deferralSubreason()
            .map(DeferralSubreason::code)
            .orElse(emptyUnlessDeferral(recommendation));
    return new SoapCall<>(
        GmcOperation.TRY_RECOMMENDATION_V2,
        recommendationFields(recommendation, ids).add("RoRecommendationSubreason", subreason),
        ids,
        TypedAnswers::recommendation);
  }

  private static RequestFields recommendationFields(Recommendation from, CallIds ids) {
    ResponsibleOfficer officer = from.responsibleOfficer();
    return new RequestFields("RecReq")
        .add("DoctorSurname", from.surname())
        .add("DoctorUID", from.gmcNumber())
        .add("RoSurname", officer.surname())
        .add("RoUID", officer.gmcNumber())
        .add("RoDesignatedBodyCode", from.designatedBodyCode())
        .add("RoPhoneNumber", officer.phoneNumber().orElse(null))
        .add("RoRecommendation", from.type().code())
        .add(
            "RoRecommendationReason",
            from.deferralReason().map(DeferralReason::code).orElse(emptyUnlessDeferral(from)))
        .add("RequestedDeferralDate", date(from.deferralDate().orElse(null)))
        .add("ClientRequestID", ids.clientRequestId)
        .add("InternalUser", ids.internalUser)
        .add("InternalUserEmailAddress", from.internalUserEmail());
  }

  /**
   * Without a deferral today's callers send reason and sub-reason as empty elements, and the GMC
   * has accepted those for years; nobody has tried to omit them.
   */
  private static @Nullable String emptyUnlessDeferral(Recommendation recommendation) {
    return recommendation.type() == RecommendationType.DEFER ? null : "";
  }

  private static @Nullable String date(@Nullable LocalDate date) {
    return date == null ? null : WireDates.write(date);
  }

  /** TryAddDoctor. */
  public static SoapCall<ConnectionReceipt> tryAddDoctor(AddDoctor request, CallIds ids) {
    return new SoapCall<>(
        GmcOperation.TRY_ADD_DOCTOR,
        new RequestFields("RecReq")
            .add("DoctorUID", request.gmcNumber())
            .add("DesignatedBodyCode", request.designatedBodyCode())
            .add("ClientRequestID", ids.clientRequestId)
            .add("ChangeReason", request.reason().code())
            .add("InternalUser", ids.internalUser),
        ids,
        TypedAnswers::connection);
  }

  /** TryRemoveDoctor. */
  public static SoapCall<ConnectionReceipt> tryRemoveDoctor(RemoveDoctor request, CallIds ids) {
    return new SoapCall<>(
        GmcOperation.TRY_REMOVE_DOCTOR,
        new RequestFields("RecReq")
            .add("DoctorUID", request.gmcNumber())
            .add("DesignatedBodyCode", request.designatedBodyCode())
            .add("ChangeReason", request.reason().code())
            .add("ClientRequestID", ids.clientRequestId)
            .add("InternalUser", ids.internalUser),
        ids,
        TypedAnswers::connection);
  }
}
