package uk.nhs.hee.tis.gmc.client.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonInput;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonKind;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonOutput;
import uk.nhs.hee.tis.gmc.client.model.Actor;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/** The JSON form of {@link Evidence}, using only Jackson calls available in 2.11. */
final class EvidenceJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonKind<GmcOperation> OPERATION =
      JsonKind.text("is not an operation of GMC Connect", EvidenceJson::operation);
  private static final JsonKind<ReturnCode> RETURN_CODE =
      JsonKind.text("is not a return code", ReturnCode::of);

  private EvidenceJson() {}

  static String of(Evidence evidence) {
    try {
      return MAPPER.writeValueAsString(evidence);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("evidence is made of text and numbers only", impossible);
    }
  }

  static Evidence parse(String json) throws JsonProcessingException {
    return MAPPER.readValue(json, Evidence.class);
  }

  static JsonOutput write(Evidence evidence) {
    JsonOutput json = new JsonOutput();
    json.put("finding", evidence.finding());
    json.put("source", evidence.source().name());
    json.put("confidence", evidence.confidence().name());
    json.put("signals", evidence.signals());
    json.put("effect", evidence.effect().name());
    json.put("retryable", evidence.retryable());
    json.put("actors", evidence.actors().stream().map(Actor::name).collect(Collectors.toList()));
    json.put("advice", evidence.advice());
    evidence.blockedKind().ifPresent(v -> json.put("blockedKind", v));
    evidence.intermediaryKind().ifPresent(v -> json.put("intermediaryKind", v));
    evidence.protocolKind().ifPresent(v -> json.put("protocolKind", v));
    json.put("fromOpenCircuit", evidence.fromOpenCircuit());
    json.put("operation", evidence.operation().operationName());
    evidence.environmentLabel().ifPresent(v -> json.put("environmentLabel", v));
    json.put("url", evidence.url().toString());
    json.put("startedAt", evidence.startedAt().toString());
    json.put("endedAt", evidence.endedAt().toString());
    json.put("attempts", evidence.attempts());
    json.put("clientRequestId", evidence.clientRequestId());
    evidence.gmcRequestId().ifPresent(v -> json.put("gmcRequestId", v));
    evidence.recommendationId().ifPresent(v -> json.put("recommendationId", v));
    evidence.httpStatus().ifPresent(v -> json.put("httpStatus", v));
    evidence.retryAfter().ifPresent(v -> json.put("retryAfter", v.toString()));
    evidence.cloudflareCode().ifPresent(v -> json.put("cloudflareCode", v));
    evidence.rayId().ifPresent(v -> json.put("rayId", v));
    evidence.edgeLocation().ifPresent(v -> json.put("edgeLocation", v));
    evidence.egressAddress().ifPresent(v -> json.put("egressAddress", v));
    evidence.returnCode().ifPresent(v -> json.put("returnCode", v.code()));
    json.put("userAgent", evidence.userAgent());
    json.put("identityHeaders", evidence.identityHeaders());
    evidence.proxy().ifPresent(v -> json.put("proxy", v));
    json.put("resolvedAddresses", evidence.resolvedAddresses());
    json.put("responseHeaders", evidence.responseHeaders());
    evidence.excerpt().ifPresent(v -> json.put("excerpt", v));
    evidence.incident().ifPresent(v -> json.put("incident", v));
    return json;
  }

  static Evidence read(JsonInput json) {
    return Evidence.builder()
        .finding(json.required("finding", JsonKind.TEXT))
        .source(json.required("source", JsonKind.oneOf(Source.class)))
        .confidence(json.required("confidence", JsonKind.oneOf(Confidence.class)))
        .signals(json.required("signals", JsonKind.listOf(JsonKind.TEXT)))
        .effect(json.required("effect", JsonKind.oneOf(Effect.class)))
        .retryable(json.required("retryable", JsonKind.BOOLEAN))
        .actors(json.required("actors", JsonKind.listOf(JsonKind.oneOf(Actor.class))))
        .advice(json.required("advice", JsonKind.TEXT))
        .blockedKind(json.optional("blockedKind", JsonKind.oneOf(GmcBlockedException.Kind.class)))
        .intermediaryKind(
            json.optional("intermediaryKind", JsonKind.oneOf(GmcIntermediaryException.Kind.class)))
        .protocolKind(
            json.optional("protocolKind", JsonKind.oneOf(GmcProtocolException.Kind.class)))
        .fromOpenCircuit(json.required("fromOpenCircuit", JsonKind.BOOLEAN))
        .operation(json.required("operation", OPERATION))
        .environmentLabel(json.optional("environmentLabel", JsonKind.TEXT))
        .url(json.required("url", JsonKind.text("is not a URL", URI::create)))
        .startedAt(json.required("startedAt", JsonKind.INSTANT))
        .endedAt(json.required("endedAt", JsonKind.INSTANT))
        .attempts(json.required("attempts", JsonKind.INTEGER))
        .clientRequestId(json.required("clientRequestId", JsonKind.TEXT))
        .gmcRequestId(json.optional("gmcRequestId", JsonKind.TEXT))
        .recommendationId(json.optional("recommendationId", JsonKind.TEXT))
        .httpStatus(json.optional("httpStatus", JsonKind.INTEGER))
        .retryAfter(json.optional("retryAfter", JsonKind.DURATION))
        .cloudflareCode(json.optional("cloudflareCode", JsonKind.INTEGER))
        .rayId(json.optional("rayId", JsonKind.TEXT))
        .edgeLocation(json.optional("edgeLocation", JsonKind.TEXT))
        .egressAddress(json.optional("egressAddress", JsonKind.TEXT))
        .returnCode(json.optional("returnCode", RETURN_CODE))
        .userAgent(json.required("userAgent", JsonKind.TEXT))
        .identityHeaders(json.required("identityHeaders", JsonKind.mapOf(JsonKind.TEXT)))
        .proxy(json.optional("proxy", JsonKind.TEXT))
        .resolvedAddresses(json.required("resolvedAddresses", JsonKind.listOf(JsonKind.TEXT)))
        .responseHeaders(json.required("responseHeaders", JsonKind.mapOf(JsonKind.TEXT)))
        .excerpt(json.optional("excerpt", JsonKind.TEXT))
        .incident(json.optional("incident", JsonKind.object(Incident::read)))
        .build();
  }

  private static GmcOperation operation(String name) {
    return Arrays.stream(GmcOperation.values())
        .filter(operation -> operation.operationName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }
}
