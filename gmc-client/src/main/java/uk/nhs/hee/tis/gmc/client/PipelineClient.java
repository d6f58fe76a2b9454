package uk.nhs.hee.tis.gmc.client;

import java.util.Optional;
import uk.nhs.hee.tis.gmc.client.internal.call.CallPipeline;
import uk.nhs.hee.tis.gmc.client.internal.call.CallSettings;
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

/** The client that sends: hands each operation to the pipeline. */
final class PipelineClient implements GmcClient {
  private final CallPipeline pipeline;
  private final ClientIdentity identity;
  private volatile boolean closed;

  PipelineClient(CallSettings settings, ClientIdentity identity) {
    this.pipeline = new CallPipeline(settings);
    this.identity = identity;
  }

  @Override
  public DoctorsForDb getDoctorsForDb(String designatedBodyCode, CallOptions options) {
    Rules.notBlank("designatedBodyCode", designatedBodyCode);
    return open()
        .call(
            GmcOperation.GET_DOCTORS_FOR_DB,
            Rules.given("options", options),
            Optional.empty(),
            ids -> SoapCalls.getDoctorsForDb(designatedBodyCode, ids));
  }

  @Override
  public RecommendationStatus checkRecommendationStatus(StatusQuery query, CallOptions options) {
    Rules.given("query", query);
    return open()
        .call(
            GmcOperation.CHECK_RECOMMENDATION_STATUS,
            Rules.given("options", options),
            query.internalUser(),
            ids -> SoapCalls.checkRecommendationStatus(query, ids));
  }

  @Override
  public RecommendationReceipt tryRecommendation(
      Recommendation recommendation, CallOptions options) {
    Rules.given("recommendation", recommendation);
    return open()
        .call(
            GmcOperation.TRY_RECOMMENDATION,
            Rules.given("options", options),
            recommendation.internalUser(),
            ids -> SoapCalls.tryRecommendation(recommendation, ids));
  }

  @Override
  public RecommendationReceipt tryRecommendationV2(
      Recommendation recommendation, CallOptions options) {
    Rules.given("recommendation", recommendation);
    return open()
        .call(
            GmcOperation.TRY_RECOMMENDATION_V2,
            Rules.given("options", options),
            recommendation.internalUser(),
            ids -> SoapCalls.tryRecommendationV2(recommendation, ids));
  }

  @Override
  public ConnectionReceipt tryAddDoctor(AddDoctor request, CallOptions options) {
    Rules.given("request", request);
    return open()
        .call(
            GmcOperation.TRY_ADD_DOCTOR,
            Rules.given("options", options),
            request.internalUser(),
            ids -> SoapCalls.tryAddDoctor(request, ids));
  }

  @Override
  public ConnectionReceipt tryRemoveDoctor(RemoveDoctor request, CallOptions options) {
    Rules.given("request", request);
    return open()
        .call(
            GmcOperation.TRY_REMOVE_DOCTOR,
            Rules.given("options", options),
            request.internalUser(),
            ids -> SoapCalls.tryRemoveDoctor(request, ids));
  }

  @Override
  public ClientIdentity identity() {
    return identity;
  }

  @Override
  public void close() {
    closed = true;
  }

  private CallPipeline open() {
    if (closed) {
      throw new IllegalStateException("the client is closed");
    }
    return pipeline;
  }
}
