package uk.nhs.hee.tis.gmc.example.sync;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.Incident;

/** What went wrong in a run, each incident once however many designated bodies it met. */
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

  private static String key(GmcException e) {
    return e.evidence().incident().map(Incident::id).orElseGet(() -> e.evidence().finding());
  }

  private static void incident(StringBuilder out, List<Outcome> met) {
    // The last one knows how many calls the incident has cost.
    GmcException last = met.get(met.size() - 1).failure().orElseThrow();
    String bodies =
        met.stream().map(outcome -> outcome.body().toString()).collect(Collectors.joining(", "));
    out.append("\nFailed: ")
        .append(bodies)
        .append(".\n")
        .append(last.getMessage())
        .append("\n\n")
        .append(Words.indented(last.evidence().toText()));
  }
}
