package uk.nhs.hee.tis.gmc.testkit.assertions;

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
import uk.nhs.hee.tis.gmc.testkit.ReceivedCalls;
import uk.nhs.hee.tis.gmc.testkit.internal.UnfinishedChains;

/** How many calls were received, before the kind is given; until then nothing is asserted. */
public final class ReceivedCount {
  private final ReceivedCalls received;
  private final int times;
  private final UnfinishedChains unfinished;

  ReceivedCount(ReceivedCalls received, int times, UnfinishedChains unfinished) {
    this.received = received;
    this.times = times;
    this.unfinished = unfinished;
    unfinished.begin(this, UnfinishedChains.withPlace("received(" + times + ")"));
  }

  /**
   * Asserts how many times the list of this designated body was requested.
   *
   * @param designatedBodyCode the body's code, opaque text such as {@code 1-1RSSQ2H}
   * @return an assertion about those calls, already made for their number
   */
  public CallsAssert<String> listRequestFor(String designatedBodyCode) {
    return new CallsAssert<>(
        exactly(
            GmcOperation.GET_DOCTORS_FOR_DB::equals,
            "GetDoctorsForDB for designated body " + designatedBodyCode,
            Expectation.field(
                "designatedBodyCode", designatedBodyCode, String.class, code -> code)),
        String.class);
  }

  /**
   * Asserts how many times the status of a recommendation for this doctor was requested.
   *
   * @param gmcNumber the doctor's GMC number, compared as text
   * @return an assertion about those calls, already made for their number
   */
  public StatusQueriesAssert statusQueryFor(String gmcNumber) {
    return new StatusQueriesAssert(
        aboutDoctor(
            gmcNumber,
            GmcOperation.CHECK_RECOMMENDATION_STATUS,
            StatusQuery.class,
            StatusQuery::gmcNumber));
  }

  /**
   * Asserts how many recommendations for this doctor were received, in either version.
   *
   * @param gmcNumber the doctor's GMC number, compared as text
   * @return an assertion about those calls, already made for their number
   */
  public RecommendationsAssert recommendationFor(String gmcNumber) {
    return new RecommendationsAssert(
        exactly(
            GmcOperation::isRecommendation,
            "TryRecommendation for doctor " + gmcNumber,
            Expectation.field(
                "gmcNumber", gmcNumber, Recommendation.class, Recommendation::gmcNumber)));
  }

  /**
   * Asserts how many requests to connect this doctor were received.
   *
   * @param gmcNumber the doctor's GMC number, compared as text
   * @return an assertion about those calls, already made for their number
   */
  public ConnectionsAssert<AddDoctor, AddReason> additionFor(String gmcNumber) {
    return new ConnectionsAssert<>(
        aboutDoctor(gmcNumber, GmcOperation.TRY_ADD_DOCTOR, AddDoctor.class, AddDoctor::gmcNumber),
        AddDoctor.class,
        AddDoctor::reason,
        AddDoctor::designatedBodyCode);
  }

  /**
   * Asserts how many requests to disconnect this doctor were received.
   *
   * @param gmcNumber the doctor's GMC number, compared as text
   * @return an assertion about those calls, already made for their number
   */
  public ConnectionsAssert<RemoveDoctor, RemoveReason> removalFor(String gmcNumber) {
    return new ConnectionsAssert<>(
        aboutDoctor(
            gmcNumber, GmcOperation.TRY_REMOVE_DOCTOR, RemoveDoctor.class, RemoveDoctor::gmcNumber),
        RemoveDoctor.class,
        RemoveDoctor::reason,
        RemoveDoctor::designatedBodyCode);
  }

  /**
   * Asserts how many calls of this operation were received, whichever doctor they are about.
   *
   * @param operation one of the six, each version of a recommendation separately
   * @return an assertion about those calls, already made for their number
   */
  public CallsAssert<Object> callsOf(GmcOperation operation) {
    return new CallsAssert<>(exactly(operation::equals, operation.operationName()), Object.class);
  }

  private <Q> CountedCalls aboutDoctor(
      String gmcNumber, GmcOperation operation, Class<Q> type, Function<Q, String> reader) {
    return exactly(
        operation::equals,
        operation.operationName() + " for doctor " + gmcNumber,
        Expectation.field("gmcNumber", gmcNumber, type, reader));
  }

  private CountedCalls exactly(
      Predicate<GmcOperation> operations, String words, Expectation... subject) {
    unfinished.end(this);
    return CountedCalls.exactly(times, received, operations, words, List.of(subject));
  }
}
