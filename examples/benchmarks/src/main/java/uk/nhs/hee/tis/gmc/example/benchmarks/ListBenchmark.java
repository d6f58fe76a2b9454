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

/** The nightly list of one designated body. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH fills the fields.
public class ListBenchmark {
  /** What calls. */
  @Param public Stack stack;

  /** How long the list is. */
  @Param({"0", "100", "2000", "8000", "20000", "60000"})
  public int doctors;

  /** How the answer comes. */
  @Param({"plain", "gzip"})
  public String encoding;

  private Caller caller;

  /** Opens the stack. */
  @Setup
  public void open() {
    caller =
        stack.open(URI.create(System.getProperty("benchmark.server") + encoding + "/" + doctors));
  }

  /** Closes it. */
  @TearDown
  public void close() {
    caller.close();
  }

  /** Reads the list. */
  @Benchmark
  public int list() throws Exception {
    int read = caller.list();
    if (read != doctors) {
      throw new IllegalStateException(read + " doctors read of " + doctors);
    }
    return read;
  }
}
