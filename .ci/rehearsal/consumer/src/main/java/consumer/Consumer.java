package consumer;

import java.net.URI;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;

/** What a module that uses the client does first. */
final class Consumer {
  private Consumer() {}

  static int doctors(URI endpoint, GmcCredentials credentials, String designatedBodyCode) {
    try (GmcClient gmc =
        GmcClient.builder()
            .endpoint(endpoint)
            .credentials(credentials)
            .identity(
                ClientIdentity.builder()
                    .product("rehearsal", "1")
                    .contact("who@example.nhs.uk")
                    .build())
            .internalUser("a.consumer")
            .build()) {
      return gmc.getDoctorsForDb(designatedBodyCode).doctors().size();
    }
  }
}
