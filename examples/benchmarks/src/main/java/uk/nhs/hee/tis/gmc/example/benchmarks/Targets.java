package uk.nhs.hee.tis.gmc.example.benchmarks;

import static uk.nhs.hee.tis.gmc.example.benchmarks.Figures.allocated;
import static uk.nhs.hee.tis.gmc.example.benchmarks.Figures.calls;
import static uk.nhs.hee.tis.gmc.example.benchmarks.Figures.heap;
import static uk.nhs.hee.tis.gmc.example.benchmarks.Figures.start;
import static uk.nhs.hee.tis.gmc.example.benchmarks.Figures.time;
import static uk.nhs.hee.tis.gmc.example.benchmarks.Stack.BARE;
import static uk.nhs.hee.tis.gmc.example.benchmarks.Stack.GMC_CLIENT;
import static uk.nhs.hee.tis.gmc.example.benchmarks.Stack.GMC_CLIENT_SINK;
import static uk.nhs.hee.tis.gmc.example.benchmarks.Stack.JDK;
import static uk.nhs.hee.tis.gmc.example.benchmarks.Stack.METRO;
import static uk.nhs.hee.tis.gmc.example.benchmarks.Stack.TODAY;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What was aimed at, and what a run reached. */
final class Targets {
  private static final int MANY = 60_000;

  private final Figures figures;
  private final List<String> lines = new ArrayList<>();

  private Targets(Figures figures) {
    this.figures = figures;
  }

  /** Returns the table in Markdown. */
  static List<String> table(Figures figures) {
    return new Targets(figures).lines();
  }

  private List<String> lines() {
    lines.add("| | target | reached | | JDK alone |");
    lines.add("|---|---|---|---|---|");
    faster(2000, 7);
    faster(8000, 12);
    faster(MANY, 25);
    for (int doctors : new int[] {0, 100, 2000, 8000, MANY}) {
      atMost(
          "list of " + doctors + " against the JDK alone",
          1.5,
          "%.2f times",
          stack -> ratio(time("plain", doctors, stack), time("plain", doctors, JDK)));
    }
    atMost(
        "bytes allocated at 60000 against today",
        0.1,
        "%.3f",
        stack -> ratio(allocated("plain", MANY, stack), allocated("plain", MANY, TODAY)));
    for (Collector collector : Collector.values()) {
      String heap = "smallest heap at 60000, " + collector.title() + ", ";
      atMost(heap + "held", 24, "%.0f MB", stack -> figures.get(heap(collector, stack)));
      atMost(heap + "by sink", 10, "%.0f MB", figures.get(heap(collector, GMC_CLIENT_SINK)));
    }
    atMost("cost per doctor at 60000 against 2000", 1.1, "%.2f times", this::growth);
    atLeast(
        "calls per second of 64 callers against today",
        5,
        "%.1f times",
        stack -> ratio(calls(64, stack), calls(64, TODAY)));
    for (int callers : JmhRuns.CALLERS) {
      atLeast(
          "calls per second of "
              + callers
              + (callers == 1 ? " caller" : " callers")
              + " against Metro",
          1,
          "%.2f times",
          stack -> ratio(calls(callers, stack), calls(callers, METRO)));
    }
    atMost("verdict on an error page of 100 KB", 1, "%.2f ms", figures.get("verdict"));
    atMost(
        "fresh JVM to first list against bare java.net.http",
        1.2,
        "%.2f times",
        stack -> ratio(start(stack), start(BARE)));
    atMost("runtime jars", 7, "%.0f", figures.get("jars " + GMC_CLIENT));
    atMost("runtime jars, MB", 3, "%.1f MB", figures.get("jars MB " + GMC_CLIENT));
    return lines;
  }

  private void faster(int doctors, double times) {
    atLeast(
        "list of " + doctors + " against today",
        times,
        "%.1f times faster",
        stack -> ratio(time("plain", doctors, TODAY), time("plain", doctors, stack)));
  }

  private double growth(Stack stack) {
    return ratio(time("plain", MANY, stack), time("plain", 2000, stack)) * 2000 / MANY;
  }

  private double ratio(String one, String other) {
    return figures.get(one) / figures.get(other);
  }

  private void atLeast(String what, double target, String format, ToDoubleFunction<Stack> figure) {
    double reached = figure.applyAsDouble(GMC_CLIENT);
    add(what, "at least " + plain(target), format, reached, reached >= target, jdk(figure, format));
  }

  private void atMost(String what, double target, String format, ToDoubleFunction<Stack> figure) {
    double reached = figure.applyAsDouble(GMC_CLIENT);
    add(what, "at most " + plain(target), format, reached, reached <= target, jdk(figure, format));
  }

  /** For what only gmc-client has. */
  private void atMost(String what, double target, String format, double reached) {
    add(what, "at most " + plain(target), format, reached, reached <= target, "");
  }

  /** What the JDK alone reaches of the same, so that a row shows what a client could reach. */
  private static String jdk(ToDoubleFunction<Stack> figure, String format) {
    return String.format(Locale.ROOT, format, figure.applyAsDouble(JDK));
  }

  private void add(
      String what, String target, String format, double reached, boolean met, String jdk) {
    lines.add(
        String.format(
            Locale.ROOT,
            "| %s | %s | " + format + " | %s | %s |",
            what,
            target,
            reached,
            met ? "met" : "**missed**",
            jdk));
  }

  private static String plain(double target) {
    return target == Math.rint(target) ? String.valueOf((long) target) : String.valueOf(target);
  }
}
