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
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;
import uk.nhs.hee.tis.gmc.client.model.UnsendableValueException;

/**
 * The six requests, each with the names and the order that the GMC's service description gives its
 * fields. Three names mean a doctor's number, both ID and Id occur, and reason and request id are
 * swapped between adding and removing: all of it as in the contract.
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
        .add("DesignatedBodyCode", "designatedBodyCode", designatedBodyCode)
        .add("ClientRequestID", "clientRequestId", ids.clientRequestId)
        .add("InternalUser", "internalUser", ids.internalUser);
  }

  /** CheckRecommendationStatus. */
  public static SoapCall<RecommendationStatus> checkRecommendationStatus(
      StatusQuery query, CallIds ids) {
    return new SoapCall<>(
        GmcOperation.CHECK_RECOMMENDATION_STATUS,
        new RequestFields("request")
            .add("DesignatedBodyId", "designatedBodyCode", query.designatedBodyCode())
            .add("ClientRequestId", "clientRequestId", ids.clientRequestId)
            .add("InternalUserId", "internalUser", ids.internalUser)
            .add("GMCReferenceNumber", "gmcNumber", query.gmcNumber())
            .add("RecommendationId", "recommendationId", query.recommendationId()),
        ids,
        TypedAnswers::status);
  }

  /**
   * TryRecommendation.
   *
   * @throws UnsendableValueException if the recommendation has a sub-reason
   */
  public static SoapCall<RecommendationReceipt> tryRecommendation(
      Recommendation recommendation, CallIds ids) {
    recommendation
        .deferralSubreason()
        .ifPresent(
            subreason -> {
              throw new UnsendableValueException(
                  "deferralSubreason",
                  "TryRecommendation has no sub-reason, but deferralSubreason is "
                      + subreason
                      + ": use tryRecommendationV2",
                  null);
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
   * @throws UnsendableValueException if it defers for insufficient evidence without a sub-reason
   */
  public static SoapCall<RecommendationReceipt> tryRecommendationV2(
      Recommendation recommendation, CallIds ids) {
    boolean insufficientEvidence =
        recommendation
            .deferralReason()
            .filter(DeferralReason.INSUFFICIENT_EVIDENCE::equals)
            .isPresent();
    if (insufficientEvidence && recommendation.deferralSubreason().isEmpty()) {
      throw new UnsendableValueException(
          "deferralSubreason",
          "deferralSubreason is missing: TryRecommendationV2 requires one with deferralReason"
              + " INSUFFICIENT_EVIDENCE",
          ReturnCode.MISSING_SUBREASON);
    }
    String subreason =
        recommendation
            .deferralSubreason()
            .map(DeferralSubreason::code)
            .orElse(emptyUnlessDeferral(recommendation));
    return new SoapCall<>(
        GmcOperation.TRY_RECOMMENDATION_V2,
        recommendationFields(recommendation, ids)
            .add("RoRecommendationSubreason", "deferralSubreason", subreason),
        ids,
        TypedAnswers::recommendation);
  }

  private static RequestFields recommendationFields(Recommendation from, CallIds ids) {
    ResponsibleOfficer officer = from.responsibleOfficer();
    return new RequestFields("RecReq")
        .add("DoctorSurname", "surname", from.surname())
        .add("DoctorUID", "gmcNumber", from.gmcNumber())
        .add("RoSurname", "responsibleOfficer.surname", officer.surname())
        .add("RoUID", "responsibleOfficer.gmcNumber", officer.gmcNumber())
        .add("RoDesignatedBodyCode", "designatedBodyCode", from.designatedBodyCode())
        .add("RoPhoneNumber", "responsibleOfficer.phoneNumber", officer.phoneNumber().orElse(null))
        .add("RoRecommendation", "type", from.type().code())
        .add(
            "RoRecommendationReason",
            "deferralReason",
            from.deferralReason().map(DeferralReason::code).orElse(emptyUnlessDeferral(from)))
        .add("RequestedDeferralDate", "deferralDate", date(from.deferralDate().orElse(null)))
        .add("ClientRequestID", "clientRequestId", ids.clientRequestId)
        .add("InternalUser", "internalUser", ids.internalUser)
        .add("InternalUserEmailAddress", "internalUserEmail", from.internalUserEmail());
  }

  /**
   * Without a deferral, today's callers send reason and sub-reason as empty elements, which the GMC
   * has accepted for years; nobody has tried to omit them.
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
            .add("DoctorUID", "gmcNumber", request.gmcNumber())
            .add("DesignatedBodyCode", "designatedBodyCode", request.designatedBodyCode())
            .add("ClientRequestID", "clientRequestId", ids.clientRequestId)
            .add("ChangeReason", "reason", request.reason().code())
            .add("InternalUser", "internalUser", ids.internalUser),
        ids,
        TypedAnswers::connection);
  }

  /** TryRemoveDoctor. */
  public static SoapCall<ConnectionReceipt> tryRemoveDoctor(RemoveDoctor request, CallIds ids) {
    return new SoapCall<>(
        GmcOperation.TRY_REMOVE_DOCTOR,
        new RequestFields("RecReq")
            .add("DoctorUID", "gmcNumber", request.gmcNumber())
            .add("DesignatedBodyCode", "designatedBodyCode", request.designatedBodyCode())
            .add("ChangeReason", "reason", request.reason().code())
            .add("ClientRequestID", "clientRequestId", ids.clientRequestId)
            .add("InternalUser", "internalUser", ids.internalUser),
        ids,
        TypedAnswers::connection);
  }
}
