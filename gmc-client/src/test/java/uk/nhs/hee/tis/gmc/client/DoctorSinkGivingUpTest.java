package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
  /** Long enough for the first row to arrive on a busy machine. */
  private static final Duration TIMEOUT = Duration.ofMillis(1500);

  private static final String NO_COMPLETE_ANSWER =
      "GetDoctorsForDB got no usable answer from localhost: no complete answer within 1500 ms. The"
          + " request may have reached the GMC. Try again later; if it persists, pass the evidence"
          + " on. Who must act: the caller's network team, then the GMC's service team. Time:"
          + " 2027-01-05T00:05:00Z.";

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
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private GmcClient client() {
    return Clients.builder(server.endpoint()).attemptTimeout(TIMEOUT).build();
  }

  private static HttpReply list(int doctors) {
    return HttpReply.soap(Soap.list(Rows.rows(doctors)));
  }

  @Test
  void aListThatStallsIsDiscarded() {
    server.always(list(20).cutAt(3_000).thenStall());
    RecordingSink sink = new RecordingSink();

    assertThatThrownBy(() -> client().getDoctorsForDb(Call.BODY, () -> sink))
        .isInstanceOf(GmcTimeoutException.class)
        .hasMessage(NO_COMPLETE_ANSWER);
    assertThat(sink.ends).containsExactly("discard");
  }

  @Test
  void aSinkSlowerThanTheTimeOutFailsTheCall() {
    server.always(list(MANY));
    RecordingSink sink =
        new RecordingSink() {
          @Override
          public void accept(Doctor doctor) {
            super.accept(doctor);
            long from = System.nanoTime();
            while (doctors.size() == 1 && System.nanoTime() - from < TIMEOUT.toNanos()) {
              Thread.onSpinWait();
            }
          }
        };

    assertThatThrownBy(() -> client().getDoctorsForDb(Call.BODY, () -> sink))
        .isInstanceOf(GmcTimeoutException.class)
        .hasMessage(NO_COMPLETE_ANSWER);
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
