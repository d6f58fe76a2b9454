package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.ManualTime;
import uk.nhs.hee.tis.gmc.client.fixture.Reply;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/**
 * Connections that die while they are idle, without the client's knowing: the server gives up on
 * each just as its second request arrives.
 */
class StaleConnectionTest {
  private static final Duration IDLE = Duration.ofSeconds(5);

  private final ManualTime time = new ManualTime();
  private final WireServer server = WireServer.start();
  private final GmcClient gmc =
      GmcClient.builder()
          .endpoint(server.endpoint())
          .credentials(GmcCredentials.of("user", "password"))
          .internalUser("a.admin")
          .ticker(time::nanos)
          .random(() -> 0)
          .build();

  @AfterEach
  void stop() {
    gmc.close();
    server.close();
  }

  private static Reply success(Call call) {
    return HttpReply.soap(Soap.success(call.operation()));
  }

  private static Reply oncePerConnection(Reply reply) {
    Set<Socket> used = ConcurrentHashMap.newKeySet();
    return (connection, closed) -> used.add(connection) && reply.on(connection, closed);
  }

  @ParameterizedTest
  @EnumSource(names = {"ADD", "REMOVE", "RECOMMEND", "RECOMMEND_V2"})
  void writeAfterAPauseGoesOutOnAFreshConnection(Call write) {
    server.always(oncePerConnection(success(write)));

    for (int i = 0; i < 5; i++) {
      assertThat(write.on(gmc).attempts()).isEqualTo(1);
      time.advance(IDLE);
    }

    assertThat(server.requests()).hasSize(5);
    assertThat(server.connections()).isEqualTo(5);
  }

  @Test
  void readAfterAPauseIsRepeatedWhenItsConnectionWasDead() {
    server.always(oncePerConnection(success(Call.GET_DOCTORS)));
    Call.GET_DOCTORS.on(gmc);
    time.advance(IDLE);

    assertThat(Call.GET_DOCTORS.on(gmc).attempts()).isEqualTo(2);
  }

  /** A few, not one: the JDK may not have taken an answered connection back when the next goes. */
  @Test
  void writesInARowShareConnections() {
    server.always(success(Call.ADD));

    for (int i = 0; i < 20; i++) {
      Call.ADD.on(gmc);
      time.advance(Duration.ofMillis(100));
    }

    assertThat(server.requests()).hasSize(20);
    assertThat(server.connections()).isLessThan(10);
  }

  @Test
  void noConnectionForWritesIsKeptForLongEvenIfItIsBusy() {
    server.always(success(Call.ADD));

    for (int i = 0; i < 100; i++) {
      Call.ADD.on(gmc);
      time.advance(Duration.ofMillis(100));
    }

    assertThat(server.connections()).isBetween(3, 30);
  }
}
