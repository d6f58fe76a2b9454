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
import uk.nhs.hee.tis.gmc.client.model.UnsendableValueException;

/**
 * The six operations of {@link GmcClient} as futures. No thread is blocked while a call waits.
 *
 * <p>A future ends in the answer or in the {@link uk.nhs.hee.tis.gmc.client.error.GmcException}
 * that the blocking method would throw. Cancelling or completing it, also by {@code orTimeout},
 * ends the call: its exchange is aborted and nothing is retried; a write may have run by then.
 * Dependent stages run on threads of the client or, if {@linkplain
 * GmcClientBuilder#executor(java.util.concurrent.Executor) an executor} is set, on that one, where
 * they should not block. As with any {@link CompletableFuture}, {@code join()} and dependent stages
 * see the exception wrapped in a {@link java.util.concurrent.CompletionException}. Thread-safe.
 *
 * <p>Each method throws an {@link UnsendableValueException} at once if a value cannot be sent, and
 * an {@link IllegalStateException} if the client is closed.
 *
 * <pre>{@code
 * gmc.async()
 *     .getDoctorsForDb("1-1RSSQ2H")
 *     .whenComplete(
 *         (doctors, failure) -> {
 *           if (failure == null) {
 *             show(doctors.doctors().size() + " doctors");
 *           } else if (failure instanceof GmcException) {
 *             show(((GmcException) failure).advice());
 *           }
 *         });
 * }</pre>
 */
public interface GmcAsyncClient {

  /**
   * Reads every doctor connected to a designated body; see {@link
   * GmcClient#getDoctorsForDb(String)}.
   *
   * @param designatedBodyCode the body's code, opaque text such as {@code 1-1RSSQ2H}
   * @return the future of the whole list, in the order of the GMC's answer
   */
  default CompletableFuture<DoctorsForDb> getDoctorsForDb(String designatedBodyCode) {
    return getDoctorsForDb(designatedBodyCode, CallOptions.defaults());
  }

  /**
   * Reads every doctor connected to a designated body, with options for this call.
   *
   * @param designatedBodyCode the body's code, opaque text such as {@code 1-1RSSQ2H}
   * @param options what this call does differently from the client's defaults
   * @return the future of the whole list, in the order of the GMC's answer
   */
  CompletableFuture<DoctorsForDb> getDoctorsForDb(String designatedBodyCode, CallOptions options);

  /**
   * Reads every doctor connected to a designated body and hands them over one by one; see {@link
   * GmcClient#getDoctorsForDb(String, Supplier)}. Sinks are used on the client's executor, and
   * occupy one of its threads while a list is read; what they throw ends the future.
   *
   * @param <R> what a sink makes of the list
   * @param designatedBodyCode the body's code, opaque text such as {@code 1-1RSSQ2H}
   * @param sinks supplies a fresh sink for each attempt whose answer has a list; what it or a sink
   *     throws ends the future
   * @return the future of what the sink made of the whole list
   */
  default <R extends @Nullable Object> CompletableFuture<R> getDoctorsForDb(
      String designatedBodyCode, Supplier<? extends DoctorSink<R>> sinks) {
    return getDoctorsForDb(designatedBodyCode, sinks, CallOptions.defaults());
  }

  /**
   * Reads every doctor connected to a designated body and hands them over one by one, with options
   * for this call. The default implementation holds the whole list first.
   *
   * @param <R> what a sink makes of the list
   * @param designatedBodyCode the body's code, opaque text such as {@code 1-1RSSQ2H}
   * @param sinks supplies a fresh sink for each attempt whose answer has a list; what it or a sink
   *     throws ends the future
   * @param options what this call does differently from the client's defaults
   * @return the future of what the sink made of the whole list
   */
  default <R extends @Nullable Object> CompletableFuture<R> getDoctorsForDb(
      String designatedBodyCode, Supplier<? extends DoctorSink<R>> sinks, CallOptions options) {
    Supplier<? extends DoctorSink<R>> given = Rules.given("sinks", sinks);
    return getDoctorsForDb(designatedBodyCode, options)
        .thenApply(list -> HeldDoctors.handOver(list, given));
  }

  /**
   * Reads the status of a recommendation; see {@link
   * GmcClient#checkRecommendationStatus(StatusQuery)}.
   *
   * @param query which recommendation, by the id of its receipt
   * @return the future of its status, with the GMC's own text
   */
  default CompletableFuture<RecommendationStatus> checkRecommendationStatus(StatusQuery query) {
    return checkRecommendationStatus(query, CallOptions.defaults());
  }

  /**
   * Reads the status of a recommendation, with options for this call.
   *
   * @param query which recommendation, by the id of its receipt
   * @param options what this call does differently from the client's defaults
   * @return the future of its status, with the GMC's own text
   */
  CompletableFuture<RecommendationStatus> checkRecommendationStatus(
      StatusQuery query, CallOptions options);

  /**
   * Submits a recommendation by the first version of the operation; see {@link
   * GmcClient#tryRecommendation(Recommendation)}.
   *
   * @param recommendation what to submit, and in which responsible officer's name
   * @return the future of the receipt; keep its recommendation id, which GMC Connect does not give
   *     again
   * @throws UnsendableValueException if the recommendation has a sub-reason
   */
  default CompletableFuture<RecommendationReceipt> tryRecommendation(
      Recommendation recommendation) {
    return tryRecommendation(recommendation, CallOptions.defaults());
  }

  /**
   * Submits a recommendation by the first version of the operation, with options for this call.
   *
   * @param recommendation what to submit, and in which responsible officer's name
   * @param options what this call does differently from the client's defaults
   * @return the future of the receipt; keep its recommendation id, which GMC Connect does not give
   *     again
   * @throws UnsendableValueException if the recommendation has a sub-reason
   */
  CompletableFuture<RecommendationReceipt> tryRecommendation(
      Recommendation recommendation, CallOptions options);

  /**
   * Submits a recommendation; see {@link GmcClient#tryRecommendationV2(Recommendation)}.
   *
   * @param recommendation what to submit, and in which responsible officer's name
   * @return the future of the receipt; keep its recommendation id, which GMC Connect does not give
   *     again
   * @throws UnsendableValueException if it defers for insufficient evidence without a sub-reason
   */
  default CompletableFuture<RecommendationReceipt> tryRecommendationV2(
      Recommendation recommendation) {
    return tryRecommendationV2(recommendation, CallOptions.defaults());
  }

  /**
   * Submits a recommendation, with options for this call.
   *
   * @param recommendation what to submit, and in which responsible officer's name
   * @param options what this call does differently from the client's defaults
   * @return the future of the receipt; keep its recommendation id, which GMC Connect does not give
   *     again
   * @throws UnsendableValueException if it defers for insufficient evidence without a sub-reason
   */
  CompletableFuture<RecommendationReceipt> tryRecommendationV2(
      Recommendation recommendation, CallOptions options);

  /**
   * Connects a doctor to a designated body; see {@link GmcClient#tryAddDoctor(AddDoctor)}.
   *
   * @param request which doctor to connect to which body, and why
   * @return the future of the receipt: done, or already so
   */
  default CompletableFuture<ConnectionReceipt> tryAddDoctor(AddDoctor request) {
    return tryAddDoctor(request, CallOptions.defaults());
  }

  /**
   * Connects a doctor to a designated body, with options for this call.
   *
   * @param request which doctor to connect to which body, and why
   * @param options what this call does differently from the client's defaults
   * @return the future of the receipt: done, or already so
   */
  CompletableFuture<ConnectionReceipt> tryAddDoctor(AddDoctor request, CallOptions options);

  /**
   * Disconnects a doctor from a designated body; see {@link
   * GmcClient#tryRemoveDoctor(RemoveDoctor)}.
   *
   * @param request which doctor to disconnect from which body, and why
   * @return the future of the receipt: done, or already so
   */
  default CompletableFuture<ConnectionReceipt> tryRemoveDoctor(RemoveDoctor request) {
    return tryRemoveDoctor(request, CallOptions.defaults());
  }

  /**
   * Disconnects a doctor from a designated body, with options for this call.
   *
   * @param request which doctor to disconnect from which body, and why
   * @param options what this call does differently from the client's defaults
   * @return the future of the receipt: done, or already so
   */
  CompletableFuture<ConnectionReceipt> tryRemoveDoctor(RemoveDoctor request, CallOptions options);
}
