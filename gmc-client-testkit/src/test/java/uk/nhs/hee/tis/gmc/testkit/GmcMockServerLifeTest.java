package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.GET_DOCTORS_FOR_DB;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_ADD_DOCTOR;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Start, load and end of a mock server. */
class GmcMockServerLifeTest {
  /** The printed figure is the measure; a busy machine may be this much slower, and no more. */
  private static final int TEN_TIMES = 10;

  private static final String HERE = "1-1RSSQ2H";
  private static final int DOCTORS = 8_000;

  private static GmcMockServer large() {
    return GmcMockServer.builder()
        .register(GmcRegister.invented(7, List.of(HERE), DOCTORS))
        .start();
  }

  private static HttpRequest list(GmcMockServer gmc, String... headers) {
    String body = Soap.envelope(GET_DOCTORS_FOR_DB, Soap.list(HERE));
    HttpRequest.Builder request = Soap.post(gmc, GET_DOCTORS_FOR_DB, body);
    return (headers.length == 0 ? request : request.headers(headers)).build();
  }

  private static long millis(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private static long medianMillis(int times, Runnable work) {
    long[] sorted = IntStream.range(0, times).mapToLong(i -> millis(work)).sorted().toArray();
    return sorted[times / 2];
  }

  @Test
  void aLargeListComesFastPlainAndGzip() {
    try (GmcMockServer gmc = large()) {
      HttpRequest gzip = list(gmc, "Accept-Encoding", "gzip");
      Soap.Answer plain = Soap.send(list(gmc));
      Soap.Answer packed = Soap.send(gzip);
      assertThat(plain.all("GMCReferenceNumber")).hasSize(DOCTORS);
      assertThat(plain.schemaErrors()).isEmpty();
      assertThat(packed.http.headers().firstValue("Content-Encoding")).hasValue("gzip");
      assertThat(packed.all("GMCReferenceNumber")).hasSize(DOCTORS);

      long plainMillis = medianMillis(15, () -> Soap.send(list(gmc)));
      long gzipMillis = medianMillis(15, () -> Soap.send(gzip));
      System.out.printf(
          "list of %d doctors: %d KB plain in %d ms, %d KB gzip in %d ms (medians)%n",
          DOCTORS,
          plain.http.body().length / 1024,
          plainMillis,
          packed.http.body().length / 1024,
          gzipMillis);
      assertThat(Math.max(plainMillis, gzipMillis)).isLessThan(TEN_TIMES * 200);
    }
  }

  @Test
  void aStartAndACallAreQuick() {
    GmcMockServer.create().start().close();
    long startMillis = medianMillis(9, () -> GmcMockServer.create().start().close());
    try (GmcMockServer gmc = GmcMockServer.create().start()) {
      gmc.register().addDesignatedBody(HERE);
      Soap.send(list(gmc));
      long callMillis = medianMillis(101, () -> Soap.send(list(gmc)));
      System.out.printf("start and close: %d ms; a call: %d ms%n", startMillis, callMillis);
    }
    assertThat(startMillis).isLessThan(TEN_TIMES * 300);
  }

  @Test
  void sixtyFourSlowRequestsAreServedAtOnce() {
    try (GmcMockServer gmc = GmcMockServer.create().start()) {
      gmc.register().addDesignatedBody(HERE);
      gmc.whenAdding().delaysBy(Duration.ofMinutes(5));

      List<CompletableFuture<?>> waiting =
          IntStream.range(0, 64)
              .mapToObj(i -> addLater(gmc, Integer.toString(9_000_001 + i)))
              .collect(Collectors.toList());
      // The register acts before the delay, so that all of them are being served by then.
      while (gmc.register().doctors(HERE).size() < 64
          && waiting.stream().noneMatch(CompletableFuture::isDone)) {
        Thread.onSpinWait();
      }

      assertThat(gmc.register().doctors(HERE)).hasSize(64);
      assertThat(waiting).noneMatch(CompletableFuture::isDone);
    }
  }

  private static CompletableFuture<HttpResponse<String>> addLater(
      GmcMockServer gmc, String doctor) {
    String body = Soap.envelope(TRY_ADD_DOCTOR, Soap.add(doctor, HERE));
    return Soap.HTTP.sendAsync(
        Soap.post(gmc, TRY_ADD_DOCTOR, body).build(), BodyHandlers.ofString());
  }

  @Test
  void nothingIsLeftAfterClose() throws Exception {
    Set<Thread> before = Set.copyOf(Thread.getAllStackTraces().keySet());
    int port;
    GmcMockServer gmc = GmcMockServer.create().start();
    port = gmc.endpoint().getPort();
    // The request is noted before its stub is met, and the close may come between the two.
    gmc.whenever().lenient().neverAnswers();
    CompletableFuture<?> waiting = Soap.HTTP.sendAsync(list(gmc), BodyHandlers.discarding());
    while (gmc.requests().isEmpty()) {
      Thread.onSpinWait();
    }

    long took = millis(gmc::close);
    gmc.close();

    assertThat(took).isLessThan(10_000);
    assertThatThrownBy(waiting::join).hasCauseInstanceOf(IOException.class);
    Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
    left.removeAll(before);
    left.removeIf(thread -> thread.getName().matches("(HttpClient|ForkJoinPool.commonPool)-.*"));
    for (Thread thread : left) {
      // The JDK's thread that completed the waiting call may be about to end.
      thread.join(10_000);
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
    try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(free.getLocalPort()).isEqualTo(port);
    }
  }

  @Test
  void theServerListensOnTheLoopbackAddressOnly() throws IOException {
    try (GmcMockServer gmc = GmcMockServer.create().start()) {
      int port = gmc.endpoint().getPort();
      assertThat(gmc.endpoint())
          .hasToString("http://localhost:" + port + "/GMCWebServices/WebService.asmx");
      for (NetworkInterface net : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        for (InetAddress address : Collections.list(net.getInetAddresses())) {
          if (!address.isLoopbackAddress()) {
            assertThatThrownBy(() -> new Socket(address, port).close())
                .isInstanceOf(IOException.class);
          }
        }
      }
    }
  }

  @Test
  void aChosenPortIsTaken() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (GmcMockServer gmc = GmcMockServer.builder().port(port).start()) {
      assertThat(gmc.endpoint().getPort()).isEqualTo(port);
    }
  }

  @Test
  void chosenCredentialsAreTheOnesThatWork() {
    try (GmcMockServer gmc = GmcMockServer.builder().credentials("me", "mine").start()) {
      assertThat(gmc.username() + "/" + gmc.password()).isEqualTo("me/mine");
      assertThat(Soap.send(list(gmc)).code()).isEqualTo("99");
    }
  }

  @Test
  void mappingsForAnotherWireMockOfTheModuleUnderTestAreNotLoaded() {
    try (GmcMockServer gmc = GmcMockServer.create().start()) {
      gmc.register().addDesignatedBody(HERE);
      assertThat(getClass().getResource("/mappings/of-the-module-under-test.json")).isNotNull();
      assertThat(Soap.send(list(gmc)).http.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theXmlFactoriesOfTheJvmStayAsTheyAre() {
    GmcMockServer.create().start().close();

    assertThat(System.getProperties().stringPropertyNames())
        .noneMatch(name -> name.startsWith("javax.xml."));
  }

  @Test
  void aPortThatIsNoneIsRefused() {
    assertThatThrownBy(() -> GmcMockServer.builder().port(65_536))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("port must be 0 to 65535, but is 65536");
  }
}
