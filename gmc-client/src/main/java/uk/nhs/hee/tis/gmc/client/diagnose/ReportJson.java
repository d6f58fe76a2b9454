package uk.nhs.hee.tis.gmc.client.diagnose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes a {@link DiagnosisReport} as JSON, by Jackson calls that 2.11 already had. */
final class ReportJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ReportJson() {}

  static String of(DiagnosisReport report) {
    try {
      return MAPPER.writeValueAsString(json(report));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a report is made of text only", impossible);
    }
  }

  private static ObjectNode json(DiagnosisReport report) throws JsonProcessingException {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("conclusion", report.conclusion());
    report.failing().ifPresent(v -> json.put("failingLayer", v.layer().name()));
    report.failing().flatMap(LayerResult::whoActs).ifPresent(v -> json.put("whoActs", v));
    json.put("startedAt", report.startedAt().toString());
    report.environment().ifPresent(v -> json.put("environment", v));
    report.endpoint().ifPresent(v -> json.put("endpoint", v.toString()));
    report.identity().ifPresent(v -> json.put("userAgent", v.userAgent()));
    report
        .identity()
        .ifPresent(v -> json.set("identityHeaders", MAPPER.valueToTree(v.headersWithoutSecrets())));
    ArrayNode layers = json.putArray("layers");
    report.layers().forEach(layer -> layers.add(json(layer)));
    if (report.evidence().isPresent()) {
      json.set("evidence", MAPPER.readTree(report.evidence().get().toJson()));
    }
    return json;
  }

  private static ObjectNode json(LayerResult layer) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("layer", layer.layer().name());
    json.put("status", layer.status().name());
    json.put("finding", layer.finding());
    layer.whoActs().ifPresent(v -> json.put("whoActs", v));
    json.set("facts", MAPPER.valueToTree(layer.facts()));
    return json;
  }
}
