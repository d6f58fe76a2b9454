package uk.nhs.hee.tis.gmc.client.diagnose;

import java.util.List;
import java.util.stream.Collectors;
import uk.nhs.hee.tis.gmc.client.diagnose.LayerResult.Status;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/** The one sentence at the end: which layer fails, why, and who must act. */
final class Conclusion {
  /** The fact of an answer from the caller's side where no proxy is in use. */
  static final String NO_PROXY = "sent without a proxy";

  private Conclusion() {}

  static String of(DiagnosisReport report) {
    return report
        .failing()
        .map(layer -> "The failing layer is " + about(layer) + ".")
        .orElseGet(() -> noneFails(report));
  }

  private static String noneFails(DiagnosisReport report) {
    List<LayerResult> warned = with(report, Status.WARNED);
    String warnings =
        warned.stream()
            .map(layer -> "there is a warning about " + about(layer))
            .collect(Collectors.joining("; and "));
    if (!isAnswered(report)) {
      return "No probed layer fails, but no read was attempted"
          + (warnings.isEmpty() ? "." : ", and " + warnings + ".");
    }
    return warnings.isEmpty()
        ? "No layer fails: GMC Connect answers, and nobody must act."
        : "No layer fails: GMC Connect answers, but " + warnings + ".";
  }

  private static boolean isAnswered(DiagnosisReport report) {
    return report.layer(Layer.ACCESS).filter(layer -> layer.status() == Status.PASSED).isPresent();
  }

  private static String about(LayerResult layer) {
    boolean unseen = layer.facts().containsKey(NO_PROXY);
    return (unseen ? "the caller's network" : layer.layer().inSentence())
        + ": "
        + layer.finding()
        + (layer.actors().isEmpty() ? "" : "; who must act: " + Actor.words(layer.actors()));
  }

  private static List<LayerResult> with(DiagnosisReport report, Status status) {
    return report.layers().stream()
        .filter(layer -> layer.status() == status)
        .collect(Collectors.toList());
  }
}
