package uk.nhs.hee.tis.gmc.testkit.assertions;

import uk.nhs.hee.tis.gmc.client.model.StatusQuery;

/** Assertions about each of the status queries that were counted. */
public final class StatusQueriesAssert extends CallsAssert<StatusQuery> {
  StatusQueriesAssert(CountedCalls calls) {
    super(calls, StatusQuery.class);
  }

  /**
   * Asserts which recommendation each is about.
   *
   * @param recommendationId from the receipt
   * @return this assertion, to say more about the same calls
   */
  public StatusQueriesAssert withRecommendationId(String recommendationId) {
    field("recommendationId", recommendationId, StatusQuery::recommendationId);
    return this;
  }

  /**
   * Asserts the designated body of each.
   *
   * @param code the body's code, opaque text such as {@code 1-1RSSQ2H}
   * @return this assertion, to say more about the same calls
   */
  public StatusQueriesAssert forDesignatedBody(String code) {
    field("designatedBodyCode", code, StatusQuery::designatedBodyCode);
    return this;
  }
}
