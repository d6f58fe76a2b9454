package uk.nhs.hee.tis.gmc.example.benchmarks;

import static uk.nhs.hee.tis.gmc.example.benchmarks.Figures.allocated;
import static uk.nhs.hee.tis.gmc.example.benchmarks.Figures.calls;
import static uk.nhs.hee.tis.gmc.example.benchmarks.Figures.heap;
import static uk.nhs.hee.tis.gmc.example.benchmarks.Figures.start;
import static uk.nhs.hee.tis.gmc.example.benchmarks.Figures.time;
import static uk.nhs.hee.tis.gmc.example.benchmarks.Stack.BARE;
import static uk.nhs.hee.tis.gmc.example.benchmarks.Stack.GMC_CLIENT;
import static uk.nhs.hee.tis.gmc.example.benchmarks.Stack.GMC_CLIENT_SINK;
import static uk.nhs.hee.tis.gmc.example.benchmarks.Stack.LIMIT;
import static uk.nhs.hee.tis.gmc.example.benchmarks.Stack.METRO;
import static uk.nhs.hee.tis.gmc.example.benchmarks.Stack.TODAY;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
    lines.add("| | target | reached | |");
    lines.add("|---|---|---|---|");
    faster(2000, 7);
    faster(8000, 12);
    faster(MANY, 25);
    for (int doctors : new int[] {2000, 8000, MANY}) {
      atMost(
          "list of " + doctors + " against the limit",
          1.5,
          "%.2f times",
          ratio(time("plain", doctors, GMC_CLIENT), time("plain", doctors, LIMIT)));
    }
    atMost(
        "bytes allocated at 60000 against today",
        0.1,
        "%.3f",
        ratio(allocated("plain", MANY, GMC_CLIENT), allocated("plain", MANY, TODAY)));
    atMost("smallest heap at 60000, held", 24, "%.0f MB", figures.get(heap(GMC_CLIENT)));
    atMost("smallest heap at 60000, by sink", 10, "%.0f MB", figures.get(heap(GMC_CLIENT_SINK)));
    atMost("cost per doctor at 60000 against 2000", 1.1, "%.2f times", growth());
    atLeast(
        "calls per second of 64 callers against today",
        5,
        "%.1f times",
        ratio(calls(64, GMC_CLIENT), calls(64, TODAY)));
    atLeast("… against Metro", 1, "%.2f times", ratio(calls(64, GMC_CLIENT), calls(64, METRO)));
    atMost("verdict on an error page of 100 KB", 1, "%.2f ms", figures.get("verdict"));
    atMost(
        "fresh JVM to first list against bare java.net.http",
        1.2,
        "%.2f times",
        ratio(start(GMC_CLIENT), start(BARE)));
    atMost("runtime jars", 7, "%.0f", figures.get("jars " + GMC_CLIENT));
    atMost("runtime jars, MB", 3, "%.1f MB", figures.get("jars MB " + GMC_CLIENT));
    return lines;
  }

  private void faster(int doctors, double times) {
    atLeast(
        "list of " + doctors + " against today",
        times,
        "%.1f times faster",
        ratio(time("plain", doctors, TODAY), time("plain", doctors, GMC_CLIENT)));
  }

  private double growth() {
    return ratio(time("plain", MANY, GMC_CLIENT), time("plain", 2000, GMC_CLIENT)) * 2000 / MANY;
  }

  private double ratio(String one, String other) {
    return figures.get(one) / figures.get(other);
  }

  private void atLeast(String what, double target, String format, double reached) {
    add(what, "at least " + plain(target), format, reached, reached >= target);
  }

  private void atMost(String what, double target, String format, double reached) {
    add(what, "at most " + plain(target), format, reached, reached <= target);
  }

  private void add(String what, String target, String format, double reached, boolean met) {
    lines.add(
        String.format(
            Locale.ROOT,
            "| %s | %s | " + format + " | %s |",
            what,
            target,
            reached,
            met ? "met" : "**missed**"));
  }

  private static String plain(double target) {
    return target == Math.rint(target) ? String.valueOf((long) target) : String.valueOf(target);
  }
}
