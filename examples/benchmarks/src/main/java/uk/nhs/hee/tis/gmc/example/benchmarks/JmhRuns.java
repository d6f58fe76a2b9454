package uk.nhs.hee.tis.gmc.example.benchmarks;

import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The parts of a run that JMH measures, each in a JVM of its own. */
final class JmhRuns {
  static final int[] CALLERS = {1, 8, 64};
  private static final String[] STACKS =
      Arrays.stream(Stack.COMPARED).map(Enum::name).toArray(String[]::new);

  /** What an application may set, and a library may not; profiles.md says what it does. */
  private static final String COMMON_POOL_OF_TWO =
      "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2";

  private final URI server;
  private final Figures figures;

  JmhRuns(URI server, Figures figures) {
    this.server = server;
    this.figures = figures;
  }

  /** Length by length, so that what is compared is measured within a minute. */
  void lists() throws RunnerException {
    for (int doctors : Tables.DOCTORS) {
      for (Stack stack : Stack.COMPARED) {
        lists(stack, doctors);
      }
    }
  }

  private void lists(Stack stack, int doctors) throws RunnerException {
    for (RunResult result :
        run(
            options(ListBenchmark.class)
                .param("stack", stack.name())
                .param("doctors", String.valueOf(doctors))
                .addProfiler(GCProfiler.class))) {
      String encoding = result.getParams().getParam("encoding");
      figures.put(Figures.time(encoding, doctors, stack), median(result));
      figures.put(Figures.allocated(encoding, doctors, stack), allocated(result));
    }
  }

  void smallCalls() throws RunnerException {
    for (int callers : CALLERS) {
      for (RunResult result :
          run(
              warmer(options(SmallCallBenchmark.class), callers)
                  .param("stack", STACKS)
                  .threads(callers))) {
        Stack stack = Stack.valueOf(result.getParams().getParam("stack"));
        figures.put(Figures.calls(callers, stack), median(result));
      }
    }
    for (int callers : CALLERS) {
      for (RunResult result :
          run(
              warmer(options(SmallCallBenchmark.class), callers)
                  .param("stack", Stack.GMC_CLIENT.name())
                  .threads(callers)
                  .jvmArgsAppend("-Dbenchmark.server=" + server, COMMON_POOL_OF_TWO))) {
        figures.put(Figures.callsWithCommonPool(callers), median(result));
      }
    }
    for (RunResult result : run(warmer(options(AsyncCallBenchmark.class), 64))) {
      int callers = Integer.parseInt(result.getParams().getParam("callers"));
      figures.put(Figures.asyncCalls(callers), 1000 * AsyncCallBenchmark.CALLS / median(result));
    }
  }

  void verdict() throws RunnerException {
    for (RunResult result : run(options(VerdictBenchmark.class))) {
      figures.put("verdict", median(result));
    }
  }

  private ChainedOptionsBuilder options(Class<?> benchmark) {
    return new OptionsBuilder()
        .include(benchmark.getName() + ".*")
        .jvmArgsAppend("-Dbenchmark.server=" + server)
        .forks(1)
        .warmupIterations(3)
        .warmupTime(TimeValue.seconds(2))
        .measurementIterations(3)
        .measurementTime(TimeValue.milliseconds(700))
        .shouldFailOnError(true);
  }

  /**
   * For small calls: the JVM's compilers have some ten seconds of work to do with any of the
   * stacks, and with all processors taken by many callers they need four times that.
   */
  private static ChainedOptionsBuilder warmer(ChainedOptionsBuilder options, int callers) {
    return options
        .warmupIterations(callers > 8 ? 10 : 5)
        .warmupTime(TimeValue.seconds(4))
        .measurementIterations(5)
        .measurementTime(TimeValue.seconds(1));
  }

  private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
    return new Runner(options.build()).run();
  }

  private static double median(RunResult result) {
    return result.getPrimaryResult().getStatistics().getPercentile(50);
  }

  private static double allocated(RunResult result) {
    for (var secondary : result.getSecondaryResults().entrySet()) {
      if (secondary.getKey().endsWith("gc.alloc.rate.norm")) {
        return secondary.getValue().getStatistics().getPercentile(50);
      }
    }
    throw new IllegalStateException("JMH's gc profiler gave no allocation");
  }
}
