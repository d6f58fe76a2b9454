package uk.nhs.hee.tis.gmc.client;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.client.fixture.NewThreads.assertEnd;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.NewThreads;
import uk.nhs.hee.tis.gmc.client.fixture.Rows;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;

/** What closing a client does to calls in flight, to its threads and to calls that come later. */
@Timeout(60)
class ClosedClientTest {
  private final NewThreads threads = new NewThreads();

  private static GmcClientBuilder client(URI endpoint) {
    return GmcClient.builder()
        .endpoint(endpoint)
        .credentials(GmcCredentials.of("user", "password"))
        .internalUser("a.admin")
        .retryPolicy(RetryPolicy.none());
  }

  @Test
  void closingLetsCallsInFlightEndAndThenThreadsEnd() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    try (WireServer server = WireServer.start()) {
      server.always(
          (connection, end) -> {
            arrived.countDown();
            closed.await();
            return HttpReply.soap(Soap.success(Call.ADD.operation())).on(connection, end);
          });
      GmcClient gmc = client(server.endpoint()).build();
      CompletableFuture<? extends GmcAnswer> call = Setting.start(Call.ADD, gmc);
      arrived.await();

      gmc.close();
      gmc.close();
      closed.countDown();

      assertThat(call.get(20, SECONDS).attempts()).isEqualTo(1);
      assertThat(threads.ofClient()).allMatch(Thread::isDaemon);
      assertEnd(threads.ofClient());
    }
  }

  @Test
  void callsThatTheCallersSinkEndedAndCallsHeldBackAreOverWhenTheClientIsClosed() throws Exception {
    try (WireServer server = WireServer.start()) {
      server.then(
          HttpReply.soap(Soap.list(Rows.rows(1))),
          HttpReply.of("403 Forbidden", "text/plain", "error code: 1020")
              .header("CF-RAY: 8f3c2a9d1b7e4650-LHR"));
      GmcClient gmc =
          client(server.endpoint()).circuitBreakerPolicy(CircuitBreakerPolicy.defaults()).build();

      assertThatThrownBy(() -> gmc.getDoctorsForDb(Call.BODY, ThrowingSink::new))
          .hasMessage("no room");
      assertThatThrownBy(() -> Call.ADD.on(gmc)).isInstanceOf(GmcBlockedException.class);
      assertThatThrownBy(() -> Call.ADD.on(gmc)).isInstanceOf(GmcBlockedException.class);
      assertThat(server.requests()).hasSize(2);
      gmc.close();

      assertEnd(threads.ofClient());
    }
  }

  @Test
  void closedClientRefusesCalls() {
    GmcClient gmc = client(URI.create("http://localhost/")).build();
    gmc.close();

    assertThatThrownBy(() -> gmc.tryAddDoctor(Call.add()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the client is closed");
  }
}
