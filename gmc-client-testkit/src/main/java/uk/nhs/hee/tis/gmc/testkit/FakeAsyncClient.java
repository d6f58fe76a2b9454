package uk.nhs.hee.tis.gmc.testkit;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import uk.nhs.hee.tis.gmc.client.CallOptions;
import uk.nhs.hee.tis.gmc.client.GmcAsyncClient;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationReceipt;
import uk.nhs.hee.tis.gmc.client.model.RecommendationStatus;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;

/** The calls of a fake as futures, complete at once; only the GMC's failures end in them. */
final class FakeAsyncClient implements GmcAsyncClient {
  private final FakeCalls calls;

  FakeAsyncClient(FakeCalls calls) {
    this.calls = calls;
  }

  private static <A> CompletableFuture<A> future(Supplier<A> call) {
    try {
      return CompletableFuture.completedFuture(call.get());
    } catch (GmcException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public CompletableFuture<DoctorsForDb> getDoctorsForDb(
      String designatedBodyCode, CallOptions options) {
    return future(() -> calls.getDoctorsForDb(designatedBodyCode, options));
  }

  @Override
  public CompletableFuture<RecommendationStatus> checkRecommendationStatus(
      StatusQuery query, CallOptions options) {
    return future(() -> calls.checkRecommendationStatus(query, options));
  }

  @Override
  public CompletableFuture<RecommendationReceipt> tryRecommendation(
      Recommendation recommendation, CallOptions options) {
    return future(() -> calls.tryRecommendation(recommendation, options));
  }

  @Override
  public CompletableFuture<RecommendationReceipt> tryRecommendationV2(
      Recommendation recommendation, CallOptions options) {
    return future(() -> calls.tryRecommendationV2(recommendation, options));
  }

  @Override
  public CompletableFuture<ConnectionReceipt> tryAddDoctor(AddDoctor request, CallOptions options) {
    return future(() -> calls.tryAddDoctor(request, options));
  }

  @Override
  public CompletableFuture<ConnectionReceipt> tryRemoveDoctor(
      RemoveDoctor request, CallOptions options) {
    return future(() -> calls.tryRemoveDoctor(request, options));
  }
}
