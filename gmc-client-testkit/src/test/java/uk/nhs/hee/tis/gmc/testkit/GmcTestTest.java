package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_ADD_DOCTOR;
import static uk.nhs.hee.tis.gmc.testkit.SampleTests.failures;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** The annotation, run by a JUnit inside this one. */
class GmcTestTest {
  private static final Set<GmcMockServer> SERVERS = ConcurrentHashMap.newKeySet();

  private static EngineExecutionResults run(Class<?> testClass) {
    SERVERS.clear();
    return SampleTests.run(testClass);
  }

  private static void assertAllStopped() {
    assertThat(SERVERS)
        .allSatisfy(
            gmc -> assertThatThrownBy(gmc::endpoint).isInstanceOf(IllegalStateException.class));
  }

  @Test
  void aClassHasOneServerResetBetweenTestsAndStoppedInTheEnd() {
    EngineExecutionResults results = run(PerClass.class);

    assertThat(failures(results)).isEmpty();
    results.testEvents().assertStatistics(s -> s.succeeded(3));
    assertThat(SERVERS).hasSize(1);
    assertAllStopped();
  }

  @Test
  void aMethodHasAServerOfItsOwnWhereTheAnnotationSaysSo() {
    EngineExecutionResults results = run(PerMethod.class);

    assertThat(failures(results)).isEmpty();
    results.testEvents().assertStatistics(s -> s.succeeded(3));
    assertThat(SERVERS).hasSize(3);
    assertAllStopped();
  }

  @Test
  void aServerOfAMethodIsNotThereBeforeIt() {
    assertThat(failures(run(TooEarly.class)))
        .singleElement()
        .asString()
        .contains("not for a constructor, @BeforeAll or @AfterAll: use PER_CLASS for those");
  }

  @Test
  void aRequestOffContractFailsTheTestUnlessTheAnnotationLetsItPass() {
    assertThat(failures(run(Strict.class)))
        .singleElement()
        .asString()
        .startsWith("GMC Connect would not read these requests as intended:\n");
    assertThat(failures(run(Lenient.class))).isEmpty();
  }

  /** Leaves traces in the one server and finds none. */
  @GmcTest
  static class PerClass {
    PerClass(GmcMockServer gmc) {
      SERVERS.add(gmc);
    }

    @BeforeAll
    static void isThere(GmcMockServer gmc) {
      SERVERS.add(gmc);
    }

    @Test
    void leavesTraces(GmcMockServer gmc) {
      SERVERS.add(gmc);
      assertThat(gmc.register().designatedBodies()).isEmpty();
      gmc.register().addDesignatedBody("1-1RSSQ2H");
    }

    @Test
    void leavesTracesToo(GmcMockServer gmc) {
      leavesTraces(gmc);
    }

    @Nested
    class Inside {
      @Test
      void leavesTracesHere(GmcMockServer gmc) {
        leavesTraces(gmc);
      }
    }
  }

  /** Has three tests, and so three servers. */
  @GmcTest(lifetime = GmcTest.Lifetime.PER_METHOD)
  static class PerMethod {
    @BeforeEach
    void isThere(GmcMockServer gmc) {
      SERVERS.add(gmc);
    }

    @Test
    void one(GmcMockServer gmc) {
      assertThat(SERVERS).contains(gmc);
    }

    @Test
    void two(GmcMockServer gmc) {
      one(gmc);
    }

    @Nested
    class Inside {
      @Test
      void three(GmcMockServer gmc) {
        one(gmc);
      }
    }
  }

  /** Wants what is not there yet. */
  @GmcTest(lifetime = GmcTest.Lifetime.PER_METHOD)
  static class TooEarly {
    TooEarly(GmcMockServer gmc) {
      gmc.close();
    }

    @Test
    void neverRuns() {}
  }

  /** Sends nonsense. */
  @GmcTest
  static class Strict {
    @Test
    void sendsNonsense(GmcMockServer gmc) {
      Soap.call(gmc, TRY_ADD_DOCTOR, Soap.fields("Surname", "x"));
    }
  }

  /** Sends nonsense and is forgiven. */
  @GmcTest(strict = false)
  static class Lenient extends Strict {}
}
