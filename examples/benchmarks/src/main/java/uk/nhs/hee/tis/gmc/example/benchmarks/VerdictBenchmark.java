package uk.nhs.hee.tis.gmc.example.benchmarks;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Judge;
import uk.nhs.hee.tis.gmc.client.internal.verdict.ObservedAnswer;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict;

/** Finding out who refused, from an error page of 100 KB. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class VerdictBenchmark {
  private final byte[] page = Answers.blockPage();
  private final HttpHeaders headers =
      HttpHeaders.of(
          Map.of(
              "Content-Type", List.of("text/html; charset=UTF-8"),
              "Server", List.of("cloudflare"),
              "CF-RAY", List.of("7d3f1c2b4a5e6f70-LHR")),
          (name, value) -> true);

  /** Judges it. */
  @Benchmark
  public Verdict verdict() {
    return Judge.judge(new ObservedAnswer(403, headers, page, true, Set.of(), null));
  }
}
