package uk.nhs.hee.tis.gmc.example.sync;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.Incident;

/** What went wrong in a run, each kind of failure once however many designated bodies it met. */
final class FailureReport {
  private FailureReport() {}

  /** Returns the report, empty if no call failed. */
  static String of(List<Outcome> outcomes, Path evidence) {
    Map<String, List<Outcome>> incidents = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      outcome
          .failure()
          .ifPresent(e -> incidents.computeIfAbsent(key(e), k -> new ArrayList<>()).add(outcome));
    }
    StringBuilder out = new StringBuilder();
    incidents.values().forEach(met -> incident(out, met));
    if (!incidents.isEmpty()) {
      out.append("\nThe evidence of each failed body is in ")
          .append(evidence)
          .append(", as text and JSON.\n");
    }
    return out.toString();
  }

  /** Not the incident's id: a success of one body between two failures of others ends it. */
  private static String key(GmcException e) {
    return e.getClass().getName() + " " + e.evidence().finding();
  }

  private static long callsFailed(GmcException e) {
    return e.evidence().incident().map(Incident::count).orElse(0L);
  }

  private static void incident(StringBuilder out, List<Outcome> met) {
    // The one that knows most about how many calls it has cost.
    GmcException shown =
        met.stream()
            .flatMap(outcome -> outcome.failure().stream())
            .max(Comparator.comparingLong(FailureReport::callsFailed))
            .orElseThrow();
    String bodies =
        met.stream().map(outcome -> outcome.body().toString()).collect(Collectors.joining(", "));
    out.append("\nFailed: ")
        .append(bodies)
        .append(".\n")
        .append(shown.getMessage())
        .append("\n\n")
        .append(Words.indented(shown.evidence().toText()));
  }
}
