package uk.nhs.hee.tis.gmc.client;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.internal.call.CallPipeline;
import uk.nhs.hee.tis.gmc.client.internal.call.OperationsClient;
import uk.nhs.hee.tis.gmc.client.internal.soap.CallerSinks;
import uk.nhs.hee.tis.gmc.client.internal.soap.SinkAnswer;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapOperations;

/** The client that sends: its calls are those of a pipeline, which reads lists row by row. */
final class PipelineClient extends OperationsClient {
  private final CallPipeline pipeline;
  private final URI endpoint;
  private final ClientIdentity identity;
  private final GmcAsyncClient async;
  private final GmcBulk bulk;

  PipelineClient(
      CallPipeline pipeline, URI endpoint, ClientIdentity identity, int bulkConcurrency) {
    super(pipeline);
    this.pipeline = pipeline;
    this.endpoint = endpoint;
    this.identity = identity;
    this.async = new PipelineAsyncClient(pipeline);
    this.bulk = new AsyncBulk(async, bulkConcurrency, CallOptions.defaults());
  }

  @Override
  public <R extends @Nullable Object> R getDoctorsForDb(
      String designatedBodyCode, Supplier<? extends DoctorSink<R>> sinks, CallOptions options) {
    CallerSinks<R> given = new CallerSinks<>(Rules.given("sinks", sinks));
    return pipeline
        .call(SoapOperations.getDoctorsForDb(given), designatedBodyCode, options)
        .value();
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

  private static final class PipelineAsyncClient extends OperationsClient.Async {
    private final CallPipeline pipeline;

    PipelineAsyncClient(CallPipeline pipeline) {
      super(pipeline);
      this.pipeline = pipeline;
    }

    @Override
    public <R extends @Nullable Object> CompletableFuture<R> getDoctorsForDb(
        String designatedBodyCode, Supplier<? extends DoctorSink<R>> sinks, CallOptions options) {
      CallerSinks<R> given = new CallerSinks<>(Rules.given("sinks", sinks));
      return pipeline.start(
          SoapOperations.getDoctorsForDb(given), designatedBodyCode, options, SinkAnswer::value);
    }
  }
}
