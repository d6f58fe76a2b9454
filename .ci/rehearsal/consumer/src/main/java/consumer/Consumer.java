package consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;

/** What a module that uses the client does first. */
final class Consumer {
  private Consumer() {}

  /** Lists doctors, and counts them as they come out of a queue of JSON. */
  static int doctors(URI endpoint, GmcCredentials credentials, String designatedBodyCode)
      throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper();
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
      String json = mapper.writeValueAsString(gmc.getDoctorsForDb(designatedBodyCode));
      return mapper.readValue(json, DoctorsForDb.class).doctors().size();
    }
  }
}
