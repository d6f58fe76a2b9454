package uk.nhs.hee.tis.gmc.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.nhs.hee.tis.gmc.client.CallOptions;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.DeferralReason;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
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

  final FakeOperation<String, DoctorsForDb> lists =
      new FakeOperation<>("whenGettingDoctors()", code -> null, code -> code);
  final FakeOperation<StatusQuery, RecommendationStatus> statuses =
      new FakeOperation<>(
          "whenCheckingStatus()", StatusQuery::gmcNumber, StatusQuery::designatedBodyCode);
  final FakeOperation<Recommendation, RecommendationReceipt> recommendations =
      new FakeOperation<>(
          "whenRecommending()", Recommendation::gmcNumber, Recommendation::designatedBodyCode);
  final FakeOperation<AddDoctor, ConnectionReceipt> additions =
      new FakeOperation<>("whenAdding()", AddDoctor::gmcNumber, AddDoctor::designatedBodyCode);
  final FakeOperation<RemoveDoctor, ConnectionReceipt> removals =
      new FakeOperation<>(
          "whenRemoving()", RemoveDoctor::gmcNumber, RemoveDoctor::designatedBodyCode);

  private final List<ReceivedCall> received = new ArrayList<>();
  private volatile boolean closed;

  DoctorsForDb getDoctorsForDb(String code, CallOptions options) {
    if (code == null || code.isBlank()) {
      throw new UnsendableValueException(
          "designatedBodyCode",
          "designatedBodyCode is " + (code == null ? "missing" : "blank"),
          ReturnCode.INVALID_DESIGNATED_BODY);
    }
    return end(GmcOperation.GET_DOCTORS_FOR_DB, lists, code, options);
  }

  RecommendationStatus checkRecommendationStatus(StatusQuery query, CallOptions options) {
    return end(GmcOperation.CHECK_RECOMMENDATION_STATUS, statuses, query, options);
  }

  RecommendationReceipt tryRecommendation(Recommendation recommendation, CallOptions options) {
    if (recommendation != null && recommendation.deferralSubreason().isPresent()) {
      throw new UnsendableValueException(
          "deferralSubreason",
          "TryRecommendation knows no sub-reason: use tryRecommendationV2",
          null);
    }
    return end(GmcOperation.TRY_RECOMMENDATION, recommendations, recommendation, options);
  }

  RecommendationReceipt tryRecommendationV2(Recommendation recommendation, CallOptions options) {
    if (recommendation != null
        && recommendation.deferralReason().equals(Optional.of(DeferralReason.INSUFFICIENT_EVIDENCE))
        && recommendation.deferralSubreason().isEmpty()) {
      throw new UnsendableValueException(
          "deferralSubreason",
          "TryRecommendationV2 wants a deferralSubreason with INSUFFICIENT_EVIDENCE",
          ReturnCode.MISSING_SUBREASON);
    }
    return end(GmcOperation.TRY_RECOMMENDATION_V2, recommendations, recommendation, options);
  }

  ConnectionReceipt tryAddDoctor(AddDoctor request, CallOptions options) {
    return end(GmcOperation.TRY_ADD_DOCTOR, additions, request, options);
  }

  ConnectionReceipt tryRemoveDoctor(RemoveDoctor request, CallOptions options) {
    return end(GmcOperation.TRY_REMOVE_DOCTOR, removals, request, options);
  }

  private <Q, A> A end(
      GmcOperation operation, FakeOperation<Q, A> stubs, Q request, CallOptions options) {
    if (request == null || options == null) {
      throw new IllegalArgumentException((request == null ? "request" : "options") + " is missing");
    }
    if (closed) {
      throw new IllegalStateException("the client is closed");
    }
    ClientIdentity identity = IDENTITY.with(options.headers());
    synchronized (received) {
      received.add(
          new ReceivedCall(
              operation,
              () -> request,
              name ->
                  Optional.ofNullable(
                      name.equalsIgnoreCase("User-Agent")
                          ? identity.userAgent()
                          : identity.headersWithoutSecrets().get(name))));
    }
    return Objects.requireNonNull(
        stubs.answer(request), () -> operation.operationName() + " was answered by null");
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
