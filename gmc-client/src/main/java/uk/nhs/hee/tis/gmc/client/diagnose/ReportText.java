package uk.nhs.hee.tis.gmc.client.diagnose;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import uk.nhs.hee.tis.gmc.client.diagnose.LayerResult.Status;

/** Writes a {@link DiagnosisReport} as text: one line a layer, its facts below it. */
final class ReportText {
  private ReportText() {}

  static String of(DiagnosisReport report) {
    StringBuilder out = new StringBuilder("Diagnosis of GMC Connect at ");
    out.append(report.startedAt().truncatedTo(ChronoUnit.SECONDS)).append(" (UTC)\n");
    report.environmentLabel().ifPresent(v -> out.append("Environment: ").append(v).append('\n'));
    report.endpoint().ifPresent(v -> out.append("Endpoint: ").append(v).append('\n'));
    report.identity().ifPresent(v -> out.append(v.describe()).append('\n'));
    out.append('\n');
    report.layers().forEach(layer -> write(layer, out));
    out.append('\n').append(report.conclusion()).append('\n');
    report.evidence().ifPresent(v -> out.append('\n').append(v.toText()));
    return out.toString();
  }

  private static void write(LayerResult layer, StringBuilder out) {
    out.append(line(word(layer.status()), layer.layer().words(), layer.finding()));
    layer.facts().forEach((name, value) -> out.append(line("", "", name + ": " + value)));
  }

  private static String line(String status, String layer, String text) {
    return String.format(Locale.ROOT, "%-8s %-16s %s\n", status, layer, Texts.line(text));
  }

  private static String word(Status status) {
    return status == Status.FAILED ? "FAILED" : status.name().toLowerCase(Locale.ROOT);
  }
}
