package uk.nhs.hee.tis.gmc.client;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static uk.nhs.hee.tis.gmc.client.fixture.NewThreads.assertEnd;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.NewThreads;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;

/** How many threads five thousand calls in flight need, and what is left of them once cancelled. */
@Timeout(60)
class ThreadsTest {
  private static final int CALLS = 5_000;
  private static final int HANDFUL = 16;

  private final NewThreads threads = new NewThreads();
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

    assertThat(
            threads.named(name -> name.startsWith("gmc-client-") || name.startsWith("HttpClient-")))
        .hasSizeLessThanOrEqualTo(HANDFUL);
    assertThat(timer.getQueue()).hasSize(CALLS);

    calls.forEach(call -> call.cancel(true));
    gmc.close();

    assertThat(timer.getQueue()).isEmpty();
    assertEnd(threads.ofClient());
    if (Runtime.version().feature() >= 21) {
      assertEnd(threads.ofHttpClients());
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
}
