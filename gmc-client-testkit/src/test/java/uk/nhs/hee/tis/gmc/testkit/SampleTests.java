package uk.nhs.hee.tis.gmc.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs tests that are part of a test, by a JUnit inside the one that runs. */
final class SampleTests {
  private SampleTests() {}

  static EngineExecutionResults run(Class<?> testClass) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(testClass)).execute();
  }

  /** Returns what made tests, or their classes, fail. */
  static List<Throwable> thrown(EngineExecutionResults results) {
    return results.allEvents().failed().stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .map(result -> result.getThrowable().orElseThrow())
        .collect(Collectors.toList());
  }

  static List<String> failures(EngineExecutionResults results) {
    return thrown(results).stream().map(Throwable::getMessage).collect(Collectors.toList());
  }
}
