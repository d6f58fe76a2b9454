package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcIntermediaryException;
import uk.nhs.hee.tis.gmc.client.error.GmcPermissionException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply.Framing;
import uk.nhs.hee.tis.gmc.client.fixture.RecordingSink;
import uk.nhs.hee.tis.gmc.client.fixture.Rows;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.DoctorsSummary;

/** Doctors handed over one by one count only when the sink is told that the list was whole. */
class DoctorSinkTest {
  private final WireServer server = WireServer.start();
  private final GmcClient gmc = Clients.of(server);
  private final List<RecordingSink> sinks = new ArrayList<>();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aWholeListIsTheHeldOneRowByRowOnTheCallersThread() {
    server.always(list(200));
    List<Thread> threads = new ArrayList<>();

    RecordingSink sink =
        new RecordingSink() {
          @Override
          public void accept(Doctor doctor) {
            threads.add(Thread.currentThread());
            super.accept(doctor);
          }
        };
    DoctorsSummary summary = gmc.getDoctorsForDb(Call.BODY, () -> sink);

    assertThat(sink.doctors).isEqualTo(gmc.getDoctorsForDb(Call.BODY).doctors());
    assertThat(sink.ends).containsExactly("complete");
    assertThat(threads).containsOnly(Thread.currentThread());
    assertThat(summary.designatedBodyCode()).isEqualTo(Call.BODY);
    assertThat(summary.rows()).isEqualTo(200);
    assertThat(summary.attempts()).isEqualTo(1);
  }

  @Test
  void theSummaryTellsOfRowsThatNobodyCanName() {
    String nameless = Soap.row(Soap.field("DateAdded", "soon")) + Soap.row("");
    server.always(HttpReply.soap(Soap.list(Rows.rows(1) + nameless)));

    DoctorsSummary summary = gmc.getDoctorsForDb(Call.BODY, RecordingSink::new);

    assertThat(summary.rows()).isEqualTo(3);
    assertThat(summary.rowsWithoutGmcNumber()).containsExactly(1, 2);
    assertThat(summary.unreadableFields()).hasSize(1);
    assertThat(summary.unreadableFields().get(0).row()).hasValue(1);
  }

  @Test
  void anEmptyListIsWhole() {
    server.always(HttpReply.soap(Soap.list("")));

    assertThat(gmc.getDoctorsForDb(Call.BODY, RecordingSink.into(sinks)).rows()).isZero();
    assertThat(sinks.get(0).ends).containsExactly("complete");
  }

  @ParameterizedTest
  @CsvSource({
    "LENGTH, false",
    "LENGTH_OF_CUT, false",
    "CLOSE, true",
    "CHUNKED, false",
    "CHUNKED, true"
  })
  void noCutIsEverComplete(Framing framing, boolean gzip) {
    HttpReply plain = list(20).framing(framing);
    HttpReply whole = gzip ? plain.gzip() : plain;

    IntStream.range(0, whole.length())
        .filter(cut -> cut % 37 == 0 || cut > whole.length() - 60)
        .forEach(cut -> assertDiscarded(whole.cutAt(cut), cut));
  }

  private void assertDiscarded(HttpReply reply, int cut) {
    sinks.clear();
    server.then(reply);

    assertThatThrownBy(() -> gmc.getDoctorsForDb(Call.BODY, RecordingSink.into(sinks)))
        .as("cut at %d", cut)
        .isInstanceOf(GmcProtocolException.class);
    // Before the list begins there is nothing to discard.
    assertThat(sinks).as("cut at %d", cut).hasSizeLessThan(2);
    assertThat(sinks).allSatisfy(sink -> assertThat(sink.ends).containsExactly("discard"));
  }

  @Test
  void aRepeatBeginsAtNothingWithASinkOfItsOwn() {
    HttpReply whole = list(200);
    server.then(whole.cutAt(whole.length() / 2), whole);

    DoctorsSummary summary =
        repeating().getDoctorsForDb(Call.BODY, RecordingSink.into(sinks), CallOptions.defaults());

    assertThat(summary.attempts()).isEqualTo(2);
    assertThat(sinks).hasSize(2);
    assertThat(sinks.get(0).ends).containsExactly("discard");
    assertThat(sinks.get(0).doctors).hasSizeBetween(1, 199);
    assertThat(sinks.get(1).ends).containsExactly("complete");
    assertThat(sinks.get(1).doctors).hasSize(200);
  }

  @Test
  void theSameSinkForTwoAttemptsIsRefused() {
    HttpReply whole = list(200);
    server.then(whole.cutAt(whole.length() / 2), whole);
    RecordingSink sink = new RecordingSink();

    assertThatThrownBy(() -> repeating().getDoctorsForDb(Call.BODY, () -> sink))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the supplier gave the same sink again: it would mix the rows of two attempts");
    assertThat(sink.ends).containsExactly("discard");
  }

  private GmcClient repeating() {
    return Clients.builder(server.endpoint())
        .retryPolicy(RetryPolicy.builder().firstBackoff(Duration.ofMillis(1)).build())
        .build();
  }

  @Test
  void aRefusalBehindTheRowsDiscardsThem() {
    String refused = Soap.edit(Soap.list(Rows.rows(20)), "<ReturnCode>0</", "<ReturnCode>99</");
    server.then(HttpReply.soap(refused));

    assertThatThrownBy(() -> gmc.getDoctorsForDb(Call.BODY, RecordingSink.into(sinks)))
        .isInstanceOf(GmcPermissionException.class)
        .hasMessage(
            "The GMC's service refused GetDoctorsForDB with return code 99 (invalid credentials"
                + " (user name, password or IP address)). The code does not say which of the three"
                + " is wrong; the request passed the Cloudflare edge, so this is not a block. Do"
                + " not retry: check user name and password, and ask the GMC whether it accepts the"
                + " IP address now in use. Who must act: the caller, then the GMC's service team."
                + " Quote GMC request id 4410992 at 2027-01-05T00:05:00Z.");
    assertThat(sinks.get(0).doctors).hasSize(20);
    assertThat(sinks.get(0).ends).containsExactly("discard");
  }

  @Test
  void bytesBehindTheListDiscardIt() {
    server.then(HttpReply.soap(Soap.list(Rows.rows(20)) + "<more/>"));

    assertThatThrownBy(() -> gmc.getDoctorsForDb(Call.BODY, RecordingSink.into(sinks)))
        .isInstanceOf(GmcProtocolException.class)
        .hasMessage(
            "The GMC's own web server gave no usable answer to this GetDoctorsForDB request (a SOAP"
                + " answer that is not well-formed: broken markup (after row 19 counting from 0,"
                + " line 1, column 10164), certain). None of the answer was used. Do not retry:"
                + " pass the evidence on. Who must act: the GMC's service team. If you ask the GMC,"
                + " quote the time 2027-01-05T00:05:00Z.");
    assertThat(sinks.get(0).ends).containsExactly("discard");
  }

  @Test
  void aPageInPlaceOfAListNeverOpensASink() {
    server.then(HttpReply.of("403 Forbidden", "text/html", "<html>no</html>"));

    assertThatThrownBy(() -> gmc.getDoctorsForDb(Call.BODY, RecordingSink.into(sinks)))
        .isInstanceOf(GmcIntermediaryException.class)
        .hasMessage(
            "Probably something on the caller's side of the network, such as a proxy, answered"
                + " instead of passing on this GetDoctorsForDB request (HTTP 403 from an unknown"
                + " intermediary, weak). The GMC and its firewall are probably not the cause. Do"
                + " not retry: pass the evidence on. Who must act: the caller's network team. It"
                + " was answered at 2027-01-05T00:05:00Z.");
    assertThat(sinks).isEmpty();
  }

  @Test
  void whatASinkThrowsReachesTheCallerUnchangedAndIsNotRepeated() {
    server.always(list(20));
    List<Object> told = new ArrayList<>();
    RuntimeException full = new IllegalStateException("the disk is full");
    RecordingSink sink =
        new RecordingSink() {
          @Override
          public void accept(Doctor doctor) {
            throw full;
          }
        };
    GmcListener listener =
        new GmcListener() {
          @Override
          public void callFailed(GmcCall call, GmcException failure) {
            told.add(failure);
          }

          @Override
          public void callAborted(GmcCall call, Duration duration, Throwable thrown) {
            told.add(call.designatedBodyCode());
            told.add(thrown);
          }
        };
    GmcClient repeating =
        Clients.builder(server.endpoint())
            .retryPolicy(RetryPolicy.defaults())
            .listener(listener)
            .teller(Runnable::run)
            .build();

    assertThatThrownBy(() -> repeating.getDoctorsForDb(Call.BODY, () -> sink)).isSameAs(full);

    assertThat(sink.ends).containsExactly("discard");
    assertThat(server.requests()).hasSize(1);
    assertThat(told).containsExactly(Call.BODY, full);
  }

  @Test
  void whatTheSupplierOfSinksThrowsReachesListenerAndCallerUnchangedWhateverItIs() {
    server.always(list(1));
    List<Throwable> told = new ArrayList<>();
    GmcListener listener =
        new GmcListener() {
          @Override
          public void callAborted(GmcCall call, Duration duration, Throwable thrown) {
            told.add(thrown);
          }
        };
    GmcClient heard =
        Clients.builder(server.endpoint()).listener(listener).teller(Runnable::run).build();
    List<Throwable> thrown =
        List.of(
            new IOException("thrown unseen"),
            new CompletionException("the sink's own", new IllegalStateException("inner")),
            new CancellationException("the sink's own"),
            new StackOverflowError("the sink's own"));

    for (Throwable each : thrown) {
      assertThatThrownBy(
              () ->
                  heard.<DoctorsSummary>getDoctorsForDb(
                      Call.BODY,
                      () -> {
                        DoctorSinkTest.<RuntimeException>throwUnseen(each);
                        return new RecordingSink();
                      }))
          .isSameAs(each);
    }
    assertThat(told).isEqualTo(thrown);
  }

  @Test
  void aCallThatASinkEndedLeavesNoIncidentAndClosesNoCircuit() {
    server.always(list(1));
    GmcClient one = Clients.of(server);

    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(
              () ->
                  one.<DoctorsSummary>getDoctorsForDb(
                      Call.BODY,
                      () -> {
                        throw new IllegalStateException("no sink");
                      }))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(one.getDoctorsForDb(Call.BODY).doctors()).hasSize(1);
    assertThat(one.availability().state()).isEqualTo(GmcAvailability.State.AVAILABLE);
  }

  @SuppressWarnings("unchecked") // Java throws any Throwable, whatever the compiler knows of it.
  private static <E extends Throwable> void throwUnseen(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @Test
  void aSinkThatCannotCompleteIsToldToDiscard() {
    server.always(list(20));
    AssertionError broken = new AssertionError("no commit");
    RecordingSink sink =
        new RecordingSink() {
          @Override
          public DoctorsSummary complete(DoctorsSummary list) {
            throw broken;
          }
        };

    assertThatThrownBy(() -> gmc.getDoctorsForDb(Call.BODY, () -> sink)).isSameAs(broken);
    assertThat(sink.ends).containsExactly("discard");
  }

  @Test
  void aSinkThatCannotDiscardHidesNoFailure() {
    server.then(list(20).cutAt(3_000));
    RecordingSink sink =
        new RecordingSink() {
          @Override
          public void discard() {
            throw new IllegalStateException("cannot even do that");
          }
        };

    assertThat(
            catchThrowableOfType(
                GmcProtocolException.class, () -> gmc.getDoctorsForDb(Call.BODY, () -> sink)))
        .isNotNull();
  }

  @Test
  void asAFutureItEndsInTheSame() {
    HttpReply whole = list(20);
    server.then(whole, whole.cutAt(3_000), whole);
    RuntimeException full = new IllegalStateException("the disk is full");

    assertThat(gmc.async().getDoctorsForDb(Call.BODY, RecordingSink::new).join().rows())
        .isEqualTo(20);
    assertThatThrownBy(() -> gmc.async().getDoctorsForDb(Call.BODY, RecordingSink::new).join())
        .hasCauseInstanceOf(GmcProtocolException.class);
    assertThatThrownBy(
            () ->
                gmc.async()
                    .<DoctorsSummary>getDoctorsForDb(
                        Call.BODY,
                        () -> {
                          throw full;
                        })
                    .join())
        .hasCause(full);
  }

  private static HttpReply list(int doctors) {
    return HttpReply.soap(Soap.list(Rows.rows(doctors)));
  }
}
