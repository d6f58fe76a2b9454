package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/** A hundred tests on eight threads leave nothing to each other, and nothing behind. */
class ParallelTestsTest {
  private static final int TESTS = 100;
  private static final Set<URI> ENDPOINTS = ConcurrentHashMap.newKeySet();
  private static final Set<String> THREADS = ConcurrentHashMap.newKeySet();

  @ParameterizedTest
  @ValueSource(
      classes = {OneServerEach.class, OneServerEachByField.class, OneForAll.class, OneField.class})
  void testsInParallelLeaveNothing(Class<?> tests) throws InterruptedException {
    ENDPOINTS.clear();
    THREADS.clear();
    Set<Long> threadsBefore = threads();

    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(tests))
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
            .execute();

    results.testEvents().assertStatistics(s -> s.succeeded(TESTS).failed(0));
    results.containerEvents().assertStatistics(s -> s.failed(0));
    assertThat(THREADS).hasSizeGreaterThan(1);
    // Another process of the build may have taken a port or two meanwhile.
    assertThat(ENDPOINTS.stream().filter(ParallelTestsTest::isOpen).count())
        .isLessThanOrEqualTo(ENDPOINTS.size() / 20);
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      // The JDK's HTTP client has no end before Java 21: its threads go with the garbage. Those of
      // the common pool, which Java 25 uses for more, go when they were idle for a minute.
      boolean ofJdk =
          thread.getName().startsWith("HttpClient-")
              || thread.getName().startsWith("ForkJoinPool.commonPool-");
      if (!ofJdk && !threadsBefore.contains(thread.getId())) {
        thread.join(30_000);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }

  private static boolean isOpen(URI endpoint) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.getPort()));
      return false;
    } catch (IOException inUse) {
      return true;
    }
  }

  private static Set<Long> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getId)
        .collect(Collectors.toSet());
  }

  /** Leaves a stub, a doctor and requests, and would meet those of another test. */
  private static void useServer(GmcMockServer gmc, int number) {
    ENDPOINTS.add(gmc.endpoint());
    THREADS.add(Thread.currentThread().getName());
    String doctor = Integer.toString(9_000_000 + number);
    assertThat(gmc.received().size()).isZero();
    assertThat(gmc.register().designatedBodies()).isEmpty();
    gmc.register().addDesignatedBody(Requests.HERE);
    gmc.whenAdding().refusesWith(ReturnCode.REVALIDATION_LOCK).then().answersFromTheRegister();
    try (GmcClient client = Clients.of(gmc).build()) {
      assertThat(
              catchThrowableOfType(
                      GmcRejectedException.class, () -> client.tryAddDoctor(Requests.add(doctor)))
                  .returnCode())
          .contains(ReturnCode.REVALIDATION_LOCK);
      client.tryAddDoctor(Requests.add(doctor));
      assertThat(client.getDoctorsForDb(Requests.HERE).doctors())
          .extracting(found -> found.gmcNumber().orElse(""))
          .containsExactly(doctor);
    }
    assertThat(gmc.received().additions())
        .isEqualTo(List.of(Requests.add(doctor), Requests.add(doctor)));
  }

  @GmcTest(lifetime = GmcTest.Lifetime.PER_METHOD)
  static class OneServerEach {
    @RepeatedTest(TESTS)
    void usesServer(GmcMockServer gmc, RepetitionInfo info) {
      useServer(gmc, info.getCurrentRepetition());
    }
  }

  static class OneServerEachByField {
    @RegisterExtension final GmcMockServer gmc = GmcMockServer.create();

    @RepeatedTest(TESTS)
    void usesServer(RepetitionInfo info) {
      useServer(gmc, info.getCurrentRepetition());
    }
  }

  @GmcTest
  static class OneForAll {
    @RepeatedTest(TESTS)
    void usesServer(GmcMockServer gmc, RepetitionInfo info) {
      useServer(gmc, info.getCurrentRepetition());
    }
  }

  static class OneField {
    @RegisterExtension static final GmcMockServer gmc = GmcMockServer.create();

    @RepeatedTest(TESTS)
    void usesServer(RepetitionInfo info) {
      useServer(gmc, info.getCurrentRepetition());
    }
  }
}
