package uk.nhs.hee.tis.gmc.example.benchmarks;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** CheckRecommendationStatus, by as many blocking callers as JMH has threads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JMH fills the fields.
public class SmallCallBenchmark {
  /** What calls. */
  @Param public Stack stack;

  private Caller caller;

  /** Opens the stack. */
  @Setup
  public void open() {
    caller = stack.open(URI.create(System.getProperty("benchmark.server") + "plain/0"));
  }

  /** Closes it. */
  @TearDown
  public void close() {
    caller.close();
  }

  /** Makes one call. */
  @Benchmark
  public String status() throws Exception {
    return caller.status();
  }
}
