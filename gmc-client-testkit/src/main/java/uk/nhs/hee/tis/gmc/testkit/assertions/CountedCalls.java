package uk.nhs.hee.tis.gmc.testkit.assertions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.testkit.ReceivedCall;
import uk.nhs.hee.tis.gmc.testkit.ReceivedCalls;

/**
 * The calls that an assertion counted, what it expects of them so far, and what else was received.
 */
final class CountedCalls {
  private final ReceivedCalls received;
  private final List<ReceivedCall> ofTheOperation;
  private final List<ReceivedCall> counted;
  private final List<Expectation> expectations;

  private CountedCalls(
      ReceivedCalls received, Predicate<GmcOperation> operations, List<Expectation> subject) {
    this.received = received;
    this.ofTheOperation = received.calls(operations);
    this.expectations = new ArrayList<>(subject);
    this.counted =
        ofTheOperation.stream()
            .filter(call -> differences(call).isEmpty())
            .collect(Collectors.toList());
  }

  /**
   * Counts the calls of these operations that meet the subject's expectations.
   *
   * @throws AssertionError if the number differs
   */
  static CountedCalls exactly(
      int times,
      ReceivedCalls received,
      Predicate<GmcOperation> operations,
      String words,
      List<Expectation> subject) {
    CountedCalls calls = new CountedCalls(received, operations, subject);
    int actual = calls.counted.size();
    if (actual != times) {
      throw new AssertionError(
          "expected "
              + times
              + " of "
              + words
              + ", but there were "
              + actual
              + (actual > times ? calls.thoseCounted() : calls.nearestOther()));
    }
    return calls;
  }

  /** All calls, for assertions on a header of each. */
  static CountedCalls all(ReceivedCalls received) {
    return new CountedCalls(received, operation -> true, List.of());
  }

  /**
   * Requires something of each counted call.
   *
   * @throws AssertionError at the first call that does not meet it
   * @throws IllegalStateException if none was counted
   */
  void require(Expectation expectation) {
    if (counted.isEmpty()) {
      throw new IllegalStateException("received(0) leaves no call to assert anything about");
    }
    expectations.add(expectation);
    for (int i = 0; i < counted.size(); i++) {
      ReceivedCall call = counted.get(i);
      if (!expectation.holds(call)) {
        throw new AssertionError(
            call.operation().operationName()
                + (counted.size() == 1 ? "" : ", call " + (i + 1) + " of " + counted.size())
                + ": "
                + expectation.difference(call)
                + nearest(ofTheOperation, call));
      }
    }
  }

  private List<Expectation> differences(ReceivedCall call) {
    return expectations.stream()
        .filter(expectation -> !expectation.holds(call))
        .collect(Collectors.toList());
  }

  private String thoseCounted() {
    return counted.stream().map(call -> "\n  " + place(call)).collect(Collectors.joining());
  }

  private String nearestOther() {
    List<ReceivedCall> others = new ArrayList<>(ofTheOperation);
    others.removeAll(counted);
    return others.isEmpty()
        ? "; there was no other such call; received: " + kinds(received)
        : nearest(others, others.get(0));
  }

  /** The call with the fewest differences; where several have, the favourite or the oldest. */
  private String nearest(List<ReceivedCall> candidates, ReceivedCall favourite) {
    ReceivedCall nearest = favourite;
    for (ReceivedCall call : candidates) {
      if (differences(call).size() < differences(nearest).size()) {
        nearest = call;
      }
    }
    ReceivedCall found = nearest;
    List<Expectation> differences = differences(found);
    return "\nnearest call: "
        + place(found)
        + (differences.isEmpty() ? ", with no difference" : "")
        + differences.stream()
            .map(expectation -> "\n  " + expectation.difference(found))
            .collect(Collectors.joining());
  }

  private String place(ReceivedCall call) {
    return call.operation().operationName()
        + ", number "
        + (received.calls().indexOf(call) + 1)
        + " of the "
        + received.size()
        + " received";
  }

  /** How many calls of which operation came. */
  static Map<String, Integer> kinds(ReceivedCalls received) {
    Map<String, Integer> kinds = new TreeMap<>();
    received
        .calls()
        .forEach(call -> kinds.merge(call.operation().operationName(), 1, Integer::sum));
    return kinds;
  }
}
