package uk.nhs.hee.tis.gmc.testkit.assertions;

import java.util.Map;
import org.assertj.core.api.AbstractAssert;
import uk.nhs.hee.tis.gmc.testkit.GmcMockServer;
import uk.nhs.hee.tis.gmc.testkit.ReceivedCalls;
import uk.nhs.hee.tis.gmc.testkit.internal.CheckReturnValue;
import uk.nhs.hee.tis.gmc.testkit.internal.UnfinishedChains;

/** Assertions about everything that was received; start at {@link GmcAssertions}. */
public final class GmcTrafficAssert extends AbstractAssert<GmcTrafficAssert, ReceivedCalls> {
  private final int requests;
  private final UnfinishedChains unfinished;

  GmcTrafficAssert(ReceivedCalls received, int requests, UnfinishedChains unfinished) {
    super(received, GmcTrafficAssert.class);
    this.requests = requests;
    this.unfinished = unfinished;
  }

  /**
   * Starts an assertion that exactly this many calls of a kind were received. It asserts nothing
   * until the kind is given: {@link GmcMockServer#verify()} fails a test that never does.
   *
   * @param times 0 or more
   * @return the assertion, to be completed with the kind of call
   * @throws IllegalArgumentException if the number is negative
   */
  @CheckReturnValue
  public ReceivedCount received(int times) {
    if (times < 0) {
      throw new IllegalArgumentException("times must be 0 or more, but is " + times);
    }
    return new ReceivedCount(actual, times, unfinished);
  }

  /**
   * Asserts that nothing at all was sent, not even a request that names no operation.
   *
   * @return this assertion
   */
  public GmcTrafficAssert sentNothing() {
    if (requests > 0) {
      throw new AssertionError("expected no request, but there were " + requests + ": " + kinds());
    }
    return this;
  }

  /**
   * Asserts that something was sent, and every call with exactly this User-Agent.
   *
   * @param userAgent the whole header
   * @return this assertion
   */
  public GmcTrafficAssert sentUserAgent(String userAgent) {
    return sentHeader("User-Agent", userAgent);
  }

  /**
   * Asserts that something was sent, and every call with exactly this value of a header.
   *
   * @param name of the header, in upper or lower case
   * @param value the whole of its first value
   * @return this assertion
   */
  public GmcTrafficAssert sentHeader(String name, String value) {
    if (actual.size() == 0) {
      throw new AssertionError("expected " + name + ": " + value + ", but nothing was sent");
    }
    CountedCalls.all(actual).require(Expectation.header(name, value));
    return this;
  }

  private String kinds() {
    Map<String, Integer> kinds = CountedCalls.kinds(actual);
    if (requests > actual.size()) {
      kinds.put("without an operation", requests - actual.size());
    }
    return kinds.toString();
  }
}
