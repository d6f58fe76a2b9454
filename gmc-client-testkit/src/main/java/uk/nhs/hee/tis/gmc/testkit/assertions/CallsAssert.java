package uk.nhs.hee.tis.gmc.testkit.assertions;

import java.util.function.Function;

/**
 * Assertions about each of the calls that were counted. After {@code received(0)} there is no such
 * call, and each of them throws an {@link IllegalStateException}.
 *
 * @param <Q> the request
 */
public class CallsAssert<Q> {
  private final CountedCalls calls;
  private final Class<Q> type;

  CallsAssert(CountedCalls calls, Class<Q> type) {
    this.calls = calls;
    this.type = type;
  }

  /**
   * Asserts the User-Agent of each.
   *
   * @param userAgent the whole header
   * @return this assertion, to say more about the same calls
   */
  public CallsAssert<Q> withUserAgent(String userAgent) {
    return withHeader("User-Agent", userAgent);
  }

  /**
   * Asserts the value of a header of each; values that may be secret are {@code ***}.
   *
   * @param name of the header, in upper or lower case
   * @param value the whole of its first value
   * @return this assertion, to say more about the same calls
   */
  public CallsAssert<Q> withHeader(String name, String value) {
    calls.require(Expectation.header(name, value));
    return this;
  }

  final void field(String name, Object expected, Function<Q, ?> reader) {
    calls.require(Expectation.field(name, expected, type, reader));
  }
}
