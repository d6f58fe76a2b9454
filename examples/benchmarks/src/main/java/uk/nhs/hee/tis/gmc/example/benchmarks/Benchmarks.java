package uk.nhs.hee.tis.gmc.example.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures everything and writes {@code results.md} and {@code results.svg}, or with {@code
 * --quick} compares one ratio with the committed baseline. Started by {@code run}.
 */
final class Benchmarks {
  private Benchmarks() {}

  /** Takes the directory of the project, and perhaps {@code --quick}. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]);
    Path home = root.resolve("examples/benchmarks");
    boolean quick = List.of(arguments).contains("--quick");
    try (AnswerServer server = AnswerServer.start()) {
      if (quick) {
        System.exit(QuickCheck.run(server, home.resolve("baseline.properties")) ? 0 : 1);
      }
      String conditions = conditions();
      Figures figures = measure(server, new ClassPaths(root));
      List<String> report = new ArrayList<>();
      report.add("# Benchmarks");
      report.add("");
      report.add(conditions);
      report.add("");
      report.addAll(Targets.table(figures));
      report.add("");
      report.add("[Where the time goes](profiles.md) shows why rows are missed.");
      report.addAll(Tables.of(figures));
      Files.write(home.resolve("results.md"), report);
      Files.writeString(home.resolve("results.svg"), Picture.of(figures, conditions));
      report.forEach(System.out::println);
    }
  }

  private static Figures measure(AnswerServer server, ClassPaths classPaths) throws Exception {
    Figures figures = new Figures();
    FreshJvms fresh = new FreshJvms(server, classPaths);
    JmhRuns jmh = new JmhRuns(server.root(), figures);
    jmh.lists();
    jmh.smallCalls();
    jmh.verdict();
    fresh.starts(figures, Stack.GMC_CLIENT, Stack.TODAY, Stack.JDK, Stack.BARE);
    for (Stack stack : List.of(Stack.GMC_CLIENT, Stack.GMC_CLIENT_SINK, Stack.TODAY, Stack.JDK)) {
      for (Collector collector : Collector.values()) {
        figures.put(Figures.heap(collector, stack), fresh.smallestHeap(collector, stack));
      }
    }
    fresh.jars(figures, Stack.GMC_CLIENT);
    fresh.jars(figures, Stack.TODAY);
    return figures;
  }

  private static String conditions() throws IOException {
    return LocalDate.now(ZoneOffset.UTC)
        + ", "
        + processor()
        + ", "
        + Runtime.getRuntime().availableProcessors()
        + " processors, "
        + System.getProperty("os.name")
        + ", Java "
        + Runtime.version()
        + ", loopback, medians of one run, load average "
        + load()
        + " when it began";
  }

  private static String load() {
    return String.format(
        Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String processor() throws IOException {
    Path cpus = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(cpus)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(cpus, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElseGet(() -> System.getProperty("os.arch"));
    }
  }
}
