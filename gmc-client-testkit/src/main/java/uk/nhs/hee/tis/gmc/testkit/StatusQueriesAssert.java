package uk.nhs.hee.tis.gmc.testkit;

import uk.nhs.hee.tis.gmc.client.model.StatusQuery;

/** Assertions about each of the status queries that were counted. */
public final class StatusQueriesAssert extends CallsAssert<StatusQuery> {
  StatusQueriesAssert(CountedCalls calls) {
    super(calls, StatusQuery.class);
  }

  /** Asserts which recommendation each is about. */
  public StatusQueriesAssert withRecommendationId(String recommendationId) {
    field("recommendationId", recommendationId, StatusQuery::recommendationId);
    return this;
  }

  /** Asserts in the name of which designated body each is. */
  public StatusQueriesAssert forDesignatedBody(String code) {
    field("designatedBodyCode", code, StatusQuery::designatedBodyCode);
    return this;
  }
}
