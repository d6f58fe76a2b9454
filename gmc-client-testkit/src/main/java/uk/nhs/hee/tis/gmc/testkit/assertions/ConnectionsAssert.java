package uk.nhs.hee.tis.gmc.testkit.assertions;

import java.util.function.Function;

/**
 * Assertions about each of the additions or removals that were counted.
 *
 * @param <Q> the request
 * @param <R> its reason
 */
public final class ConnectionsAssert<Q, R> extends CallsAssert<Q> {
  private final Function<Q, R> reason;
  private final Function<Q, String> designatedBody;

  ConnectionsAssert(
      CountedCalls calls,
      Class<Q> type,
      Function<Q, R> reason,
      Function<Q, String> designatedBody) {
    super(calls, type);
    this.reason = reason;
    this.designatedBody = designatedBody;
  }

  /**
   * Asserts the reason of each.
   *
   * @param expected the reason given to the GMC
   * @return this assertion, to say more about the same calls
   */
  public ConnectionsAssert<Q, R> withReason(R expected) {
    field("reason", expected, reason);
    return this;
  }

  /**
   * Asserts the designated body of each.
   *
   * @param code the body's code, opaque text such as {@code 1-1RSSQ2H}
   * @return this assertion, to say more about the same calls
   */
  public ConnectionsAssert<Q, R> forDesignatedBody(String code) {
    field("designatedBodyCode", code, designatedBody);
    return this;
  }
}
