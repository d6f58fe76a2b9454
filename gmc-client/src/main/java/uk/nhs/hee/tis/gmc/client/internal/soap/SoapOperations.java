package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * The six operations, each with the names and the order that the GMC's service description gives
 * its fields. Three names mean a doctor's number, both ID and Id occur, and reason and request id
 * are swapped between adding and removing: all of it as in the contract.
 */
public final class SoapOperations {
  private static final RequestType<String> DESIGNATED_BODY =
      new RequestType<>(
          SoapOperations::checkDesignatedBody,
          code -> code,
          code -> Optional.empty(),
          code -> Optional.empty());

  private static final RequestType<Recommendation> RECOMMENDATION =
      RequestType.ofValues(
          "recommendation",
          Recommendation::designatedBodyCode,
          Recommendation::gmcNumber,
          Recommendation::internalUser);

  /** GetDoctorsForDB, its rows held until the list is complete. */
  public static final SoapOperation<String, DoctorsForDb> GET_DOCTORS_FOR_DB =
      new SoapOperation<>(
          GmcOperation.GET_DOCTORS_FOR_DB,
          DESIGNATED_BODY,
          SoapOperations::listFields,
          Set.of(),
          HeldList::new);

  /** CheckRecommendationStatus. */
  public static final SoapOperation<StatusQuery, RecommendationStatus> CHECK_RECOMMENDATION_STATUS =
      SoapOperation.of(
          GmcOperation.CHECK_RECOMMENDATION_STATUS,
          RequestType.ofValues(
              "query",
              StatusQuery::designatedBodyCode,
              StatusQuery::gmcNumber,
              StatusQuery::internalUser),
          SoapOperations::statusFields,
          Set.of("Status"),
          TypedAnswers::status);

  /** TryRecommendation, which cannot carry a sub-reason. */
  public static final SoapOperation<Recommendation, RecommendationReceipt> TRY_RECOMMENDATION =
      SoapOperation.of(
          GmcOperation.TRY_RECOMMENDATION,
          RECOMMENDATION,
          SoapOperations::firstVersionFields,
          Set.of("RecommendationID"),
          TypedAnswers::recommendation);

  /** TryRecommendationV2, which requires a sub-reason with insufficient evidence. */
  public static final SoapOperation<Recommendation, RecommendationReceipt> TRY_RECOMMENDATION_V2 =
      SoapOperation.of(
          GmcOperation.TRY_RECOMMENDATION_V2,
          RECOMMENDATION,
          SoapOperations::secondVersionFields,
          Set.of("RecommendationID"),
          TypedAnswers::recommendation);

  /** TryAddDoctor. */
  public static final SoapOperation<AddDoctor, ConnectionReceipt> TRY_ADD_DOCTOR =
      SoapOperation.of(
          GmcOperation.TRY_ADD_DOCTOR,
          RequestType.ofValues(
              "request",
              AddDoctor::designatedBodyCode,
              AddDoctor::gmcNumber,
              AddDoctor::internalUser),
          SoapOperations::addFields,
          Set.of("SubmissionDate"),
          TypedAnswers::connection);

  /** TryRemoveDoctor. */
  public static final SoapOperation<RemoveDoctor, ConnectionReceipt> TRY_REMOVE_DOCTOR =
      SoapOperation.of(
          GmcOperation.TRY_REMOVE_DOCTOR,
          RequestType.ofValues(
              "request",
              RemoveDoctor::designatedBodyCode,
              RemoveDoctor::gmcNumber,
              RemoveDoctor::internalUser),
          SoapOperations::removeFields,
          Set.of(),
          TypedAnswers::connection);

  private static final Map<GmcOperation, SoapOperation<?, ?>> ALL =
      Stream.of(
              GET_DOCTORS_FOR_DB,
              CHECK_RECOMMENDATION_STATUS,
              TRY_RECOMMENDATION,
              TRY_RECOMMENDATION_V2,
              TRY_ADD_DOCTOR,
              TRY_REMOVE_DOCTOR)
          .collect(Collectors.toUnmodifiableMap(SoapOperation::operation, one -> one));

  private SoapOperations() {}

  /** GetDoctorsForDB, its rows handed to sinks. */
  public static <R extends @Nullable Object> SoapOperation<String, SinkAnswer<R>> getDoctorsForDb(
      CallerSinks<R> sinks) {
    return GET_DOCTORS_FOR_DB.readBy(code -> new SinkList<>(code, sinks));
  }

  /** Returns the description of this operation. */
  static SoapOperation<?, ?> of(GmcOperation operation) {
    SoapOperation<?, ?> found = ALL.get(operation);
    if (found == null) {
      throw new IllegalArgumentException(operation + " is not described");
    }
    return found;
  }

  private static void checkDesignatedBody(@Nullable String code) {
    if (code == null || code.isBlank()) {
      throw new UnsendableValueException(
          "designatedBodyCode",
          "designatedBodyCode is " + (code == null ? "missing" : "blank"),
          ReturnCode.INVALID_DESIGNATED_BODY);
    }
  }

  private static RequestFields listFields(String designatedBodyCode, CallIds ids) {
    return new RequestFields("request")
        .add("DesignatedBodyCode", "designatedBodyCode", designatedBodyCode)
        .add("ClientRequestID", "clientRequestId", ids.clientRequestId)
        .add("InternalUser", "internalUser", ids.internalUser);
  }

  private static RequestFields statusFields(StatusQuery query, CallIds ids) {
    return new RequestFields("request")
        .add("DesignatedBodyId", "designatedBodyCode", query.designatedBodyCode())
        .add("ClientRequestId", "clientRequestId", ids.clientRequestId)
        .add("InternalUserId", "internalUser", ids.internalUser)
        .add("GMCReferenceNumber", "gmcNumber", query.gmcNumber())
        .add("RecommendationId", "recommendationId", query.recommendationId());
  }

  private static RequestFields firstVersionFields(Recommendation recommendation, CallIds ids) {
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
    return recommendationFields(recommendation, ids);
  }

  private static RequestFields secondVersionFields(Recommendation recommendation, CallIds ids) {
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
    return recommendationFields(recommendation, ids)
        .add("RoRecommendationSubreason", "deferralSubreason", subreason);
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

  private static RequestFields addFields(AddDoctor request, CallIds ids) {
    return new RequestFields("RecReq")
        .add("DoctorUID", "gmcNumber", request.gmcNumber())
        .add("DesignatedBodyCode", "designatedBodyCode", request.designatedBodyCode())
        .add("ClientRequestID", "clientRequestId", ids.clientRequestId)
        .add("ChangeReason", "reason", request.reason().code())
        .add("InternalUser", "internalUser", ids.internalUser);
  }

  private static RequestFields removeFields(RemoveDoctor request, CallIds ids) {
    return new RequestFields("RecReq")
        .add("DoctorUID", "gmcNumber", request.gmcNumber())
        .add("DesignatedBodyCode", "designatedBodyCode", request.designatedBodyCode())
        .add("ChangeReason", "reason", request.reason().code())
        .add("ClientRequestID", "clientRequestId", ids.clientRequestId)
        .add("InternalUser", "internalUser", ids.internalUser);
  }
}
