package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.stalling;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.error.GmcCancelledException;
import uk.nhs.hee.tis.gmc.client.error.GmcTimeoutException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.RecordingSink;
import uk.nhs.hee.tis.gmc.client.fixture.Rows;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.DoctorsSummary;

/** Sinks whose call is given up, by a deadline, an interrupt or a cancel. */
class DoctorSinkGivingUpTest {
  /** Long enough for the first row to arrive on a busy machine, in a JVM that has read a list. */
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  /** More than is buffered for a reader that does not read. */
  private static final int MANY = 4_000;

  private final WireServer server = WireServer.start();
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  @AfterEach
  void stop() {
    Thread.interrupted();
    released.countDown();
    server.close();
  }

  private void hold() {
    reached.countDown();
    await(released);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void letPass(Duration time) {
    try {
      assertThat(released.await(time.toNanos(), TimeUnit.NANOSECONDS)).isFalse();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String noCompleteAnswer(String host, String within) {
    return "GetDoctorsForDB got no usable answer from "
        + host
        + ": no complete answer within "
        + within
        + ". The request may have reached the GMC. Try again later; if it persists, pass the"
        + " evidence on. Who must act: the caller's network team, then the GMC's service team."
        + " Time: 2027-01-05T00:05:00Z.";
  }

  private static HttpReply list(int doctors) {
    return HttpReply.soap(Soap.list(Rows.rows(doctors)));
  }

  @Test
  void aListThatStallsIsDiscarded() {
    Setting setting = new Setting();
    Duration attemptTimeout = Duration.ofMillis(1);
    setting.http.always(stalling(200, "text/xml", Soap.list(Rows.rows(20)).substring(0, 3_000)));
    GmcClient gmc = setting.client().attemptTimeout(attemptTimeout).build();
    RecordingSink sink = new RecordingSink();
    CompletableFuture<?> list = gmc.async().getDoctorsForDb(Call.BODY, () -> sink);

    setting.time.advance(attemptTimeout);

    assertThat(Setting.failureOf(list))
        .isInstanceOf(GmcTimeoutException.class)
        .hasMessage(noCompleteAnswer("127.0.0.1", "1 ms"));
    assertThat(sink.ends).containsExactly("discard");
  }

  @Test
  void aSinkSlowerThanTheTimeOutFailsTheCall() {
    server.always(list(MANY));
    Clients.of(server).getDoctorsForDb(Call.BODY, RecordingSink::new);
    RecordingSink sink =
        new RecordingSink() {
          @Override
          public void accept(Doctor doctor) {
            super.accept(doctor);
            if (doctors.size() == 1) {
              letPass(TIMEOUT);
            }
          }
        };

    GmcClient gmc = Clients.builder(server.endpoint()).attemptTimeout(TIMEOUT).build();
    assertThatThrownBy(() -> gmc.getDoctorsForDb(Call.BODY, () -> sink))
        .isInstanceOf(GmcTimeoutException.class)
        .hasMessage(noCompleteAnswer("localhost", "3 s"));
    assertThat(sink.ends).containsExactly("discard");
    assertThat(sink.doctors).hasSizeBetween(1, MANY - 1);
  }

  @Test
  void anInterruptGivesUpAndLeavesTheFlag() {
    server.always(list(MANY));
    RecordingSink sink =
        new RecordingSink() {
          @Override
          public void accept(Doctor doctor) {
            super.accept(doctor);
            Thread.currentThread().interrupt();
          }
        };

    assertThatThrownBy(() -> Clients.of(server).getDoctorsForDb(Call.BODY, () -> sink))
        .isInstanceOf(GmcCancelledException.class)
        .hasMessage(
            "GetDoctorsForDB got no usable answer from localhost: the calling thread was"
                + " interrupted. The request may have reached the GMC. Call again if the answer is"
                + " still wanted. Who must act: the caller. Time: 2027-01-05T00:05:00Z.");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(sink.ends).containsExactly("discard");
  }

  @Test
  void cancellingAmongTheRowsDiscardsThem() {
    server.always(list(20));
    RecordingSink sink =
        new RecordingSink() {
          @Override
          public void accept(Doctor doctor) {
            hold();
          }
        };
    CompletableFuture<DoctorsSummary> list =
        Clients.of(server).async().getDoctorsForDb(Call.BODY, () -> sink);
    await(reached);

    assertThat(list.cancel(true)).isTrue();
    released.countDown();

    assertThat(list).isCancelled();
    await(sink.ended);
    assertThat(sink.ends).containsExactly("discard");
  }

  @Test
  void cancellingASinkThatCompletesComesTooLate() {
    server.always(list(20));
    RecordingSink sink =
        new RecordingSink() {
          @Override
          public DoctorsSummary complete(DoctorsSummary list) {
            hold();
            return super.complete(list);
          }
        };
    CompletableFuture<DoctorsSummary> list =
        Clients.of(server).async().getDoctorsForDb(Call.BODY, () -> sink);
    await(reached);

    assertThat(list.cancel(true)).isFalse();
    released.countDown();

    assertThat(list.join().rows()).isEqualTo(20);
    assertThat(sink.ends).containsExactly("complete");
  }
}
