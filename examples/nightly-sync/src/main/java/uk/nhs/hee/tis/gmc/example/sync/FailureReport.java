package uk.nhs.hee.tis.gmc.example.sync;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.Incident;

/**
 * What went wrong in a run, each kind of failure once however many designated bodies it met, and
 * what to do next.
 */
final class FailureReport {
  private final List<Outcome> incomplete;
  private final OutputDirectory output;
  private final StringBuilder out = new StringBuilder();

  private FailureReport(List<Outcome> incomplete, OutputDirectory output) {
    this.incomplete = incomplete;
    this.output = output;
  }

  /** Returns the report, empty if every body is complete. */
  static String of(List<Outcome> outcomes, OutputDirectory output) {
    List<Outcome> incomplete =
        outcomes.stream().filter(o -> !o.result().isComplete()).collect(Collectors.toList());
    FailureReport report = new FailureReport(incomplete, output);
    if (!incomplete.isEmpty()) {
      report.kinds().forEach(report::kind);
      report.ending();
    }
    return report.out.toString();
  }

  private List<List<Outcome>> kinds() {
    Map<String, List<Outcome>> kinds = new LinkedHashMap<>();
    for (Outcome outcome : incomplete) {
      outcome
          .failure()
          .ifPresent(e -> kinds.computeIfAbsent(key(e), k -> new ArrayList<>()).add(outcome));
    }
    return List.copyOf(kinds.values());
  }

  /** Not the incident's id: a success of one body between two failures of others ends it. */
  private static String key(GmcException e) {
    return e.getClass().getName() + " " + e.evidence().finding();
  }

  private void kind(List<Outcome> met) {
    // The one that knows most about how many calls it has cost.
    GmcException shown =
        met.stream()
            .flatMap(outcome -> outcome.failure().stream())
            .max(Comparator.comparingLong(FailureReport::callsFailed))
            .orElseThrow();
    String bodies =
        met.stream().map(outcome -> outcome.body().toString()).collect(Collectors.joining(", "));
    out.append("\nFailed: ").append(bodies).append(".\n");
    out.append(Words.sentences(String.valueOf(shown.getMessage())));
    out.append('\n').append(Words.indented(shown.evidence().toText()));
  }

  private static long callsFailed(GmcException e) {
    return e.evidence().incident().map(Incident::failed).orElse(0L);
  }

  private void ending() {
    out.append('\n');
    long notAttempted = incomplete.stream().filter(o -> o.result() == Result.NOT_ATTEMPTED).count();
    if (notAttempted > 0) {
      out.append("Not attempted, because the same failure would have affected them: ")
          .append(Words.of(notAttempted, "designated body", "designated bodies"))
          .append(".\n");
    }
    unsaved();
    out.append("Old files: ").append(oldFiles()).append(".\n");
    if (incomplete.stream().anyMatch(o -> o.failure().isPresent() && o.unsaved().isEmpty())) {
      out.append("Evidence of each failed body, named by its code and time, as text and JSON: ")
          .append(output.evidence())
          .append(".\n");
    }
    out.append("Once the cause is fixed, --only-missing fetches what is incomplete.\n");
  }

  private void unsaved() {
    Map<String, Long> reasons =
        incomplete.stream()
            .flatMap(outcome -> outcome.unsaved().stream())
            .collect(
                Collectors.groupingBy(
                    Function.identity(), LinkedHashMap::new, Collectors.counting()));
    reasons.forEach(
        (why, count) ->
            out.append("Not saved in ")
                .append(output.root())
                .append(": ")
                .append(why)
                .append(" (")
                .append(Words.of(count, "designated body", "designated bodies"))
                .append(").\n"));
  }

  private String oldFiles() {
    List<Instant> written =
        incomplete.stream()
            .flatMap(outcome -> output.written(outcome.body()).stream())
            .sorted()
            .collect(Collectors.toList());
    return written.isEmpty()
        ? "none"
        : written.size()
            + " of "
            + incomplete.size()
            + " kept, the oldest written at "
            + written.get(0).truncatedTo(ChronoUnit.SECONDS);
  }
}
