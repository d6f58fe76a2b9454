package uk.nhs.hee.tis.gmc.testkit;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;

/**
 * What a mock server or a fake has received, oldest first, as the types with which the client was
 * called. For a server, the internal user is always present, because the client fills it in.
 *
 * <pre>{@code
 * assertThat(gmc.received().additions()).containsExactly(expected);
 * }</pre>
 *
 * <p>Immutable: later calls are not in it. Each method that returns requests throws an {@link
 * AssertionError} if one of them is a request that the client would never send, such as one without
 * a GMC number.
 */
public final class ReceivedCalls {
  private final List<ReceivedCall> calls;

  ReceivedCalls(List<ReceivedCall> calls) {
    this.calls = List.copyOf(calls);
  }

  /** {@return the designated bodies whose doctors were asked for} */
  public List<String> listRequests() {
    return requests(RequestKind.LIST);
  }

  /** {@return the recommendations whose status was asked for} */
  public List<StatusQuery> statusQueries() {
    return requests(RequestKind.STATUS);
  }

  /** {@return the recommendations, of either version of the operation} */
  public List<Recommendation> recommendations() {
    return requests(RequestKind.RECOMMENDATION);
  }

  /** {@return the doctors to connect} */
  public List<AddDoctor> additions() {
    return requests(RequestKind.ADDITION);
  }

  /** {@return the doctors to disconnect} */
  public List<RemoveDoctor> removals() {
    return requests(RequestKind.REMOVAL);
  }

  /** {@return how many calls there are, of any operation} */
  public int size() {
    return calls.size();
  }

  /** {@return every call, of any operation, oldest first} */
  public List<ReceivedCall> calls() {
    return calls;
  }

  /**
   * {@return the calls of some operations, oldest first}
   *
   * @param operations such as {@code GmcOperation::isRecommendation}
   */
  public List<ReceivedCall> calls(Predicate<GmcOperation> operations) {
    return calls.stream()
        .filter(call -> operations.test(call.operation()))
        .collect(Collectors.toList());
  }

  private <Q> List<Q> requests(RequestKind<Q> kind) {
    return calls(kind.operations()).stream()
        .map(call -> call.request(kind.type()))
        .collect(Collectors.toList());
  }

  /** Shows how many calls of which operations there are, and no doctor's data. */
  @Override
  public String toString() {
    return "ReceivedCalls"
        + calls.stream().map(call -> call.operation().operationName()).collect(Collectors.toList());
  }
}
