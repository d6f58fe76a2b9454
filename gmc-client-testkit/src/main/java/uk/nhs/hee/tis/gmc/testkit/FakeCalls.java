package uk.nhs.hee.tis.gmc.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.CallOptions;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.client.SoapVersion;
import uk.nhs.hee.tis.gmc.client.internal.soap.CallIds;
import uk.nhs.hee.tis.gmc.client.internal.soap.SentIds;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapCall;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapCalls;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationReceipt;
import uk.nhs.hee.tis.gmc.client.model.RecommendationStatus;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;
import uk.nhs.hee.tis.gmc.client.model.UnsendableValueException;

/** The calls of a fake: each is checked, recorded, and ended as its stub says. Thread-safe. */
final class FakeCalls {
  static final ClientIdentity IDENTITY =
      ClientIdentity.builder()
          .product("fake-gmc-client", "1.0")
          .contact("tester@example.nhs.uk")
          .build();

  private static final GmcCredentials CREDENTIALS = GmcCredentials.of("user", "password");
  private static final String INTERNAL_USER = "fake-internal-user";

  final FakeOperation<String, DoctorsForDb> lists =
      new FakeOperation<>(
          "whenGettingDoctors()",
          code -> null,
          code -> code,
          (answer, info) -> answer.toBuilder().info(info).build());
  final FakeOperation<StatusQuery, RecommendationStatus> statuses =
      new FakeOperation<>(
          "whenCheckingStatus()",
          StatusQuery::gmcNumber,
          StatusQuery::designatedBodyCode,
          (answer, info) ->
              RecommendationStatus.of(answer.state(), answer.text().orElse(null), info));
  final FakeOperation<Recommendation, RecommendationReceipt> recommendations =
      new FakeOperation<>(
          "whenRecommending()",
          Recommendation::gmcNumber,
          Recommendation::designatedBodyCode,
          (answer, info) -> RecommendationReceipt.of(answer.recommendationId().orElse(null), info));
  final FakeOperation<AddDoctor, ConnectionReceipt> additions =
      new FakeOperation<>(
          "whenAdding()",
          AddDoctor::gmcNumber,
          AddDoctor::designatedBodyCode,
          (answer, info) -> answer.toBuilder().info(info).build());
  final FakeOperation<RemoveDoctor, ConnectionReceipt> removals =
      new FakeOperation<>(
          "whenRemoving()",
          RemoveDoctor::gmcNumber,
          RemoveDoctor::designatedBodyCode,
          (answer, info) -> answer.toBuilder().info(info).build());

  private final List<ReceivedCall> received = new ArrayList<>();
  private final SentIds sentIds = new SentIds();
  private volatile boolean closed;

  DoctorsForDb getDoctorsForDb(String code, CallOptions options) {
    if (code == null || code.isBlank()) {
      throw new UnsendableValueException(
          "designatedBodyCode",
          "designatedBodyCode is " + (code == null ? "missing" : "blank"),
          ReturnCode.INVALID_DESIGNATED_BODY);
    }
    given("options", options);
    return end(lists, code, null, options, ids -> SoapCalls.getDoctorsForDb(code, ids));
  }

  RecommendationStatus checkRecommendationStatus(StatusQuery query, CallOptions options) {
    given("query", query);
    given("options", options);
    return end(
        statuses,
        query,
        query.internalUser().orElse(null),
        options,
        ids -> SoapCalls.checkRecommendationStatus(query, ids));
  }

  RecommendationReceipt tryRecommendation(Recommendation recommendation, CallOptions options) {
    given("recommendation", recommendation);
    given("options", options);
    return end(
        recommendations,
        recommendation,
        recommendation.internalUser().orElse(null),
        options,
        ids -> SoapCalls.tryRecommendation(recommendation, ids));
  }

  RecommendationReceipt tryRecommendationV2(Recommendation recommendation, CallOptions options) {
    given("recommendation", recommendation);
    given("options", options);
    return end(
        recommendations,
        recommendation,
        recommendation.internalUser().orElse(null),
        options,
        ids -> SoapCalls.tryRecommendationV2(recommendation, ids));
  }

  ConnectionReceipt tryAddDoctor(AddDoctor request, CallOptions options) {
    given("request", request);
    given("options", options);
    return end(
        additions,
        request,
        request.internalUser().orElse(null),
        options,
        ids -> SoapCalls.tryAddDoctor(request, ids));
  }

  ConnectionReceipt tryRemoveDoctor(RemoveDoctor request, CallOptions options) {
    given("request", request);
    given("options", options);
    return end(
        removals,
        request,
        request.internalUser().orElse(null),
        options,
        ids -> SoapCalls.tryRemoveDoctor(request, ids));
  }

  private static void given(String name, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
  }

  /** The client's own code writes the request, so that it refuses what the client refuses. */
  private <Q, A extends GmcAnswer> A end(
      FakeOperation<Q, A> stubs,
      Q request,
      @Nullable String internalUser,
      CallOptions options,
      Function<CallIds, SoapCall<A>> written) {
    if (closed) {
      throw new IllegalStateException("the client is closed");
    }
    String id = options.clientRequestId().orElseGet(() -> UUID.randomUUID().toString());
    String user =
        internalUser == null ? options.internalUser().orElse(INTERNAL_USER) : internalUser;
    SoapCall<A> call = written.apply(sentIds.of(id, user));
    call.envelope(SoapVersion.SOAP_1_1, CREDENTIALS);
    record(call.operation(), id, request, IDENTITY.with(options.headers()));
    A answer =
        Objects.requireNonNull(
            stubs.answer(request),
            () -> call.operation().operationName() + " was answered with null");
    return stubs.with(answer, answer.info().toBuilder().clientRequestId(id).build());
  }

  private void record(GmcOperation operation, String id, Object request, ClientIdentity identity) {
    synchronized (received) {
      received.add(
          new ReceivedCall(
              operation,
              id,
              () -> request,
              name ->
                  Optional.ofNullable(
                      name.equalsIgnoreCase("User-Agent")
                          ? identity.userAgent()
                          : identity.headersWithoutSecrets().get(name))));
    }
  }

  ReceivedCalls received() {
    synchronized (received) {
      return new ReceivedCalls(received);
    }
  }

  void close() {
    closed = true;
  }
}
