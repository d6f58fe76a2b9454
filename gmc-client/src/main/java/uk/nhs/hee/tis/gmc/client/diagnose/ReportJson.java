package uk.nhs.hee.tis.gmc.client.diagnose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Collectors;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonOutput;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/** The JSON form of a {@link DiagnosisReport}, using only Jackson calls available in 2.11. */
final class ReportJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ReportJson() {}

  static String of(DiagnosisReport report) {
    try {
      return MAPPER.writeValueAsString(report);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a report is made of text only", impossible);
    }
  }

  static JsonOutput write(DiagnosisReport report) {
    JsonOutput json = new JsonOutput();
    json.put("conclusion", report.conclusion());
    report.failing().ifPresent(v -> json.put("failingLayer", v.layer()));
    report
        .failing()
        .ifPresent(
            v ->
                json.put(
                    "actors", v.actors().stream().map(Actor::name).collect(Collectors.toList())));
    json.put("startedAt", report.startedAt());
    report.environmentLabel().ifPresent(v -> json.put("environmentLabel", v));
    report.endpoint().ifPresent(v -> json.put("endpoint", v.toString()));
    report.identity().ifPresent(v -> json.put("userAgent", v.userAgent()));
    report.identity().ifPresent(v -> json.put("identityHeaders", v.headersWithoutSecrets()));
    json.put("layers", report.layers());
    report.evidence().ifPresent(v -> json.put("evidence", v));
    return json;
  }
}
