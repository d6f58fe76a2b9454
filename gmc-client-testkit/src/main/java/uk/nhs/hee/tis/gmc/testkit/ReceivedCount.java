package uk.nhs.hee.tis.gmc.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.AddReason;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.RemoveReason;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;

/** How many calls were received, before it is said of which kind. Immutable. */
public final class ReceivedCount {
  private final ReceivedCalls received;
  private final int times;

  ReceivedCount(ReceivedCalls received, int times) {
    this.received = received;
    this.times = times;
  }

  /** Asserts how often the list of this designated body was asked for. */
  public CallsAssert<String> listRequestFor(String designatedBodyCode) {
    return new CallsAssert<>(
        exactly(
            GmcOperation.GET_DOCTORS_FOR_DB::equals,
            String.class,
            code -> code,
            "GetDoctorsForDB for designated body " + designatedBodyCode,
            designatedBodyCode,
            "designated body"),
        String.class);
  }

  /** Asserts how often the status of a recommendation for this doctor was asked for. */
  public StatusQueriesAssert statusQueryFor(String gmcNumber) {
    return new StatusQueriesAssert(
        exactly(
            GmcOperation.CHECK_RECOMMENDATION_STATUS::equals,
            StatusQuery.class,
            StatusQuery::gmcNumber,
            "CheckRecommendationStatus for doctor " + gmcNumber,
            gmcNumber,
            "doctor"));
  }

  /** Asserts how many recommendations came for this doctor, by either version. */
  public RecommendationsAssert recommendationFor(String gmcNumber) {
    return new RecommendationsAssert(
        exactly(
            GmcOperation::isRecommendation,
            Recommendation.class,
            Recommendation::gmcNumber,
            "TryRecommendation for doctor " + gmcNumber,
            gmcNumber,
            "doctor"));
  }

  /** Asserts how often this doctor was to be connected. */
  public ConnectionsAssert<AddDoctor, AddReason> additionFor(String gmcNumber) {
    return new ConnectionsAssert<>(
        exactly(
            GmcOperation.TRY_ADD_DOCTOR::equals,
            AddDoctor.class,
            AddDoctor::gmcNumber,
            "TryAddDoctor for doctor " + gmcNumber,
            gmcNumber,
            "doctor"),
        AddDoctor.class,
        AddDoctor::reason,
        AddDoctor::designatedBodyCode);
  }

  /** Asserts how often this doctor was to be disconnected. */
  public ConnectionsAssert<RemoveDoctor, RemoveReason> removalFor(String gmcNumber) {
    return new ConnectionsAssert<>(
        exactly(
            GmcOperation.TRY_REMOVE_DOCTOR::equals,
            RemoveDoctor.class,
            RemoveDoctor::gmcNumber,
            "TryRemoveDoctor for doctor " + gmcNumber,
            gmcNumber,
            "doctor"),
        RemoveDoctor.class,
        RemoveDoctor::reason,
        RemoveDoctor::designatedBodyCode);
  }

  /** Asserts how many calls of this operation came, whomever they are about. */
  public CallsAssert<Object> callsOf(GmcOperation operation) {
    List<ReceivedCall> calls = received.calls(operation::equals);
    require(calls.size(), operation.operationName(), received.size() - calls.size(), "operation");
    return new CallsAssert<>(calls, Object.class);
  }

  private <Q> List<ReceivedCall> exactly(
      Predicate<GmcOperation> operations,
      Class<Q> type,
      Function<Q, String> subject,
      String words,
      String expected,
      String what) {
    List<ReceivedCall> found = new ArrayList<>();
    List<ReceivedCall> all = received.calls(operations);
    for (ReceivedCall call : all) {
      if (subject.apply(call.request(type)).equals(expected)) {
        found.add(call);
      }
    }
    require(found.size(), words, all.size() - found.size(), what);
    return found;
  }

  private void require(int actual, String words, int others, String what) {
    if (actual == times) {
      return;
    }
    String nearest =
        others == 0
            ? "; there was no other such call"
            : "; nearest: " + others + " with another " + what;
    throw new AssertionError(
        "expected "
            + times
            + " of "
            + words
            + ", but there were "
            + actual
            + (actual > times ? "" : nearest));
  }
}
