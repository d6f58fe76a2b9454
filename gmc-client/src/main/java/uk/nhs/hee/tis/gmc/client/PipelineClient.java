package uk.nhs.hee.tis.gmc.client;

import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.internal.call.CallPipeline;
import uk.nhs.hee.tis.gmc.client.internal.soap.CallerSinks;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationReceipt;
import uk.nhs.hee.tis.gmc.client.model.RecommendationStatus;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;

/** The client that sends: hands each operation to the pipeline. */
final class PipelineClient implements GmcClient {
  private final CallPipeline pipeline;
  private final URI endpoint;
  private final ClientIdentity identity;
  private final GmcAsyncClient async;
  private final GmcBulk bulk;

  PipelineClient(
      CallPipeline pipeline, URI endpoint, ClientIdentity identity, int bulkConcurrency) {
    this.pipeline = pipeline;
    this.endpoint = endpoint;
    this.identity = identity;
    this.async = new PipelineAsyncClient(pipeline);
    this.bulk = new AsyncBulk(async, bulkConcurrency, CallOptions.defaults());
  }

  @Override
  public DoctorsForDb getDoctorsForDb(String designatedBodyCode, CallOptions options) {
    return pipeline.call(CallRequests.getDoctorsForDb(designatedBodyCode, options));
  }

  @Override
  public <R extends @Nullable Object> R getDoctorsForDb(
      String designatedBodyCode, Supplier<? extends DoctorSink<R>> sinks, CallOptions options) {
    CallerSinks<R> given = new CallerSinks<>(Rules.given("sinks", sinks));
    return pipeline.call(CallRequests.getDoctorsForDb(designatedBodyCode, given, options)).value();
  }

  @Override
  public RecommendationStatus checkRecommendationStatus(StatusQuery query, CallOptions options) {
    return pipeline.call(CallRequests.checkRecommendationStatus(query, options));
  }

  @Override
  public RecommendationReceipt tryRecommendation(
      Recommendation recommendation, CallOptions options) {
    return pipeline.call(CallRequests.tryRecommendation(recommendation, options));
  }

  @Override
  public RecommendationReceipt tryRecommendationV2(
      Recommendation recommendation, CallOptions options) {
    return pipeline.call(CallRequests.tryRecommendationV2(recommendation, options));
  }

  @Override
  public ConnectionReceipt tryAddDoctor(AddDoctor request, CallOptions options) {
    return pipeline.call(CallRequests.tryAddDoctor(request, options));
  }

  @Override
  public ConnectionReceipt tryRemoveDoctor(RemoveDoctor request, CallOptions options) {
    return pipeline.call(CallRequests.tryRemoveDoctor(request, options));
  }

  @Override
  public GmcBulk bulk() {
    return bulk;
  }

  @Override
  public GmcAsyncClient async() {
    return async;
  }

  @Override
  public GmcAvailability availability() {
    return pipeline.availability();
  }

  @Override
  public ClientIdentity identity() {
    return identity;
  }

  @Override
  public void close() {
    pipeline.close();
  }

  /** {@return the endpoint, without its query, and the identity} */
  @Override
  public String toString() {
    return "GmcClient[endpoint=" + EndpointRules.shown(endpoint) + ", identity=" + identity + "]";
  }
}
