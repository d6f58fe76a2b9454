package uk.nhs.hee.tis.gmc.client;

import java.util.Collection;
import java.util.function.Consumer;
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
 * A client of the General Medical Council's GMC Connect: its six operations, each of which ends in
 * a typed answer or in exactly one {@link uk.nhs.hee.tis.gmc.client.error.GmcException}.
 *
 * <p>Thread-safe: make one per account and share it. Every call blocks until it ends, at most for
 * its deadline. The interface may grow in minor versions, so fakes should extend the testkit's.
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
 * <p>Each operation throws, beside the {@code GmcException} of a failed call, an {@link
 * IllegalArgumentException} before anything is sent if a value cannot be sent: no internal user
 * anywhere, or a character that XML cannot hold.
 */
public interface GmcClient extends AutoCloseable {

  /** Returns a new builder. */
  static GmcClientBuilder builder() {
    return new GmcClientBuilder();
  }

  /**
   * Returns a client configured by the environment variables that {@link
   * GmcClientBuilder#environmentVariables} lists.
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
   * @param designatedBodyCode such as {@code 1-1RSSQ2H}
   */
  default DoctorsForDb getDoctorsForDb(String designatedBodyCode) {
    return getDoctorsForDb(designatedBodyCode, CallOptions.defaults());
  }

  /** Reads every doctor connected to a designated body, with options for this call. */
  DoctorsForDb getDoctorsForDb(String designatedBodyCode, CallOptions options);

  /**
   * Reads every doctor connected to a designated body and hands them over one by one, for callers
   * that must not hold them all: the whole list, or an exception and a sink that was told to
   * discard. Returns what the sink made of the whole list.
   *
   * @param sinks gives a fresh sink for each attempt whose answer has a list; what it or a sink
   *     throws ends the call and is thrown unchanged
   */
  default <R extends @Nullable Object> R getDoctorsForDb(
      String designatedBodyCode, Supplier<? extends DoctorSink<R>> sinks) {
    return getDoctorsForDb(designatedBodyCode, sinks, CallOptions.defaults());
  }

  /**
   * Reads every doctor connected to a designated body and hands them over one by one, with options
   * for this call. Unless overridden, it holds the whole list first.
   */
  default <R extends @Nullable Object> R getDoctorsForDb(
      String designatedBodyCode, Supplier<? extends DoctorSink<R>> sinks, CallOptions options) {
    return HeldDoctors.handOver(getDoctorsForDb(designatedBodyCode, options), sinks);
  }

  /** Reads how a recommendation stands. */
  default RecommendationStatus checkRecommendationStatus(StatusQuery query) {
    return checkRecommendationStatus(query, CallOptions.defaults());
  }

  /** Reads how a recommendation stands, with options for this call. */
  RecommendationStatus checkRecommendationStatus(StatusQuery query, CallOptions options);

  /**
   * Submits a recommendation by the first version of the operation, which knows no sub-reason. Sent
   * once, never repeated.
   *
   * @throws IllegalArgumentException if the recommendation has a sub-reason
   */
  default RecommendationReceipt tryRecommendation(Recommendation recommendation) {
    return tryRecommendation(recommendation, CallOptions.defaults());
  }

  /** Submits a recommendation by the first version of the operation, with options for this call. */
  RecommendationReceipt tryRecommendation(Recommendation recommendation, CallOptions options);

  /**
   * Submits a recommendation. Sent once, never repeated: after a {@link
   * uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException} look it up in GMC Connect.
   *
   * @throws IllegalArgumentException if it defers for insufficient evidence without a sub-reason
   */
  default RecommendationReceipt tryRecommendationV2(Recommendation recommendation) {
    return tryRecommendationV2(recommendation, CallOptions.defaults());
  }

  /** Submits a recommendation, with options for this call. */
  RecommendationReceipt tryRecommendationV2(Recommendation recommendation, CallOptions options);

  /** Connects a doctor to a designated body; return code 100 is an answer, not an error. */
  default ConnectionReceipt tryAddDoctor(AddDoctor request) {
    return tryAddDoctor(request, CallOptions.defaults());
  }

  /** Connects a doctor to a designated body, with options for this call. */
  ConnectionReceipt tryAddDoctor(AddDoctor request, CallOptions options);

  /** Disconnects a doctor from a designated body; return code 140 is an answer, not an error. */
  default ConnectionReceipt tryRemoveDoctor(RemoveDoctor request) {
    return tryRemoveDoctor(request, CallOptions.defaults());
  }

  /** Disconnects a doctor from a designated body, with options for this call. */
  ConnectionReceipt tryRemoveDoctor(RemoveDoctor request, CallOptions options);

  /**
   * Reads the doctors of several designated bodies, a few at a time. One failure does not abort the
   * rest; a block or return code 99 does, for every further call would be refused too.
   */
  default BulkResult<String, DoctorsForDb> getDoctorsForDbs(
      Collection<String> designatedBodyCodes) {
    return getDoctorsForDbs(designatedBodyCodes, CallOptions.defaults());
  }

  /** Reads the doctors of several designated bodies, with options for each call. */
  default BulkResult<String, DoctorsForDb> getDoctorsForDbs(
      Collection<String> designatedBodyCodes, CallOptions options) {
    return getDoctorsForDbs(designatedBodyCodes, options, item -> {});
  }

  /**
   * Reads the doctors of several designated bodies and tells of each as it ends.
   *
   * @param asEachEnds is called once for every body that was attempted, on threads of the client,
   *     for several bodies at once; what it throws stops the rest and ends the call of this method
   */
  default BulkResult<String, DoctorsForDb> getDoctorsForDbs(
      Collection<String> designatedBodyCodes,
      CallOptions options,
      Consumer<BulkResult.Item<String, DoctorsForDb>> asEachEnds) {
    GmcAsyncClient async = async();
    return Bulk.run(
        designatedBodyCodes, Bulk.LANES, one -> async.getDoctorsForDb(one, options), asEachEnds);
  }

  /**
   * Connects several doctors, a few at a time, one call for each. One failure does not abort the
   * rest; a block or return code 99 does. {@link BulkResult#toRepeat()} is what a second run has to
   * do.
   */
  default BulkResult<AddDoctor, ConnectionReceipt> addDoctors(Collection<AddDoctor> requests) {
    return addDoctors(requests, CallOptions.defaults());
  }

  /** Connects several doctors, with options for each call. */
  default BulkResult<AddDoctor, ConnectionReceipt> addDoctors(
      Collection<AddDoctor> requests, CallOptions options) {
    return addDoctors(requests, options, item -> {});
  }

  /**
   * Connects several doctors and tells of each as it ends.
   *
   * @param asEachEnds is called once for every doctor who was attempted, on threads of the client,
   *     for several at once, so that outcomes can be kept before all have ended; what it throws
   *     stops the rest and ends the call of this method
   */
  default BulkResult<AddDoctor, ConnectionReceipt> addDoctors(
      Collection<AddDoctor> requests,
      CallOptions options,
      Consumer<BulkResult.Item<AddDoctor, ConnectionReceipt>> asEachEnds) {
    GmcAsyncClient async = async();
    return Bulk.run(requests, Bulk.LANES, one -> async.tryAddDoctor(one, options), asEachEnds);
  }

  /** Disconnects several doctors; otherwise as {@link #addDoctors(Collection)}. */
  default BulkResult<RemoveDoctor, ConnectionReceipt> removeDoctors(
      Collection<RemoveDoctor> requests) {
    return removeDoctors(requests, CallOptions.defaults());
  }

  /** Disconnects several doctors, with options for each call. */
  default BulkResult<RemoveDoctor, ConnectionReceipt> removeDoctors(
      Collection<RemoveDoctor> requests, CallOptions options) {
    return removeDoctors(requests, options, item -> {});
  }

  /**
   * Disconnects several doctors and tells of each as it ends.
   *
   * @param asEachEnds is called once for every doctor who was attempted, on threads of the client,
   *     for several at once, so that outcomes can be kept before all have ended; what it throws
   *     stops the rest and ends the call of this method
   */
  default BulkResult<RemoveDoctor, ConnectionReceipt> removeDoctors(
      Collection<RemoveDoctor> requests,
      CallOptions options,
      Consumer<BulkResult.Item<RemoveDoctor, ConnectionReceipt>> asEachEnds) {
    GmcAsyncClient async = async();
    return Bulk.run(requests, Bulk.LANES, one -> async.tryRemoveDoctor(one, options), asEachEnds);
  }

  /** Returns the same operations as futures. */
  GmcAsyncClient async();

  /** Returns whether GMC Connect can be used, as the passing calls of this client tell. */
  GmcAvailability availability();

  /** Returns who this client says it is. */
  ClientIdentity identity();

  /** Refuses further calls; those in flight end as they would. Safe to call twice. */
  @Override
  void close();
}
