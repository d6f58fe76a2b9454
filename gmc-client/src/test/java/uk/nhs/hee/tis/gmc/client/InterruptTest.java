package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcCancelledException;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.Causes;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.Reply;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** An interrupted caller stops at once, with its flag restored, and sends nothing more. */
class InterruptTest {
  private final WireServer server = WireServer.start();
  private final GmcClient gmc = Clients.of(server);
  private final AtomicReference<Throwable> thrown = new AtomicReference<>(new AssertionError());
  private final AtomicBoolean flag = new AtomicBoolean();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void whileWaitingForAnAnswer(Call call) throws InterruptedException {
    callAndInterrupt(call, Reply.silence());

    assertInterrupted(call, Effect.MAY_HAVE_RUN, "The request may have reached the GMC.");
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void whileReadingAnAnswer(Call call) throws InterruptedException {
    callAndInterrupt(call, HttpReply.soap(Soap.success(call.operation())).cutAt(250).thenStall());

    assertInterrupted(call, Effect.MAY_HAVE_RUN, "The request may have reached the GMC.");
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void beforeItSendsAnything(Call call) throws InterruptedException {
    Thread caller =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              call(call);
            });
    caller.start();
    join(caller);

    assertInterrupted(call, Effect.NOT_SENT, "Nothing was sent.");
    assertThat(server.connections()).isZero();
  }

  private void callAndInterrupt(Call call, Reply reply) throws InterruptedException {
    CountDownLatch arrived = new CountDownLatch(1);
    server.then(reply.afterOpening(arrived));
    Thread caller = new Thread(() -> call(call));
    caller.start();
    assertThat(arrived.await(30, TimeUnit.SECONDS)).as("the request arrived").isTrue();
    caller.interrupt();
    join(caller);
  }

  private void call(Call call) {
    thrown.set(catchThrowable(() -> call.on(gmc)));
    flag.set(Thread.currentThread().isInterrupted());
  }

  private static void join(Thread caller) throws InterruptedException {
    caller.join(30_000);
    assertThat(caller.isAlive()).as("the caller is still busy").isFalse();
  }

  private void assertInterrupted(Call call, Effect effect, String sent) {
    assertThat(flag).as("interrupt flag").isTrue();
    assertThat(thrown.get()).isInstanceOf(GmcException.class);
    GmcException failure = (GmcException) thrown.get();
    assertThat(failure.effect()).isEqualTo(effect);
    assertThat(failure.source()).isEqualTo(Source.CALLER);
    assertThat(failure.retryable()).isFalse();
    assertThat(failure.attempts()).isEqualTo(effect == Effect.NOT_SENT ? 0 : 1);
    Throwable inner = failure;
    if (!call.operation().isRead() && effect == Effect.MAY_HAVE_RUN) {
      assertThat(failure).isInstanceOf(GmcOutcomeUnknownException.class);
      inner = Causes.of(failure);
    }
    boolean lost = inner != failure;
    assertThat(inner)
        .isExactlyInstanceOf(GmcCancelledException.class)
        .hasMessage(
            call.operation().operationName()
                + " got no usable answer from localhost: the calling thread was interrupted. "
                + sent
                + (lost ? howToFindOut(call) : " Call again if the answer is still wanted.")
                + " Who must act: the caller. Time: 2027-01-05T00:05:00Z.");
  }

  private static String howToFindOut(Call call) {
    return call.operation().isRecommendation()
        ? " Do not submit it again: look the doctor up in GMC Connect, or ask the GMC; if it"
            + " arrived, a second one would be refused with return code 91, which does not say"
            + " whose recommendation is open."
        : " Once calls get through again, retry it to find out: return code "
            + (call == Call.ADD
                ? "100 means that the doctor is connected."
                : "140 means that the doctor is no longer connected.");
  }
}
