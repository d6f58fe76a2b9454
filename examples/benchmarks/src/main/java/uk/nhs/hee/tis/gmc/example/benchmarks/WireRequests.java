package uk.nhs.hee.tis.gmc.example.benchmarks;

import uk.nhs.hee.tis.gmc.example.legacy.wsdl.CheckRecommendationStatusRequest;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.GetDoctorsForDBRequest;

/** The requests in the classes generated from the service description. */
final class WireRequests {
  private WireRequests() {}

  static GetDoctorsForDBRequest list() {
    GetDoctorsForDBRequest list = new GetDoctorsForDBRequest();
    list.setDesignatedBodyCode("1-1RSSQ2H");
    list.setClientRequestID("id-1");
    list.setInternalUser("a.benchmark");
    return list;
  }

  static CheckRecommendationStatusRequest status() {
    CheckRecommendationStatusRequest query = new CheckRecommendationStatusRequest();
    query.setDesignatedBodyId("1-1RSSQ2H");
    query.setClientRequestId("id-1");
    query.setInternalUserId("a.benchmark");
    query.setGMCReferenceNumber("7000001");
    query.setRecommendationId("1");
    return query;
  }
}
