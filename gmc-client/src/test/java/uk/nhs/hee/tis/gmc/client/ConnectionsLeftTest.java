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
@Timeout(60)
class ConnectionsLeftTest {
  /** Linux lists here what this process has open. */
  private static final File DESCRIPTORS = new File("/proc/self/fd");

  private static final Pattern HTTP_CLIENTS =
      Pattern.compile(
          " (\\d+) +\\d+ +jdk\\.internal\\.net\\.http\\.HttpClientImpl( |$)", Pattern.MULTILINE);

  private static final int WRITES = 60;
  private static final int FEW_DESCRIPTORS = 16;
  private static final Duration PAUSE = Duration.ofSeconds(5);

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

  private static int alive(List<Thread> threads) throws InterruptedException {
    int left = threads.size();
    long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    for (Thread thread : threads) {
      thread.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
      if (!thread.isAlive()) {
        left--;
      }
    }
    return left;
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

      assertThat(alive(httpClients())).as("HTTP clients").isLessThanOrEqualTo(1);
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

      long left = instancesOfHttpClient();
      for (int collection = 0; left > before + 1 && collection < 10; collection++) {
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

      assertThat(alive(httpClients())).as("HTTP clients").isLessThanOrEqualTo(1);
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
    assertThat(alive(httpClients)).isZero();
  }
}
