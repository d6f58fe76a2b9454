package uk.nhs.hee.tis.gmc.example.benchmarks;

import java.net.URI;
import uk.nhs.hee.tis.gmc.example.legacy.LegacyClient;

/** Calls as modules do today; it asks for gzip by itself. */
final class SpringWsCaller implements Caller {
  private final LegacyClient client;

  SpringWsCaller(URI endpoint) {
    client = new LegacyClient(endpoint, "user", "password");
  }

  @Override
  public int list() {
    return client
        .getDoctors(WireRequests.list())
        .getDoctors()
        .getGetDoctorsForDBResponseDoctor()
        .size();
  }

  @Override
  public String status() {
    return client.checkStatus(WireRequests.status()).getStatus();
  }
}
