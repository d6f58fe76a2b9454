package uk.nhs.hee.tis.gmc.client;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationReceipt;
import uk.nhs.hee.tis.gmc.client.model.RecommendationStatus;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;

/**
 * The six operations of {@link GmcClient} as futures. No thread is blocked while a call waits.
 *
 * <p>A future ends in the answer or in the {@link uk.nhs.hee.tis.gmc.client.error.GmcException}
 * that the blocking method would throw. Cancelling it ends the call: its exchange is broken off and
 * nothing is repeated; a write may have run by then. What depends on a future runs on the client's
 * executor, so it should not block. Thread-safe.
 *
 * <p>Each method throws an {@link IllegalArgumentException} at once if a value cannot be sent, and
 * an {@link IllegalStateException} if the client is closed.
 */
public interface GmcAsyncClient {

  /**
   * Reads every doctor connected to a designated body; see {@link
   * GmcClient#getDoctorsForDb(String)}.
   */
  default CompletableFuture<DoctorsForDb> getDoctorsForDb(String designatedBodyCode) {
    return getDoctorsForDb(designatedBodyCode, CallOptions.defaults());
  }

  /** Reads every doctor connected to a designated body, with options for this call. */
  CompletableFuture<DoctorsForDb> getDoctorsForDb(String designatedBodyCode, CallOptions options);

  /**
   * Reads every doctor connected to a designated body and hands them over one by one; see {@link
   * GmcClient#getDoctorsForDb(String, Supplier)}. Sinks are used on the client's executor, one
   * thread of which this keeps while a list is read; what they throw ends the future.
   */
  default <R extends @Nullable Object> CompletableFuture<R> getDoctorsForDb(
      String designatedBodyCode, Supplier<? extends DoctorSink<R>> sinks) {
    return getDoctorsForDb(designatedBodyCode, sinks, CallOptions.defaults());
  }

  /**
   * Reads every doctor connected to a designated body and hands them over one by one, with options
   * for this call. Unless overridden, it holds the whole list first.
   */
  default <R extends @Nullable Object> CompletableFuture<R> getDoctorsForDb(
      String designatedBodyCode, Supplier<? extends DoctorSink<R>> sinks, CallOptions options) {
    return getDoctorsForDb(designatedBodyCode, options)
        .thenApply(list -> HeldDoctors.handOver(list, sinks));
  }

  /**
   * Reads how a recommendation stands; see {@link
   * GmcClient#checkRecommendationStatus(StatusQuery)}.
   */
  default CompletableFuture<RecommendationStatus> checkRecommendationStatus(StatusQuery query) {
    return checkRecommendationStatus(query, CallOptions.defaults());
  }

  /** Reads how a recommendation stands, with options for this call. */
  CompletableFuture<RecommendationStatus> checkRecommendationStatus(
      StatusQuery query, CallOptions options);

  /**
   * Submits a recommendation by the first version of the operation; see {@link
   * GmcClient#tryRecommendation(Recommendation)}.
   */
  default CompletableFuture<RecommendationReceipt> tryRecommendation(
      Recommendation recommendation) {
    return tryRecommendation(recommendation, CallOptions.defaults());
  }

  /** Submits a recommendation by the first version of the operation, with options for this call. */
  CompletableFuture<RecommendationReceipt> tryRecommendation(
      Recommendation recommendation, CallOptions options);

  /** Submits a recommendation; see {@link GmcClient#tryRecommendationV2(Recommendation)}. */
  default CompletableFuture<RecommendationReceipt> tryRecommendationV2(
      Recommendation recommendation) {
    return tryRecommendationV2(recommendation, CallOptions.defaults());
  }

  /** Submits a recommendation, with options for this call. */
  CompletableFuture<RecommendationReceipt> tryRecommendationV2(
      Recommendation recommendation, CallOptions options);

  /** Connects a doctor to a designated body; see {@link GmcClient#tryAddDoctor(AddDoctor)}. */
  default CompletableFuture<ConnectionReceipt> tryAddDoctor(AddDoctor request) {
    return tryAddDoctor(request, CallOptions.defaults());
  }

  /** Connects a doctor to a designated body, with options for this call. */
  CompletableFuture<ConnectionReceipt> tryAddDoctor(AddDoctor request, CallOptions options);

  /**
   * Disconnects a doctor from a designated body; see {@link
   * GmcClient#tryRemoveDoctor(RemoveDoctor)}.
   */
  default CompletableFuture<ConnectionReceipt> tryRemoveDoctor(RemoveDoctor request) {
    return tryRemoveDoctor(request, CallOptions.defaults());
  }

  /** Disconnects a doctor from a designated body, with options for this call. */
  CompletableFuture<ConnectionReceipt> tryRemoveDoctor(RemoveDoctor request, CallOptions options);
}
