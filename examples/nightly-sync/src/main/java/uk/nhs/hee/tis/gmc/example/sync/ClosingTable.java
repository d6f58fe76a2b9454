package uk.nhs.hee.tis.gmc.example.sync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table at the end of a run: what came of each designated body, and of all. What needs more
 * words than one stands below it, once for all bodies that it is true of.
 */
final class ClosingTable {
  private static final List<String> HEADER =
      List.of("Body", "Name", "Doctors", "Under notice", "Time", "Result");
  private static final int NAME = 1;
  private static final List<Integer> NUMBERS = List.of(2, 3, 4);

  private ClosingTable() {}

  static String of(List<Outcome> outcomes, Duration time) {
    TextTable table = new TextTable(HEADER, NUMBERS, NAME);
    for (Outcome outcome : outcomes) {
      boolean complete = outcome.result().isComplete();
      table.row(
          outcome.body().code(),
          outcome.body().name(),
          complete ? Words.of(outcome.doctors()) : "-",
          complete ? Words.of(outcome.underNotice()) : "-",
          outcome.time().map(Words::of).orElse("-"),
          outcome.result().words());
    }
    table.row(
        "Total",
        Words.of(outcomes.size(), "designated body", "designated bodies"),
        Words.of(outcomes.stream().mapToLong(Outcome::doctors).sum()),
        Words.of(outcomes.stream().mapToLong(Outcome::underNotice).sum()),
        Words.of(time),
        Words.of(outcomes.stream().filter(o -> o.result().isComplete()).count()) + " complete");
    return table.withTotals() + notes(outcomes);
  }

  private static String notes(List<Outcome> outcomes) {
    Map<String, List<String>> codes = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      if (!outcome.words().equals(outcome.result().words())) {
        codes.computeIfAbsent(outcome.words(), w -> new ArrayList<>()).add(outcome.body().code());
      }
    }
    StringBuilder notes = new StringBuilder();
    codes.forEach(
        (words, bodies) ->
            notes
                .append('\n')
                .append(Words.wrapped(String.join(", ", bodies) + ":", "", TextTable.WIDTH))
                .append(Words.wrapped(words, "  ", TextTable.WIDTH)));
    return notes.toString();
  }
}
