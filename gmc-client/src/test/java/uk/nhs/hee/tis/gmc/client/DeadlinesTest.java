package uk.nhs.hee.tis.gmc.client;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcCancelledException;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.error.GmcTimeoutException;
import uk.nhs.hee.tis.gmc.client.error.GmcUnreachableException;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.Causes;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.ManualTime;
import uk.nhs.hee.tis.gmc.client.fixture.Reply;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;

/** Calls end by their deadline, whatever else waits for ever. */
@Timeout(120)
class DeadlinesTest {
  private static final String NETWORK_TEAM =
      " Who must act: the caller's network team, then the GMC's service team. Time:"
          + " 2027-01-05T00:05:00Z.";
  private static final String CALLER = " Who must act: the caller. Time: 2027-01-05T00:05:00Z.";

  private static final Duration DEADLINE = Duration.ofSeconds(1);
  private static final int GENEROUS_SECONDS = 60;

  private final WireServer server = WireServer.start();
  private final CountDownLatch testOver = new CountDownLatch(1);
  private final List<GmcClient> clients = new ArrayList<>();
  private final ManualTime time = new ManualTime();

  @AfterEach
  void stop() {
    testOver.countDown();
    clients.forEach(GmcClient::close);
    server.close();
  }

  private GmcClientBuilder builder() {
    return GmcClient.builder()
        .endpoint(server.endpoint())
        .credentials(GmcCredentials.of("user", "password"))
        .internalUser("a.admin")
        .clock(Clock.fixed(Clients.NOW, ZoneOffset.UTC))
        .callDeadline(DEADLINE)
        .retryPolicy(RetryPolicy.none());
  }

  /** One whose time passes only as the test says, so that what must come before a deadline does. */
  private GmcClientBuilder byHand() {
    return builder().ticker(time::nanos).scheduler(time.scheduler());
  }

  private GmcClient built(GmcClientBuilder builder) {
    GmcClient client = builder.build();
    clients.add(client);
    return client;
  }

  /** Waits for ever, as far as the test goes. */
  private void hang() {
    try {
      testOver.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private InetAddress[] silentNameService(String host) {
    hang();
    return new InetAddress[0];
  }

  private static Reply success(Call call) {
    return HttpReply.soap(Soap.success(call.operation()));
  }

  private static Throwable failureOf(CompletableFuture<?> future) throws Exception {
    ExecutionException failure =
        catchThrowableOfType(ExecutionException.class, () -> future.get(GENEROUS_SECONDS, SECONDS));
    return Objects.requireNonNull(failure.getCause());
  }

  @Test
  void aSilentNameServiceCostsTheEvidenceItsAddressesAndNotTheCallItsEnd() {
    Duration deadline = Duration.ofSeconds(GENEROUS_SECONDS / 2);
    server.always(
        (connection, closed) -> {
          time.advance(deadline);
          return Reply.silence().on(connection, closed);
        });
    GmcClient gmc = built(byHand().callDeadline(deadline).names(this::silentNameService));

    GmcTimeoutException failure =
        catchThrowableOfType(GmcTimeoutException.class, () -> gmc.getDoctorsForDb(Call.BODY));

    assertThat(failure)
        .hasMessage(
            "GetDoctorsForDB got no usable answer from localhost: no answer within 30 s. The"
                + " request may have reached the GMC. Try again later; if it persists, pass the evidence"
                + " on."
                + NETWORK_TEAM);
    assertThat(failure.source()).isEqualTo(Source.NETWORK);
    assertThat(failure.evidence().resolvedAddresses()).isEmpty();
  }

  @Test
  void theEvidenceHasTheAddressesThatTheNameServiceGives() {
    GmcClient gmc =
        built(
            builder()
                .callDeadline(Duration.ofSeconds(20))
                .names(host -> InetAddress.getAllByName("192.0.2.7")));

    GmcUnreachableException failure =
        catchThrowableOfType(GmcUnreachableException.class, () -> gmc.getDoctorsForDb(Call.BODY));

    assertThat(failure.evidence().resolvedAddresses()).containsExactly("192.0.2.7");
  }

  @Test
  void behindAProxyNobodyAsksTheNameService() {
    AtomicInteger asked = new AtomicInteger();
    InetSocketAddress proxy = new InetSocketAddress("localhost", server.endpoint().getPort());
    GmcClient gmc =
        built(
            builder()
                .callDeadline(Duration.ofSeconds(20))
                .httpClient(HttpClient.newBuilder().proxy(ProxySelector.of(proxy)).build())
                .names(
                    host -> {
                      asked.incrementAndGet();
                      return InetAddress.getAllByName(host);
                    }));

    GmcUnreachableException failure =
        catchThrowableOfType(GmcUnreachableException.class, () -> gmc.getDoctorsForDb(Call.BODY));

    assertThat(failure)
        .hasMessage(
            "GetDoctorsForDB got no usable answer from localhost: the connection broke before an"
                + " answer came ("
                + Causes.name(failure)
                + "). The request may have reached the GMC. Try again later; if it persists, pass"
                + " the evidence on."
                + NETWORK_TEAM);

    assertThat(asked).hasValue(0);
  }

  @ParameterizedTest
  @EnumSource(names = {"GET_DOCTORS", "RECOMMEND_V2"})
  void anExecutorThatDropsItsWorkSendsNothing(Call call) throws Exception {
    server.always(success(call));
    GmcClient gmc = built(builder().executor(work -> {}));

    Throwable failure = failureOf(Setting.start(call, gmc));

    assertThat(failure)
        .isInstanceOf(GmcCancelledException.class)
        .hasMessage(
            call.operation().operationName()
                + " got no usable answer from localhost: the call's deadline passed before it was"
                + " sent. Nothing was sent. Allow the call more time, or make fewer calls at once."
                + CALLER);
    assertThat(((GmcException) failure).effect()).isEqualTo(Effect.NOT_SENT);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void anExecutorThatIsBusyWhenTheAnswerComesLeavesItUnread() throws Exception {
    GmcException failure = failureWithTheAnswerUnread(Call.GET_DOCTORS);

    assertThat(failure.effect()).isEqualTo(Effect.MAY_HAVE_RUN);
    assertThat(failure)
        .isInstanceOf(GmcCancelledException.class)
        .hasMessage(
            "GetDoctorsForDB got no usable answer from localhost: the call's deadline passed before"
                + " this side read an answer. The request may have reached the GMC. Allow the call"
                + " more time, or make fewer calls at once."
                + CALLER);
  }

  @Test
  void anExecutorThatIsBusyWhenTheAnswerComesLeavesTheOutcomeOfAWriteUnknown() throws Exception {
    GmcException failure = failureWithTheAnswerUnread(Call.RECOMMEND_V2);

    String ending =
        "TryRecommendationV2 got no usable answer from localhost: the call's deadline passed before"
            + " this side read an answer. The request may have reached the GMC. Do not submit it"
            + " again: look the doctor up in GMC Connect, or ask the GMC; if it arrived, a second"
            + " one would be refused with return code 91, which does not say whose recommendation"
            + " is open."
            + CALLER;
    assertThat(failure.effect()).isEqualTo(Effect.MAY_HAVE_RUN);
    assertThat(failure)
        .isInstanceOf(GmcOutcomeUnknownException.class)
        .hasMessage(
            "TryRecommendationV2 may have been carried out; this side cannot tell. The failure: "
                + ending)
        .cause()
        .isInstanceOf(GmcCancelledException.class)
        .hasMessage(ending);
  }

  private GmcException failureWithTheAnswerUnread(Call call) throws Exception {
    AtomicInteger steps = new AtomicInteger();
    CountDownLatch answered = new CountDownLatch(1);
    server.always(success(call));
    GmcClient gmc =
        built(
            byHand()
                .executor(
                    work -> {
                      if (steps.getAndIncrement() == 0) {
                        work.run();
                      } else {
                        answered.countDown();
                      }
                    }));
    CompletableFuture<? extends GmcAnswer> outcome = Setting.start(call, gmc);
    answered.await();
    // The client guards a step only after it has handed it over.
    while (!outcome.isDone()) {
      time.advance(DEADLINE);
    }

    return (GmcException) failureOf(outcome);
  }

  @Test
  void stagesThatHangKeepNoOtherCall() throws Exception {
    server.always(success(Call.GET_DOCTORS));
    GmcClient gmc = built(builder().callDeadline(Duration.ofSeconds(GENEROUS_SECONDS)));
    for (int i = 0; i < 32; i++) {
      CompletableFuture<?> unused = gmc.async().getDoctorsForDb(Call.BODY).thenRun(this::hang);
    }

    assertThat(gmc.async().getDoctorsForDb(Call.BODY).get(GENEROUS_SECONDS, SECONDS).attempts())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"GET_DOCTORS", "RECOMMEND_V2"})
  void aListenerThatHangsKeepsNoCall(Call call) throws Exception {
    server.always(success(call));
    GmcClient gmc =
        built(
            builder()
                .callDeadline(Duration.ofSeconds(GENEROUS_SECONDS))
                .listener(
                    new GmcListener() {
                      @Override
                      public void callStarted(GmcCall started) {
                        hang();
                      }
                    }));

    assertThat(call.on(gmc).attempts()).isEqualTo(1);
    assertThat(Setting.start(call, gmc).get(GENEROUS_SECONDS / 2, SECONDS).attempts()).isEqualTo(1);
  }

  @Test
  void aTimeOutOfTheCallersOwnGivesTheCallUp() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    List<GmcException> failures = new ArrayList<>();
    server.always(Reply.silence().afterOpening(arrived));
    GmcClient gmc =
        built(
            builder()
                .callDeadline(Duration.ofSeconds(GENEROUS_SECONDS))
                .teller(Runnable::run)
                .listener(
                    new GmcListener() {
                      @Override
                      public void callFailed(GmcCall call, GmcException failure) {
                        failures.add(failure);
                      }
                    }));
    CompletableFuture<? extends GmcAnswer> outcome = Setting.start(Call.RECOMMEND_V2, gmc);
    arrived.await();

    assertThat(failureOf(outcome.orTimeout(1, NANOSECONDS))).isInstanceOf(TimeoutException.class);
    assertThat(failures).extracting(GmcException::effect).containsExactly(Effect.MAY_HAVE_RUN);
  }
}
