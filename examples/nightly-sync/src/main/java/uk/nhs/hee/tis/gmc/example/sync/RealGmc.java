package uk.nhs.hee.tis.gmc.example.sync;

import java.util.Map;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcClientBuilder;

/** The endpoint that the environment configures. */
final class RealGmc implements Gmc {
  private final GmcClient client;
  private final String url;

  private RealGmc(GmcClient client, String url) {
    this.client = client;
    this.url = url;
  }

  /**
   * Configures a client by the variables that {@code GmcClientBuilder.environmentVariables} lists.
   *
   * @throws UsageException if one is missing or bad; no message holds the password
   */
  static RealGmc of(Map<String, String> environment, GmcClientBuilder builder) {
    try {
      GmcClient client = builder.environmentVariables(environment).build();
      return new RealGmc(client, environment.getOrDefault(Settings.URL, ""));
    } catch (IllegalStateException absent) {
      throw new UsageException("GMC Connect is not configured: " + absent.getMessage());
    } catch (IllegalArgumentException bad) {
      throw new UsageException(
          "the GMC_… variables do not make a usable configuration: " + bad.getMessage());
    }
  }

  @Override
  public GmcClient client() {
    return client;
  }

  @Override
  public String origin() {
    return url;
  }

  @Override
  public String describe() {
    return "GMC Connect at " + url + "\n" + Words.indented(client.identity().describe());
  }

  @Override
  public void close() {
    client.close();
  }
}
