package uk.nhs.hee.tis.gmc.client.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.hee.tis.gmc.client.fixture.ManualTime;

/** Which addresses are known, and how long a call waits for a name service that is silent. */
class EndpointAddressesTest {
  private static final Duration AMPLE = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(1);
  private static final String HOST = "gmc.example";

  private final AtomicInteger asked = new AtomicInteger();
  private final ManualTime time = new ManualTime();

  /** Look-ups that nobody carries out: a name service that is silent. */
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  private InetAddress[] found(String host) throws UnknownHostException {
    asked.incrementAndGet();
    return new InetAddress[] {InetAddress.getByAddress(host, new byte[] {10, 0, 0, 7})};
  }

  private InetAddress[] unknown(String host) throws UnknownHostException {
    asked.incrementAndGet();
    throw new UnknownHostException(host);
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.7, 10.0.0.7", "'[2001:db8::7]', 2001:db8:0:0:0:0:0:7"})
  void anAddressInPlaceOfANameIsKnownWithoutAThread(String literal, String address) {
    EndpointAddresses addresses =
        new EndpointAddresses(literal, InetAddress::getAllByName, waiting::add, time::nanos);

    assertThat(addresses.areKnownBeforeSending(Duration.ZERO)).isTrue();
    assertThat(addresses.forEvidence(Duration.ZERO)).containsExactly(address);
    assertThat(waiting).isEmpty();
  }

  @Test
  void whatWasFoundLessThanFiveSecondsAgoIsNotAskedForAgainBeforeSending() {
    EndpointAddresses addresses =
        new EndpointAddresses(HOST, this::found, Runnable::run, time::nanos);

    assertThat(addresses.areKnownBeforeSending(AMPLE)).isTrue();
    time.advance(Duration.ofSeconds(5).minusNanos(1));
    assertThat(addresses.areKnownBeforeSending(AMPLE)).isTrue();
    assertThat(asked).hasValue(1);

    time.advance(Duration.ofNanos(1));
    assertThat(addresses.areKnownBeforeSending(AMPLE)).isTrue();
    assertThat(asked).hasValue(2);
  }

  @Test
  void evidenceIsOfNow() {
    EndpointAddresses addresses =
        new EndpointAddresses(HOST, this::found, Runnable::run, time::nanos);

    assertThat(addresses.forEvidence(AMPLE)).containsExactly("10.0.0.7");
    assertThat(addresses.forEvidence(AMPLE)).containsExactly("10.0.0.7");
    assertThat(asked).hasValue(2);
  }

  @Test
  void aHostWithoutAddressesIsNotKnownAndIsAskedForEachTime() {
    EndpointAddresses addresses =
        new EndpointAddresses(HOST, this::unknown, Runnable::run, time::nanos);

    assertThat(addresses.areKnownBeforeSending(AMPLE)).isFalse();
    assertThat(addresses.areKnownBeforeSending(AMPLE)).isFalse();
    assertThat(addresses.forEvidence(AMPLE)).isEmpty();
    assertThat(asked).hasValue(3);
  }

  @Test
  void aSilentNameServiceIsAskedByOneCallAtATime() {
    EndpointAddresses addresses =
        new EndpointAddresses(HOST, this::found, waiting::add, time::nanos);

    assertThat(addresses.areKnownBeforeSending(SHORT)).isFalse();
    assertThat(addresses.forEvidence(SHORT)).isEmpty();
    assertThat(waiting).hasSize(1);

    waiting.remove().run();
    assertThat(addresses.areKnownBeforeSending(SHORT)).isTrue();
    assertThat(waiting).isEmpty();
  }

  @Test
  void aSilentNameServiceGetsHalfOfACallsTimeButAtMostASecond() {
    EndpointAddresses addresses =
        new EndpointAddresses(HOST, this::found, waiting::add, time::nanos);

    Duration wholeDay = Duration.ofDays(1);
    assertThat(millis(() -> addresses.areKnownBeforeSending(Duration.ofMillis(400))))
        .isGreaterThanOrEqualTo(200);
    assertThat(millis(() -> addresses.areKnownBeforeSending(wholeDay))).isBetween(1_000L, 60_000L);
    assertThat(millis(() -> addresses.forEvidence(wholeDay))).isBetween(1_000L, 60_000L);
    assertThat(millis(() -> addresses.forEvidence(Duration.ZERO))).isBetween(100L, 60_000L);
  }

  @Test
  void anInterruptEndsTheWaitAndIsKept() {
    EndpointAddresses addresses =
        new EndpointAddresses(HOST, this::found, waiting::add, time::nanos);

    Thread.currentThread().interrupt();
    assertThat(addresses.forEvidence(AMPLE)).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
  }

  private static long millis(Runnable work) {
    long from = System.nanoTime();
    work.run();
    return (System.nanoTime() - from) / 1_000_000;
  }
}
