package uk.nhs.hee.tis.gmc.example.benchmarks;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
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

/** CheckRecommendationStatus by futures: each that ends is followed by another. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH fills the fields.
public class AsyncCallBenchmark {
  static final int CALLS = 640;

  /** What calls. */
  @Param("GMC_CLIENT")
  public Stack stack;

  /** How many calls are under way at a time. */
  @Param({"1", "8", "64"})
  public int callers;

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

  /** Makes {@value #CALLS} calls. */
  @Benchmark
  public void statuses() {
    CompletableFuture<?>[] lanes = new CompletableFuture<?>[callers];
    for (int i = 0; i < callers; i++) {
      lanes[i] = lane(CALLS / callers);
    }
    CompletableFuture.allOf(lanes).join();
  }

  private CompletableFuture<String> lane(int calls) {
    CompletableFuture<String> one = caller.statusAsync();
    return calls == 1 ? one : one.thenComposeAsync(status -> lane(calls - 1));
  }
}
