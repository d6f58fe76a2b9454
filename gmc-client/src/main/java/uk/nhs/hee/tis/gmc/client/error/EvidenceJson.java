package uk.nhs.hee.tis.gmc.client.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes {@link Evidence} as JSON, by Jackson calls that 2.11 already had. */
final class EvidenceJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private EvidenceJson() {}

  static String of(Evidence evidence) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("finding", evidence.finding());
    json.put("source", evidence.source().name());
    json.put("confidence", evidence.confidence().name());
    json.set("signals", MAPPER.valueToTree(evidence.signals()));
    json.put("effect", evidence.effect().name());
    json.put("retryable", evidence.retryable());
    json.put("whoActs", evidence.whoActs());
    json.put("fromOpenCircuit", evidence.fromOpenCircuit());
    json.put("operation", evidence.operation().operationName());
    evidence.environment().ifPresent(v -> json.put("environment", v));
    json.put("url", evidence.url().toString());
    json.put("startedAt", evidence.startedAt().toString());
    json.put("endedAt", evidence.endedAt().toString());
    json.put("attempts", evidence.attempts());
    json.put("clientRequestId", evidence.clientRequestId());
    evidence.gmcRequestId().ifPresent(v -> json.put("gmcRequestId", v));
    evidence.httpStatus().ifPresent(v -> json.put("httpStatus", v));
    evidence.cloudflareCode().ifPresent(v -> json.put("cloudflareCode", v));
    evidence.rayId().ifPresent(v -> json.put("rayId", v));
    evidence.edgeLocation().ifPresent(v -> json.put("edgeLocation", v));
    evidence.egressAddress().ifPresent(v -> json.put("egressAddress", v));
    evidence.returnCode().ifPresent(v -> json.put("returnCode", v.code()));
    json.put("userAgent", evidence.userAgent());
    json.set("identityHeaders", MAPPER.valueToTree(evidence.identityHeaders()));
    json.set("resolvedAddresses", MAPPER.valueToTree(evidence.resolvedAddresses()));
    json.set("responseHeaders", MAPPER.valueToTree(evidence.responseHeaders()));
    evidence.excerpt().ifPresent(v -> json.put("excerpt", v));
    evidence.incident().ifPresent(v -> json.set("incident", incident(v)));
    return write(json);
  }

  private static ObjectNode incident(Incident incident) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("id", incident.id());
    json.put("first", incident.first().toString());
    json.put("last", incident.last().toString());
    json.put("count", incident.count());
    incident.lastSuccess().ifPresent(v -> json.put("lastSuccess", v.toString()));
    return json;
  }

  private static String write(ObjectNode json) {
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("evidence is made of text and numbers only", impossible);
    }
  }
}
