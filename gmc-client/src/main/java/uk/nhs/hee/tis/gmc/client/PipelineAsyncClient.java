package uk.nhs.hee.tis.gmc.client;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.internal.call.CallPipeline;
import uk.nhs.hee.tis.gmc.client.internal.soap.CallerSinks;
import uk.nhs.hee.tis.gmc.client.internal.soap.SinkAnswer;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationReceipt;
import uk.nhs.hee.tis.gmc.client.model.RecommendationStatus;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;

/** The asynchronous face of the client that sends. */
final class PipelineAsyncClient implements GmcAsyncClient {
  private final CallPipeline pipeline;

  PipelineAsyncClient(CallPipeline pipeline) {
    this.pipeline = pipeline;
  }

  @Override
  public CompletableFuture<DoctorsForDb> getDoctorsForDb(
      String designatedBodyCode, CallOptions options) {
    return pipeline.start(CallRequests.getDoctorsForDb(designatedBodyCode, options));
  }

  @Override
  public <R extends @Nullable Object> CompletableFuture<R> getDoctorsForDb(
      String designatedBodyCode, Supplier<? extends DoctorSink<R>> sinks, CallOptions options) {
    CallerSinks<R> given = new CallerSinks<>(Rules.given("sinks", sinks));
    return pipeline.start(
        CallRequests.getDoctorsForDb(designatedBodyCode, given, options), SinkAnswer::value);
  }

  @Override
  public CompletableFuture<RecommendationStatus> checkRecommendationStatus(
      StatusQuery query, CallOptions options) {
    return pipeline.start(CallRequests.checkRecommendationStatus(query, options));
  }

  @Override
  public CompletableFuture<RecommendationReceipt> tryRecommendation(
      Recommendation recommendation, CallOptions options) {
    return pipeline.start(CallRequests.tryRecommendation(recommendation, options));
  }

  @Override
  public CompletableFuture<RecommendationReceipt> tryRecommendationV2(
      Recommendation recommendation, CallOptions options) {
    return pipeline.start(CallRequests.tryRecommendationV2(recommendation, options));
  }

  @Override
  public CompletableFuture<ConnectionReceipt> tryAddDoctor(AddDoctor request, CallOptions options) {
    return pipeline.start(CallRequests.tryAddDoctor(request, options));
  }

  @Override
  public CompletableFuture<ConnectionReceipt> tryRemoveDoctor(
      RemoveDoctor request, CallOptions options) {
    return pipeline.start(CallRequests.tryRemoveDoctor(request, options));
  }
}
