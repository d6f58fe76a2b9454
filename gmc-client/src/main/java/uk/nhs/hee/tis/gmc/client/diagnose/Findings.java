package uk.nhs.hee.tis.gmc.client.diagnose;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.diagnose.LayerResult.Status;
import uk.nhs.hee.tis.gmc.client.error.Evidence;

/** The verdicts so far; a later one on the same layer replaces the earlier. */
final class Findings {
  private final Map<Layer, LayerResult> byLayer = new EnumMap<>(Layer.class);
  private @Nullable Evidence evidence;

  /** Takes a verdict and returns whether calls get past the layer. */
  boolean take(LayerResult.Builder verdict) {
    LayerResult result = verdict.build();
    byLayer.put(result.layer(), result);
    return result.status() != Status.FAILED;
  }

  void take(Evidence ofFailedCall) {
    evidence = ofFailedCall;
  }

  @Nullable Evidence evidence() {
    return evidence;
  }

  @Nullable LayerResult of(Layer layer) {
    return byLayer.get(layer);
  }

  boolean hasFailed(Layer layer) {
    LayerResult result = byLayer.get(layer);
    return result != null && result.status() == Status.FAILED;
  }

  /** Returns a verdict on every layer: those without one were skipped. */
  List<LayerResult> whole(boolean interrupted) {
    String reason = interrupted ? "the diagnosis was interrupted" : "a nearer layer fails";
    List<LayerResult> whole = new ArrayList<>();
    for (Layer layer : Layer.values()) {
      LayerResult result = byLayer.get(layer);
      whole.add(result != null ? result : LayerResult.of(layer, Status.SKIPPED, reason).build());
    }
    return whole;
  }
}
