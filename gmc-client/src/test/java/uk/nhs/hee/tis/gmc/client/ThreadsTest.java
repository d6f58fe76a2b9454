package uk.nhs.hee.tis.gmc.client;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.Rows;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;

/** How many threads calls need, and what is left when they have ended. */
@Timeout(60)
class ThreadsTest {
  private static final int CALLS = 5_000;
  private static final int HANDFUL = 16;

  private final Set<Thread> before = Thread.getAllStackTraces().keySet();
  private final List<Socket> accepted = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch allAccepted = new CountDownLatch(CALLS);
  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
  private ServerSocket silent;

  @BeforeEach
  void listen() throws IOException {
    timer.setRemoveOnCancelPolicy(true);
    silent = new ServerSocket(0, CALLS, InetAddress.getLoopbackAddress());
    Thread acceptor = new Thread(this::acceptAll, "silent-server");
    acceptor.setDaemon(true);
    acceptor.start();
  }

  /** Accepts connections and never says a word. */
  private void acceptAll() {
    try {
      while (!silent.isClosed()) {
        accepted.add(silent.accept());
        allAccepted.countDown();
      }
    } catch (IOException closed) {
      return;
    }
  }

  @AfterEach
  void stop() throws IOException {
    timer.shutdownNow();
    silent.close();
    for (Socket socket : accepted) {
      socket.close();
    }
  }

  private GmcClientBuilder client(URI endpoint) {
    return GmcClient.builder()
        .endpoint(endpoint)
        .credentials(GmcCredentials.of("user", "password"))
        .internalUser("a.admin")
        .connectTimeout(Duration.ofSeconds(50))
        .retryPolicy(RetryPolicy.none());
  }

  private URI silentEndpoint() {
    return URI.create("http://localhost:" + silent.getLocalPort() + "/");
  }

  private List<Thread> threads(String... prefixes) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .filter(thread -> List.of(prefixes).stream().anyMatch(thread.getName()::startsWith))
        .collect(Collectors.toList());
  }

  private List<CompletableFuture<? extends GmcAnswer>> startAll(GmcClient gmc)
      throws InterruptedException {
    List<CompletableFuture<? extends GmcAnswer>> calls = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      calls.add(Setting.start(i % 2 == 0 ? Call.GET_DOCTORS : Call.ADD, gmc));
    }
    assertThat(allAccepted.await(50, SECONDS)).as("all in flight").isTrue();
    return calls;
  }

  @Test
  void fiveThousandCallsInFlightNeedAHandfulOfThreadsAndLeaveNothingWhenCancelled()
      throws Exception {
    GmcClient gmc = client(silentEndpoint()).scheduler(timer).build();
    List<CompletableFuture<? extends GmcAnswer>> calls = startAll(gmc);

    List<Thread> threads = threads("gmc-client-", "HttpClient-");
    assertThat(threads).hasSizeLessThanOrEqualTo(HANDFUL);
    assertThat(timer.getQueue()).hasSize(CALLS);

    calls.forEach(call -> call.cancel(true));
    gmc.close();

    assertThat(timer.getQueue()).isEmpty();
    assertEnd(threads("gmc-client-"));
    if (Runtime.version().feature() >= 21) {
      assertEnd(threads("HttpClient-"));
    }
  }

  @Test
  void cancelledCallsLeaveNoConnectionOpen() throws Exception {
    assumeTrue(
        Runtime.version().feature() >= 16,
        "before Java 16 the JDK keeps a cancelled exchange until its time-out");
    try (GmcClient gmc = client(silentEndpoint()).build()) {
      startAll(gmc).forEach(call -> call.cancel(true));

      for (Socket connection : List.copyOf(accepted)) {
        assertThat(endOf(connection)).isTrue();
      }
    }
  }

  private static boolean endOf(Socket connection) {
    try {
      connection.setSoTimeout(20_000);
      connection.getInputStream().readAllBytes();
      return true;
    } catch (IOException reset) {
      return reset instanceof SocketException;
    }
  }

  private static void assertEnd(List<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.join(10_000);
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
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
      assertThat(threads("gmc-client-")).allMatch(Thread::isDaemon);
      assertEnd(threads("gmc-client-"));
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

      assertEnd(threads("gmc-client-"));
    }
  }

  @Test
  void closedClientRefusesCalls() {
    GmcClient gmc = client(silentEndpoint()).build();
    gmc.close();

    assertThatThrownBy(() -> gmc.tryAddDoctor(Call.add()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the client is closed");
  }
}
