package uk.nhs.hee.tis.gmc.client;

import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.internal.call.CallRequest;
import uk.nhs.hee.tis.gmc.client.internal.soap.CallerSinks;
import uk.nhs.hee.tis.gmc.client.internal.soap.SinkAnswer;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapCalls;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationReceipt;
import uk.nhs.hee.tis.gmc.client.model.RecommendationStatus;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;

/** What both faces of a client, blocking and asynchronous, hand to the pipeline. */
final class CallRequests {
  private CallRequests() {}

  static CallRequest<DoctorsForDb> getDoctorsForDb(String designatedBodyCode, CallOptions options) {
    RequestValues.designatedBodyCode(designatedBodyCode);
    return new CallRequest<>(
        GmcOperation.GET_DOCTORS_FOR_DB,
        designatedBodyCode,
        Rules.given("options", options),
        null,
        null,
        ids -> SoapCalls.getDoctorsForDb(designatedBodyCode, ids));
  }

  static <R extends @Nullable Object> CallRequest<SinkAnswer<R>> getDoctorsForDb(
      String designatedBodyCode, CallerSinks<R> sinks, CallOptions options) {
    RequestValues.designatedBodyCode(designatedBodyCode);
    return new CallRequest<>(
        GmcOperation.GET_DOCTORS_FOR_DB,
        designatedBodyCode,
        Rules.given("options", options),
        null,
        null,
        ids -> SoapCalls.getDoctorsForDb(designatedBodyCode, sinks, ids));
  }

  static CallRequest<RecommendationStatus> checkRecommendationStatus(
      StatusQuery query, CallOptions options) {
    Rules.given("query", query);
    return new CallRequest<>(
        GmcOperation.CHECK_RECOMMENDATION_STATUS,
        query.designatedBodyCode(),
        Rules.given("options", options),
        query.internalUser().orElse(null),
        query.gmcNumber(),
        ids -> SoapCalls.checkRecommendationStatus(query, ids));
  }

  static CallRequest<RecommendationReceipt> tryRecommendation(
      Recommendation recommendation, CallOptions options) {
    Rules.given("recommendation", recommendation);
    return new CallRequest<>(
        GmcOperation.TRY_RECOMMENDATION,
        recommendation.designatedBodyCode(),
        Rules.given("options", options),
        recommendation.internalUser().orElse(null),
        recommendation.gmcNumber(),
        ids -> SoapCalls.tryRecommendation(recommendation, ids));
  }

  static CallRequest<RecommendationReceipt> tryRecommendationV2(
      Recommendation recommendation, CallOptions options) {
    Rules.given("recommendation", recommendation);
    return new CallRequest<>(
        GmcOperation.TRY_RECOMMENDATION_V2,
        recommendation.designatedBodyCode(),
        Rules.given("options", options),
        recommendation.internalUser().orElse(null),
        recommendation.gmcNumber(),
        ids -> SoapCalls.tryRecommendationV2(recommendation, ids));
  }

  static CallRequest<ConnectionReceipt> tryAddDoctor(AddDoctor request, CallOptions options) {
    Rules.given("request", request);
    return new CallRequest<>(
        GmcOperation.TRY_ADD_DOCTOR,
        request.designatedBodyCode(),
        Rules.given("options", options),
        request.internalUser().orElse(null),
        request.gmcNumber(),
        ids -> SoapCalls.tryAddDoctor(request, ids));
  }

  static CallRequest<ConnectionReceipt> tryRemoveDoctor(RemoveDoctor request, CallOptions options) {
    Rules.given("request", request);
    return new CallRequest<>(
        GmcOperation.TRY_REMOVE_DOCTOR,
        request.designatedBodyCode(),
        Rules.given("options", options),
        request.internalUser().orElse(null),
        request.gmcNumber(),
        ids -> SoapCalls.tryRemoveDoctor(request, ids));
  }
}
