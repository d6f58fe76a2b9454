package uk.nhs.hee.tis.gmc.example.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** What a run measured, in Markdown. */
final class Tables {
  static final int[] DOCTORS = {0, 100, 2000, 8000, 20000, 60000};

  private final Figures figures;
  private final List<String> lines = new ArrayList<>();

  private Tables(Figures figures) {
    this.figures = figures;
  }

  static List<String> of(Figures figures) {
    Tables tables = new Tables(figures);
    for (String encoding : List.of("plain", "gzip")) {
      tables.lists("ms for a list, " + encoding, encoding, true);
      tables.lists("MB allocated for a list, " + encoding, encoding, false);
    }
    tables.calls();
    tables.machines();
    return tables.lines;
  }

  private void lists(String title, String encoding, boolean time) {
    head(title, DOCTORS.length, i -> String.valueOf(DOCTORS[i]));
    for (Stack stack : Stack.COMPARED) {
      row(
          stack.title(),
          DOCTORS.length,
          i ->
              time
                  ? number(figures.get(Figures.time(encoding, DOCTORS[i], stack)))
                  : number(figures.get(Figures.allocated(encoding, DOCTORS[i], stack)) / 1e6));
    }
  }

  private void calls() {
    int[] callers = JmhRuns.CALLERS;
    head("small calls per second, callers", callers.length, i -> String.valueOf(callers[i]));
    for (Stack stack : Stack.COMPARED) {
      row(
          stack.title(),
          callers.length,
          i -> number(figures.get(Figures.calls(callers[i], stack))));
    }
    row(
        "gmc-client, common pool of two",
        callers.length,
        i -> number(figures.get(Figures.callsWithCommonPool(callers[i]))));
    row(
        "gmc-client, asynchronous",
        callers.length,
        i -> number(figures.get(Figures.asyncCalls(callers[i]))));
  }

  private void machines() {
    List<String> columns =
        List.of(
            "smallest heap at 60000, serial collector, MB",
            "G1, MB",
            "to first list of 2000, ms",
            "jars",
            "jars, MB");
    head("fresh JVM", columns.size(), columns::get);
    for (Stack stack : Stack.values()) {
      row(
          stack.title(),
          columns.size(),
          i ->
              known(
                  List.of(
                          Figures.heap(Collector.SERIAL, stack),
                          Figures.heap(Collector.G1, stack),
                          Figures.start(stack),
                          "jars " + stack,
                          "jars MB " + stack)
                      .get(i)));
    }
  }

  private String known(String name) {
    return figures.has(name) ? number(figures.get(name)) : "";
  }

  private void head(String title, int columns, IntFunction<String> column) {
    lines.add("");
    row(title, columns, column);
    lines.add("|---|" + "---|".repeat(columns));
  }

  private void row(String title, int columns, IntFunction<String> column) {
    StringBuilder row = new StringBuilder("| ").append(title).append(" |");
    for (int i = 0; i < columns; i++) {
      row.append(' ').append(column.apply(i)).append(" |");
    }
    lines.add(row.toString());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
  }
}
