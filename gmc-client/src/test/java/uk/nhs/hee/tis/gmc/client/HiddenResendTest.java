package uk.nhs.hee.tis.gmc.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.Reply;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/**
 * The JDK can be told to re-send a POST by itself after a kept connection was closed. It reads that
 * setting once in the life of a JVM, so the client runs in another one.
 */
class HiddenResendTest {

  @Test
  void aRecommendationGoesOnceThoughTheJdkIsToldToRepeatEveryMethod() throws Exception {
    try (WireServer server = WireServer.start()) {
      server
          .then(HttpReply.soap(Soap.success(Call.ADD.operation())))
          .then(Reply.hangUp())
          .always(HttpReply.soap(Soap.success(Call.RECOMMEND_V2.operation())));

      String told = run(server.endpoint());

      assertThat(told)
          .isEqualTo(
              "GmcOutcomeUnknownException MAY_HAVE_RUN [the HTTP client had taken the request's"
                  + " body,"
                  + " the JDK's HTTP client tried to send the request again and was prevented]\n");
      assertThat(server.requests()).filteredOn(request -> !request.body().isEmpty()).hasSize(2);
    }
  }

  private static String run(URI endpoint) throws Exception {
    Process caller =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.httpclient.enableAllMethodRetry=true",
                "-cp",
                System.getProperty("java.class.path"),
                Caller.class.getName(),
                endpoint.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String told = new String(caller.getInputStream().readAllBytes(), UTF_8);
    assertThat(caller.waitFor(60, TimeUnit.SECONDS)).as("the caller has ended").isTrue();
    return told.lines().filter(line -> !line.contains(" INFO ")).reduce("", (a, b) -> a + b + "\n");
  }

  /** The other JVM: adds a doctor, then submits a recommendation on the same connection. */
  static final class Caller {
    private Caller() {}

    public static void main(String[] arguments) {
      GmcClient gmc = Clients.builder(URI.create(arguments[0])).build();
      Call.ADD.on(gmc);
      try {
        Call.RECOMMEND_V2.on(gmc);
        System.out.println("accepted");
      } catch (GmcException e) {
        System.out.println(
            e.getClass().getSimpleName() + " " + e.effect() + " " + e.evidence().signals());
      }
    }
  }
}
