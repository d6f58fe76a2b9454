package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.Reply;
import uk.nhs.hee.tis.gmc.client.fixture.Rows;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** A thread that is interrupted in a blocking call, over real sockets, wherever the call is. */
@Timeout(60)
class InterruptStagesTest {
  private final Thread caller = Thread.currentThread();
  private final WireServer server = WireServer.start();
  private final GmcListener interrupting =
      new GmcListener() {
        @Override
        public void retryScheduled(GmcCall call, GmcException because, Duration after) {
          caller.interrupt();
        }
      };
  private final GmcClient gmc =
      Clients.builder(server.endpoint())
          .retryPolicy(RetryPolicy.builder().firstBackoff(Duration.ofSeconds(10)).build())
          .random(() -> 0.999)
          .listener(interrupting)
          .build();

  @AfterEach
  void stop() {
    Thread.interrupted();
    gmc.close();
    server.close();
  }

  private Reply thenInterrupt(Reply reply) {
    return (connection, closed) -> {
      reply.on(connection, closed);
      caller.interrupt();
      closed.await();
      return false;
    };
  }

  private GmcException interrupted(Call call) {
    GmcException failure = catchThrowableOfType(GmcException.class, () -> call.on(gmc));
    assertThat(Thread.interrupted()).as("the flag").isTrue();
    assertThat(server.requests()).hasSize(1);
    return failure;
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void beforeAnyAnswer(Call call) {
    server.always(thenInterrupt((connection, closed) -> true));

    assertMayHaveRun(call, interrupted(call));
  }

  @Test
  void inTheBodyOfAList() {
    int most = 1_000_000;
    server.always(thenInterrupt(HttpReply.soap(Soap.list(Rows.rows(5_000))).cutAt(most)));

    assertMayHaveRun(Call.GET_DOCTORS, interrupted(Call.GET_DOCTORS));
  }

  private static void assertMayHaveRun(Call call, GmcException failure) {
    assertThat(failure.source()).isEqualTo(Source.CALLER);
    assertThat(failure.effect()).isEqualTo(Effect.MAY_HAVE_RUN);
    assertThat(failure instanceof GmcOutcomeUnknownException).isEqualTo(!call.operation().isRead());
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void inABackOff(Call call) {
    server.always(
        HttpReply.of("521 Down", "text/plain", "error code: 521")
            .header("cf-ray: 8f3c2a9d1b7e4650-LHR"));

    GmcException failure = interrupted(call);

    assertThat(failure.source()).isEqualTo(Source.CALLER);
    assertThat(failure.effect()).isEqualTo(Effect.NOT_PROCESSED);
  }
}
