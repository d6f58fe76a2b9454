package uk.nhs.hee.tis.gmc.client;

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
 * A client of the General Medical Council's GMC Connect: its six operations, each of which ends in
 * a typed answer or in exactly one {@link uk.nhs.hee.tis.gmc.client.error.GmcException}.
 *
 * <p>Thread-safe: create one per account and share it. Every call blocks until it ends, at most
 * until its deadline. An interrupt ends it in a {@link
 * uk.nhs.hee.tis.gmc.client.error.GmcCancelledException}, or in a {@link
 * uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException} if it is a write that may have run;
 * the interrupt flag stays set.
 *
 * <p>The interface may grow in minor versions, so do not implement it: extend {@link
 * ForwardingGmcClient}, and use the testkit's {@code FakeGmcClient} in tests.
 *
 * <pre>{@code
 * try (GmcClient gmc =
 *     GmcClient.builder()
 *         .endpoint(URI.create("https://…/GMCWebServices/WebService.asmx"))
 *         .credentials(GmcCredentials.of(user, password))
 *         .identity(
 *             ClientIdentity.builder()
 *                 .product("tis-revalidation-sync", "1.0.0")
 *                 .contact("tis.support@example.nhs.uk")
 *                 .build())
 *         .internalUser("nightly.sync")
 *         .build()) {
 *   DoctorsForDb doctors = gmc.getDoctorsForDb("1-1RSSQ2H");
 * }
 * }</pre>
 *
 * <p>Each operation throws, in addition to the {@code GmcException} of a failed call, an {@link
 * UnsendableValueException} before anything is sent if a value is missing or cannot be sent: a
 * blank designated body code, no internal user anywhere, or a character that XML cannot represent.
 * The request builders throw it too, so catch both around building and calling. On a closed client
 * each operation throws an {@link IllegalStateException}.
 */
public interface GmcClient extends AutoCloseable {

  /** {@return a new builder} */
  static GmcClientBuilder builder() {
    return new GmcClientBuilder();
  }

  /**
   * {@return a client configured by the environment variables that {@link
   * GmcClientBuilder#environmentVariables environmentVariables} lists}
   *
   * @throws IllegalStateException if a required one is missing
   * @throws IllegalArgumentException if one has a bad value
   */
  static GmcClient fromEnvironment() {
    return builder().environmentVariables(System.getenv()).build();
  }

  /**
   * Reads every doctor connected to a designated body: the whole list, or an exception.
   *
   * @param designatedBodyCode the body's code, opaque text such as {@code 1-1RSSQ2H}
   * @return the whole list, in the order of the GMC's answer
   */
  default DoctorsForDb getDoctorsForDb(String designatedBodyCode) {
    return getDoctorsForDb(designatedBodyCode, CallOptions.defaults());
  }

  /**
   * Reads every doctor connected to a designated body, with options for this call.
   *
   * @param designatedBodyCode the body's code, opaque text such as {@code 1-1RSSQ2H}
   * @param options what this call does differently from the client's defaults
   * @return the whole list, in the order of the GMC's answer
   */
  DoctorsForDb getDoctorsForDb(String designatedBodyCode, CallOptions options);

  /**
   * Reads every doctor connected to a designated body and hands them over one by one, for callers
   * that cannot hold them all in memory: the whole list, or an exception and a discarded sink.
   *
   * @param <R> what a sink makes of the list
   * @param designatedBodyCode the body's code, such as {@code 1-1RSSQ2H}
   * @param sinks supplies a fresh sink for each attempt whose answer has a list; what it or a sink
   *     throws ends the call and is thrown unchanged
   * @return what the sink made of the whole list
   * @throws IllegalStateException if the supplier gives null or the same sink twice
   */
  default <R extends @Nullable Object> R getDoctorsForDb(
      String designatedBodyCode, Supplier<? extends DoctorSink<R>> sinks) {
    return getDoctorsForDb(designatedBodyCode, sinks, CallOptions.defaults());
  }

  /**
   * Reads every doctor connected to a designated body and hands them over one by one, with options
   * for this call. The default implementation holds the whole list first.
   *
   * @param <R> what a sink makes of the list
   * @param designatedBodyCode the body's code, such as {@code 1-1RSSQ2H}
   * @param sinks supplies a fresh sink for each attempt whose answer has a list; what it or a sink
   *     throws ends the call and is thrown unchanged
   * @param options what this call does differently from the client's defaults
   * @return what the sink made of the whole list
   * @throws IllegalStateException if the supplier gives null or the same sink twice
   */
  default <R extends @Nullable Object> R getDoctorsForDb(
      String designatedBodyCode, Supplier<? extends DoctorSink<R>> sinks, CallOptions options) {
    Supplier<? extends DoctorSink<R>> given = Rules.given("sinks", sinks);
    return HeldDoctors.handOver(getDoctorsForDb(designatedBodyCode, options), given);
  }

  /**
   * Reads the status of a recommendation.
   *
   * @param query which recommendation, by the id of its receipt
   * @return its status, with the GMC's own text
   */
  default RecommendationStatus checkRecommendationStatus(StatusQuery query) {
    return checkRecommendationStatus(query, CallOptions.defaults());
  }

  /**
   * Reads the status of a recommendation, with options for this call.
   *
   * @param query which recommendation, by the id of its receipt
   * @param options what this call does differently from the client's defaults
   * @return its status, with the GMC's own text
   */
  RecommendationStatus checkRecommendationStatus(StatusQuery query, CallOptions options);

  /**
   * Submits a recommendation by the first version of the operation, which has no sub-reason; see
   * {@link #tryRecommendationV2(Recommendation)}.
   *
   * @param recommendation what to submit, and in which responsible officer's name
   * @return the receipt; keep its recommendation id, which GMC Connect does not give again
   * @throws UnsendableValueException if the recommendation has a sub-reason
   */
  default RecommendationReceipt tryRecommendation(Recommendation recommendation) {
    return tryRecommendation(recommendation, CallOptions.defaults());
  }

  /**
   * Submits a recommendation by the first version of the operation, with options for this call.
   *
   * @param recommendation what to submit, and in which responsible officer's name
   * @param options what this call does differently from the client's defaults
   * @return the receipt; keep its recommendation id, which GMC Connect does not give again
   * @throws UnsendableValueException if the recommendation has a sub-reason
   */
  RecommendationReceipt tryRecommendation(Recommendation recommendation, CallOptions options);

  /**
   * Submits a recommendation. It is never sent again once it may have reached the GMC: after a
   * {@link uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException} look it up in GMC Connect.
   * While one is in flight, another for the same doctor and designated body ends in a {@link
   * uk.nhs.hee.tis.gmc.client.error.GmcNotSentException}.
   *
   * @param recommendation what to submit, and in which responsible officer's name
   * @return the receipt; keep its recommendation id, which GMC Connect does not give again
   * @throws UnsendableValueException if it defers for insufficient evidence without a sub-reason
   */
  default RecommendationReceipt tryRecommendationV2(Recommendation recommendation) {
    return tryRecommendationV2(recommendation, CallOptions.defaults());
  }

  /**
   * Submits a recommendation, with options for this call.
   *
   * @param recommendation what to submit, and in which responsible officer's name
   * @param options what this call does differently from the client's defaults
   * @return the receipt; keep its recommendation id, which GMC Connect does not give again
   * @throws UnsendableValueException if it defers for insufficient evidence without a sub-reason
   */
  RecommendationReceipt tryRecommendationV2(Recommendation recommendation, CallOptions options);

  /**
   * Connects a doctor to a designated body; return code 100 is an answer, not an error.
   *
   * @param request which doctor to connect to which body, and why
   * @return the receipt: done, or already so
   */
  default ConnectionReceipt tryAddDoctor(AddDoctor request) {
    return tryAddDoctor(request, CallOptions.defaults());
  }

  /**
   * Connects a doctor to a designated body, with options for this call.
   *
   * @param request which doctor to connect to which body, and why
   * @param options what this call does differently from the client's defaults
   * @return the receipt: done, or already so
   */
  ConnectionReceipt tryAddDoctor(AddDoctor request, CallOptions options);

  /**
   * Disconnects a doctor from a designated body; return code 140 is an answer, not an error.
   *
   * @param request which doctor to disconnect from which body, and why
   * @return the receipt: done, or already so
   */
  default ConnectionReceipt tryRemoveDoctor(RemoveDoctor request) {
    return tryRemoveDoctor(request, CallOptions.defaults());
  }

  /**
   * Disconnects a doctor from a designated body, with options for this call.
   *
   * @param request which doctor to disconnect from which body, and why
   * @param options what this call does differently from the client's defaults
   * @return the receipt: done, or already so
   */
  ConnectionReceipt tryRemoveDoctor(RemoveDoctor request, CallOptions options);

  /**
   * {@return bulk calls: many of one operation, a few at a time, with a result for each} Unless
   * overridden, they are calls of {@link #async()}.
   */
  default GmcBulk bulk() {
    return new AsyncBulk(async(), AsyncBulk.DEFAULT_CONCURRENCY, CallOptions.defaults());
  }

  /** {@return the same operations as futures} */
  GmcAsyncClient async();

  /** {@return whether GMC Connect can be used, judged from this client's own calls} */
  GmcAvailability availability();

  /** {@return how this client identifies itself} */
  ClientIdentity identity();

  /**
   * Refuses further calls, with an {@link IllegalStateException}; those in flight carry on to their
   * end. Safe to call twice.
   */
  @Override
  void close();
}
