package uk.nhs.hee.tis.gmc.example.benchmarks;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;

/** Calls with gmc-client as it comes: with retries, circuit and deadlines. */
final class GmcClientCaller implements Caller {
  private static final StatusQuery QUERY =
      StatusQuery.builder()
          .gmcNumber("7000001")
          .designatedBodyCode("1-1RSSQ2H")
          .recommendationId("1")
          .build();

  private final GmcClient client;
  private final boolean bySink;

  GmcClientCaller(URI endpoint, boolean bySink) {
    this.bySink = bySink;
    client =
        GmcClient.builder()
            .endpoint(endpoint)
            .credentials(GmcCredentials.of("user", "password"))
            .internalUser("a.benchmark")
            .build();
  }

  @Override
  public int list() {
    return bySink
        ? client.getDoctorsForDb("1-1RSSQ2H", Counting::new)
        : client.getDoctorsForDb("1-1RSSQ2H").doctors().size();
  }

  @Override
  public String status() {
    return client.checkRecommendationStatus(QUERY).text().orElseThrow();
  }

  @Override
  public CompletableFuture<String> statusAsync() {
    return client
        .async()
        .checkRecommendationStatus(QUERY)
        .thenApply(status -> status.text().orElseThrow());
  }

  @Override
  public void close() {
    client.close();
  }
}
