package uk.nhs.hee.tis.gmc.example.sync;

import java.time.Duration;
import java.util.List;

/** The table at the end of a run: what came of each designated body, and of all. */
final class ClosingTable {
  private static final List<String> HEADER =
      List.of("Body", "Name", "Doctors", "Under notice", "Time", "Result");
  private static final List<Integer> NUMBERS = List.of(2, 3, 4);

  private ClosingTable() {}

  static String of(List<Outcome> outcomes, Duration time) {
    TextTable table = new TextTable(HEADER, NUMBERS);
    for (Outcome outcome : outcomes) {
      boolean complete = outcome.result().isComplete();
      table.row(
          outcome.body().code(),
          outcome.body().name(),
          complete ? Words.of(outcome.doctors()) : "-",
          complete ? Words.of(outcome.underNotice()) : "-",
          outcome.time().map(Words::of).orElse("-"),
          outcome.words());
    }
    table.row(
        "Total",
        Words.of(outcomes.size(), "designated body", "designated bodies"),
        Words.of(outcomes.stream().mapToLong(Outcome::doctors).sum()),
        Words.of(outcomes.stream().mapToLong(Outcome::underNotice).sum()),
        Words.of(time),
        Words.of(outcomes.stream().filter(o -> o.result().isComplete()).count()) + " complete");
    return table.withTotals();
  }
}
