package uk.nhs.hee.tis.gmc.testkit;

import java.time.Instant;
import java.util.Map;
import uk.nhs.hee.tis.gmc.client.CallOptions;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcAsyncClient;
import uk.nhs.hee.tis.gmc.client.GmcAvailability;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.internal.call.OperationsClient;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapOperations;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationReceipt;
import uk.nhs.hee.tis.gmc.client.model.RecommendationStatus;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;
import uk.nhs.hee.tis.gmc.testkit.internal.UnfinishedChains;

/**
 * A client that sends nothing: a test stubs how calls end, and inspects the calls received.
 *
 * <pre>{@code
 * FakeGmcClient fake = FakeGmcClient.create();
 * fake.whenGettingDoctorsFor("1-1RSSQ2H").answers(doctors("1-1RSSQ2H", doctor("9000001")));
 * fake.whenAdding().fails(GmcErrors.blocked().build());
 * // run the code under test with it
 * assertThat(fake).received(1).additionFor("9000001");
 * }</pre>
 *
 * <p>A call that no stub matches ends in an {@link AssertionError}, which no exception handler
 * swallows. Bulk calls, futures and sinks of doctors use the same answers; futures are complete
 * when they are returned. It refuses what the real client refuses to send, with the same exception,
 * and every answer carries the client request id of its call; but nothing is retried and no circuit
 * opens. A bare {@code assertThat(fake).received(1)} asserts nothing: the next {@code
 * assertThat(fake)}, or {@link #close()}, fails because of it. Thread-safe.
 */
public final class FakeGmcClient implements GmcClient {
  private final FakeCalls calls = new FakeCalls();
  private final GmcAsyncClient async = new OperationsClient.Async(calls);
  private final Instant start = Instant.now();
  private final FakeOperation<String, DoctorsForDb> lists =
      calls.stubs(
          RequestKind.LIST,
          SoapOperations.GET_DOCTORS_FOR_DB,
          (answer, info) -> answer.toBuilder().info(info).build());
  private final FakeOperation<StatusQuery, RecommendationStatus> statuses =
      calls.stubs(
          RequestKind.STATUS,
          SoapOperations.CHECK_RECOMMENDATION_STATUS,
          (answer, info) ->
              RecommendationStatus.of(answer.state(), answer.text().orElse(null), info));
  private final FakeOperation<Recommendation, RecommendationReceipt> recommendations =
      calls.stubs(
          RequestKind.RECOMMENDATION,
          SoapOperations.TRY_RECOMMENDATION,
          (answer, info) -> RecommendationReceipt.of(answer.recommendationId().orElse(null), info));
  private final FakeOperation<AddDoctor, ConnectionReceipt> additions =
      calls.stubs(
          RequestKind.ADDITION,
          SoapOperations.TRY_ADD_DOCTOR,
          (answer, info) -> answer.toBuilder().info(info).build());
  private final FakeOperation<RemoveDoctor, ConnectionReceipt> removals =
      calls.stubs(
          RequestKind.REMOVAL,
          SoapOperations.TRY_REMOVE_DOCTOR,
          (answer, info) -> answer.toBuilder().info(info).build());

  private FakeGmcClient() {
    calls.share(recommendations, SoapOperations.TRY_RECOMMENDATION_V2);
  }

  /** {@return a fake without stubs} */
  public static FakeGmcClient create() {
    return new FakeGmcClient();
  }

  /**
   * Starts a stub of GetDoctorsForDB.
   *
   * @return the stub, to narrow or to give a response
   */
  public FakeStub<String, DoctorsForDb> whenGettingDoctors() {
    return FakeStub.begin(lists, "whenGettingDoctors()");
  }

  /**
   * Starts a stub of GetDoctorsForDB for one designated body.
   *
   * @param designatedBodyCode the body's code, opaque text such as {@code 1-1RSSQ2H}
   * @return the stub, to narrow or to give a response
   */
  public FakeStub<String, DoctorsForDb> whenGettingDoctorsFor(String designatedBodyCode) {
    return FakeStub.begin(lists, "whenGettingDoctorsFor(\"" + designatedBodyCode + "\")")
        .onBehalfOf(designatedBodyCode);
  }

  /**
   * Starts a stub of CheckRecommendationStatus.
   *
   * @return the stub, to narrow or to give a response
   */
  public FakeStub<StatusQuery, RecommendationStatus> whenCheckingStatus() {
    return FakeStub.begin(statuses, "whenCheckingStatus()");
  }

  /**
   * Starts a stub of TryRecommendation and TryRecommendationV2.
   *
   * @return the stub, to narrow or to give a response
   */
  public FakeStub<Recommendation, RecommendationReceipt> whenRecommending() {
    return FakeStub.begin(recommendations, "whenRecommending()");
  }

  /**
   * Starts a stub of TryAddDoctor.
   *
   * @return the stub, to narrow or to give a response
   */
  public FakeStub<AddDoctor, ConnectionReceipt> whenAdding() {
    return FakeStub.begin(additions, "whenAdding()");
  }

  /**
   * Starts a stub of TryRemoveDoctor.
   *
   * @return the stub, to narrow or to give a response
   */
  public FakeStub<RemoveDoctor, ConnectionReceipt> whenRemoving() {
    return FakeStub.begin(removals, "whenRemoving()");
  }

  /** {@return the calls so far, including those that failed} */
  public ReceivedCalls received() {
    return calls.received();
  }

  /** Ends as a stub of {@link #whenGettingDoctors()} says. */
  @Override
  public DoctorsForDb getDoctorsForDb(String designatedBodyCode, CallOptions options) {
    return calls.call(SoapOperations.GET_DOCTORS_FOR_DB, designatedBodyCode, options);
  }

  /** Ends as a stub of {@link #whenCheckingStatus()} says. */
  @Override
  public RecommendationStatus checkRecommendationStatus(StatusQuery query, CallOptions options) {
    return calls.call(SoapOperations.CHECK_RECOMMENDATION_STATUS, query, options);
  }

  /** Ends as a stub of {@link #whenRecommending()} says. */
  @Override
  public RecommendationReceipt tryRecommendation(
      Recommendation recommendation, CallOptions options) {
    return calls.call(SoapOperations.TRY_RECOMMENDATION, recommendation, options);
  }

  /** Ends as a stub of {@link #whenRecommending()} says. */
  @Override
  public RecommendationReceipt tryRecommendationV2(
      Recommendation recommendation, CallOptions options) {
    return calls.call(SoapOperations.TRY_RECOMMENDATION_V2, recommendation, options);
  }

  /** Ends as a stub of {@link #whenAdding()} says. */
  @Override
  public ConnectionReceipt tryAddDoctor(AddDoctor request, CallOptions options) {
    return calls.call(SoapOperations.TRY_ADD_DOCTOR, request, options);
  }

  /** Ends as a stub of {@link #whenRemoving()} says. */
  @Override
  public ConnectionReceipt tryRemoveDoctor(RemoveDoctor request, CallOptions options) {
    return calls.call(SoapOperations.TRY_REMOVE_DOCTOR, request, options);
  }

  /** {@return the same operations, as futures that are complete when they are returned} */
  @Override
  public GmcAsyncClient async() {
    return async;
  }

  /** Returns that GMC Connect is available: a fake draws no conclusions from its calls. */
  @Override
  public GmcAvailability availability() {
    return GmcAvailability.of(GmcAvailability.State.AVAILABLE, start, Map.of());
  }

  /** {@return the identity of every fake: {@code fake-gmc-client/1.0 (tester@example.nhs.uk)}} */
  @Override
  public ClientIdentity identity() {
    return FakeCalls.IDENTITY;
  }

  /**
   * Ends the fake: later calls end in an {@link IllegalStateException}.
   *
   * @throws AssertionError if an assertion never said which calls it is about
   */
  @Override
  public void close() {
    calls.close();
    UnfinishedChains.assertionsAbout(this).requireNoUnfinishedAssertion();
  }
}
