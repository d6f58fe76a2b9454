package uk.nhs.hee.tis.gmc.example.sync;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcClientBuilder;

/** What the job's clients have in common: who they say they are, and their bulk. */
final class Clients {
  /** The job's version. */
  static final String VERSION = version();

  private static final String INTERNAL_USER = "nightly.sync";

  private Clients() {}

  /**
   * Returns a builder that lacks only the endpoint and the credentials.
   *
   * @param parallel how many bodies to fetch at a time
   * @throws IllegalArgumentException if the contact cannot be sent
   */
  static GmcClientBuilder builder(String contact, int parallel) {
    return GmcClient.builder()
        .identity(
            ClientIdentity.builder().product("gmc-nightly-sync", VERSION).contact(contact).build())
        .internalUser(INTERNAL_USER)
        .bulkConcurrency(parallel);
  }

  private static String version() {
    try (InputStream in =
        Objects.requireNonNull(Clients.class.getResourceAsStream("version.txt"), "version.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
