package uk.nhs.hee.tis.gmc.testkit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.AddReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralSubreason;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.RemoveReason;
import uk.nhs.hee.tis.gmc.client.model.ResponsibleOfficer;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;

/** The bodies that the real client sends, one an operation, as a bare HTTP server reads them. */
final class ClientRequests {
  private static final String BODY = "1-1RSSQ2H";
  private static final String DOCTOR = "9000001";

  private ClientRequests() {}

  static Map<GmcOperation, String> captured() throws IOException {
    Map<GmcOperation, String> bodies = new ConcurrentHashMap<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String action = exchange.getRequestHeaders().getFirst("SOAPAction");
          bodies.put(operation(action), body);
          exchange.sendResponseHeaders(401, -1);
          exchange.close();
        });
    server.start();
    try {
      sendAll(URI.create("http://localhost:" + server.getAddress().getPort() + "/"));
    } finally {
      server.stop(0);
    }
    return bodies;
  }

  private static GmcOperation operation(String action) {
    for (GmcOperation operation : GmcOperation.values()) {
      if (action.endsWith("/" + operation.operationName() + "\"")) {
        return operation;
      }
    }
    throw new IllegalArgumentException(action);
  }

  private static void sendAll(URI endpoint) {
    send(endpoint, client -> client.getDoctorsForDb(BODY));
    send(
        endpoint,
        client ->
            client.checkRecommendationStatus(
                StatusQuery.builder()
                    .gmcNumber(DOCTOR)
                    .designatedBodyCode(BODY)
                    .recommendationId("1")
                    .build()));
    send(endpoint, client -> client.tryRecommendation(recommendation().revalidate().build()));
    send(endpoint, client -> client.tryRecommendationV2(deferral()));
    send(
        endpoint,
        client ->
            client.tryAddDoctor(
                AddDoctor.builder()
                    .gmcNumber(DOCTOR)
                    .designatedBodyCode(BODY)
                    .reason(AddReason.HAS_CONNECTION)
                    .build()));
    send(
        endpoint,
        client ->
            client.tryRemoveDoctor(
                RemoveDoctor.builder()
                    .gmcNumber(DOCTOR)
                    .designatedBodyCode(BODY)
                    .reason(RemoveReason.RETIRED)
                    .build()));
  }

  /** A client each: after a refusal one client holds back every further call. */
  private static void send(URI endpoint, Consumer<GmcClient> call) {
    try (GmcClient client =
        GmcClient.builder()
            .endpoint(endpoint)
            .credentials(GmcCredentials.of("nobody", "nothing"))
            .internalUser("a.tester")
            .build()) {
      call.accept(client);
      throw new AssertionError("a 401 was taken for an answer");
    } catch (GmcException refused) {
      // The request is what counts.
    }
  }

  private static Recommendation deferral() {
    return recommendation()
        .defer(DeferralReason.INSUFFICIENT_EVIDENCE, LocalDate.of(2027, 3, 31))
        .subreason(DeferralSubreason.CPD)
        .build();
  }

  private static Recommendation.Builder recommendation() {
    return Recommendation.builder()
        .gmcNumber(DOCTOR)
        .surname("O'Hara & <Daughters>")
        .designatedBodyCode(BODY)
        .responsibleOfficer(
            ResponsibleOfficer.builder()
                .gmcNumber("9000009")
                .surname("Łukasz")
                .phoneNumber("01632 960000")
                .build())
        .internalUserEmail("a.tester@example.nhs.uk");
  }
}
