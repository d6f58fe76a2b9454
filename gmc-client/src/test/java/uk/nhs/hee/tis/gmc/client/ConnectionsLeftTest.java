package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.ManualTime;
import uk.nhs.hee.tis.gmc.client.fixture.NewThreads;
import uk.nhs.hee.tis.gmc.client.fixture.Reply;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** What writes that come one by one leave behind, long before a garbage collection. */
@Timeout(120)
class ConnectionsLeftTest {
  /** Linux lists here what this process has open. */
  private static final File DESCRIPTORS = new File("/proc/self/fd");

  private static final Pattern HTTP_CLIENTS =
      Pattern.compile(
          " (\\d+) +\\d+ +jdk\\.internal\\.net\\.http\\.HttpClientImpl( |$)", Pattern.MULTILINE);

  private static final int WRITES = 60;
  private static final int FEW_DESCRIPTORS = 16;
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

  private final NewThreads threads = new NewThreads();
  private final ManualTime time = new ManualTime();
  private final WireServer server = WireServer.start();

  private GmcClientBuilder client() {
    return GmcClient.builder()
        .endpoint(server.endpoint())
        .credentials(GmcCredentials.of("user", "password"))
        .internalUser("a.admin")
        .ticker(time::nanos)
        .retryPolicy(RetryPolicy.none())
        .circuitBreakerPolicy(CircuitBreakerPolicy.none());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** The one thread of each HTTP client that came with this test. */
  private List<Thread> httpClients() {
    return threads.named(name -> name.endsWith("-SelectorManager"));
  }

  /** Waits for as long as a busy machine may need until no more of them than this are alive. */
  private static void assertThatAtMostAreLeft(int most, List<Thread> threads)
      throws InterruptedException {
    long until = System.nanoTime() + LONG_ENOUGH.toNanos();
    List<Thread> alive = alive(threads);
    while (alive.size() > most && System.nanoTime() - until < 0) {
      alive.get(0).join(10);
      alive = alive(threads);
    }
    assertThat(alive).as("threads of HTTP clients").hasSizeLessThanOrEqualTo(most);
  }

  private static List<Thread> alive(List<Thread> threads) {
    return threads.stream().filter(Thread::isAlive).collect(Collectors.toList());
  }

  private static int descriptors() {
    String[] open = DESCRIPTORS.list();
    assumeTrue(open != null, "this system does not list its descriptors");
    return Objects.requireNonNull(open).length;
  }

  @Test
  void writesWithPausesBetweenThemNeedOneHttpClientForReadsAndOneForWrites() throws Exception {
    server.always(HttpReply.soap(Soap.success(Call.ADD.operation())));
    try (GmcClient gmc = client().build()) {
      Call.ADD.on(gmc);
      int afterOne = descriptors();

      for (int i = 1; i < WRITES; i++) {
        time.advance(PAUSE);
        Call.ADD.on(gmc);
      }

      assertThatAtMostAreLeft(1, httpClients());
      server.close();
      assertThat(descriptors()).isLessThanOrEqualTo(afterOne + FEW_DESCRIPTORS);
    }
  }

  /** From Java 25 on, the JDK itself refers to each of its clients until nobody else does. */
  @Test
  void whatWritesWithPausesBetweenThemUsedIsGarbage() throws Exception {
    server.always(HttpReply.soap(Soap.success(Call.ADD.operation())));
    try (GmcClient gmc = client().build()) {
      Call.ADD.on(gmc);
      long before = instancesOfHttpClient();

      for (int i = 1; i < WRITES; i++) {
        time.advance(PAUSE);
        Call.ADD.on(gmc);
      }

      // Each is referred to by its thread for as long as that runs.
      assertThatAtMostAreLeft(1, httpClients());
      long until = System.nanoTime() + LONG_ENOUGH.toNanos();
      long left = instancesOfHttpClient();
      while (left > before + 1 && System.nanoTime() - until < 0) {
        left = instancesOfHttpClient();
      }
      assertThat(left).isLessThanOrEqualTo(before + 1);
    }
  }

  /** Collects garbage, and counts what is left. */
  private static long instancesOfHttpClient() throws JMException {
    String histogram =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
    Matcher line = HTTP_CLIENTS.matcher(histogram);
    return line.find() ? Long.parseLong(line.group(1)) : 0;
  }

  @Test
  void writesThatGetNoAnswerInTimeLeaveNothingEither() throws Exception {
    assumeTrue(
        Runtime.version().feature() >= 16,
        "before Java 16 the JDK keeps a cancelled exchange until its time-out");
    server.always(Reply.silence());
    try (GmcClient gmc = client().attemptTimeout(Duration.ofMillis(300)).build()) {
      for (int i = 0; i < 6; i++) {
        time.advance(PAUSE);
        assertThatThrownBy(() -> Call.ADD.on(gmc)).isInstanceOf(GmcOutcomeUnknownException.class);
      }

      assertThatAtMostAreLeft(1, httpClients());
    }
  }

  @Test
  void closingEndsTheHttpClients() throws Exception {
    server.always(HttpReply.soap(Soap.success(Call.ADD.operation())));
    GmcClient gmc = client().build();
    Call.ADD.on(gmc);
    server.always(HttpReply.soap(Soap.success(Call.GET_DOCTORS.operation())));
    Call.GET_DOCTORS.on(gmc);
    List<Thread> httpClients = httpClients();

    gmc.close();

    assertThat(httpClients).hasSize(2);
    assertThatAtMostAreLeft(0, httpClients);
  }
}
