package uk.nhs.hee.tis.gmc.testkit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Assertions about each of the calls that were counted. None can be made about no call.
 *
 * @param <Q> the request
 */
public class CallsAssert<Q> {
  private static final String HIDDEN = "another one, not shown";

  private final List<ReceivedCall> calls;
  private final Class<Q> type;

  CallsAssert(List<ReceivedCall> calls, Class<Q> type) {
    this.calls = calls;
    this.type = type;
  }

  /** Asserts the User-Agent of each. */
  public CallsAssert<Q> withUserAgent(String userAgent) {
    return withHeader("User-Agent", userAgent);
  }

  /** Asserts the value of a header of each; values that may be secret are {@code ***}. */
  public CallsAssert<Q> withHeader(String name, String value) {
    some().forEach(call -> HeaderCheck.require(call, name, value));
    return this;
  }

  /** Requires a field that may be shown. */
  final void field(String name, Object expected, Function<Q, ?> reader) {
    check(name, expected, reader, false);
  }

  /** Requires a field that may identify a person: what came is not shown. */
  final void personalField(String name, Object expected, Function<Q, ?> reader) {
    check(name, expected, reader, true);
  }

  private void check(String name, Object expected, Function<Q, ?> reader, boolean personal) {
    int number = 0;
    for (ReceivedCall call : some()) {
      number++;
      Object read = reader.apply(call.request(type));
      Object actual = read instanceof Optional ? ((Optional<?>) read).orElse(null) : read;
      if (!expected.equals(actual)) {
        throw new AssertionError(
            call.operation().operationName()
                + (calls.size() == 1 ? "" : ", call " + number + " of " + calls.size())
                + ": expected "
                + name
                + " "
                + expected
                + ", but was "
                + (actual == null ? "absent" : personal ? HIDDEN : actual));
      }
    }
  }

  private List<ReceivedCall> some() {
    if (calls.isEmpty()) {
      throw new IllegalStateException("received(0) leaves no call to say more about");
    }
    return calls;
  }
}
