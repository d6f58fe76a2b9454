package uk.nhs.hee.tis.gmc.example.sync;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcClientBuilder;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.testkit.GmcMockServer;
import uk.nhs.hee.tis.gmc.testkit.GmcRegister;

/** A stand-in GMC in this process, with invented doctors, the same ones for the same seed. */
final class StandIn implements Gmc {
  private static final int MOST_IN_ALL = 900_000;

  private final GmcMockServer server;
  private final GmcClient client;
  private final String words;

  private StandIn(GmcMockServer server, GmcClient client, String words) {
    this.server = server;
    this.client = client;
    this.words = words;
  }

  static StandIn start(
      List<DesignatedBody> bodies,
      long seed,
      int most,
      Optional<Scenario> scenario,
      GmcClientBuilder builder) {
    List<Integer> sizes = sizes(bodies.size(), seed, most);
    List<String> codes = bodies.stream().map(DesignatedBody::code).collect(Collectors.toList());
    GmcMockServer server =
        GmcMockServer.builder().register(GmcRegister.invented(seed, codes, sizes::get)).start();
    scenario.ifPresent(s -> s.playOn(server));
    GmcClient client =
        builder
            .endpoint(server.endpoint())
            .credentials(GmcCredentials.of(server.username(), server.password()))
            .environmentLabel("stand-in")
            .build();
    String words =
        "A stand-in GMC, for "
            + Settings.URL
            + " is not set: "
            + Words.of(sizes.stream().mapToLong(Integer::longValue).sum())
            + " invented doctors (seed "
            + seed
            + ")"
            + scenario.map(s -> "\nScenario " + s.argument() + ": " + s.words()).orElse("");
    return new StandIn(server, client, words);
  }

  /** Returns sizes from three eighths of the most to the most, evenly spread, in a seeded order. */
  private static List<Integer> sizes(int bodies, long seed, int most) {
    int largest = Math.min(most, MOST_IN_ALL / bodies);
    int smallest = Math.max(1, largest * 3 / 8);
    List<Integer> sizes = new ArrayList<>();
    for (int i = 0; i < bodies; i++) {
      sizes.add(largest - (largest - smallest) * i / Math.max(1, bodies - 1));
    }
    Collections.shuffle(sizes, new Random(seed));
    return sizes;
  }

  @Override
  public GmcClient client() {
    return client;
  }

  @Override
  public String origin() {
    return "the stand-in GMC";
  }

  @Override
  public String describe() {
    return words + "\n" + Words.indented(client.identity().describe());
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
