package uk.nhs.hee.tis.gmc.testkit;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.model.Actor;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/** Evidence of a night job's call at five past midnight, by who answered it. */
final class ErrorFacts {
  static final String RAY_ID = "8f3c2a9d1b7e4650";

  private ErrorFacts() {}

  /** What every call has, whoever answered. */
  private static Evidence.Builder call(Source source) {
    return Evidence.builder()
        .operation(GmcOperation.GET_DOCTORS_FOR_DB)
        .clientRequestId("3f1c5a52-6d0e-4b7e-9c8e-0d4f1b2a7c11")
        .attempts(1)
        .environmentLabel("test")
        .url(URI.create("https://gmc-connect.example/GMCWebServices/WebService.asmx"))
        .startedAt(Instant.parse("2026-11-22T00:05:12Z"))
        .endedAt(Instant.parse("2026-11-22T00:05:12.340Z"))
        .resolvedAddresses(List.of("203.0.113.10"))
        .userAgent("nightly-sync/1.0 (tester@example.nhs.uk)")
        .confidence(Confidence.CERTAIN)
        .source(source);
  }

  /** An answer by HTTP, of whoever stands on the way. */
  static Evidence.Builder page(Source source, int status, String finding, Actor... actors) {
    return call(source)
        .httpStatus(status)
        .effect(Effect.NOT_PROCESSED)
        .finding(finding)
        .actors(actors)
        .signals(List.of("HTTP status " + status));
  }

  /** An answer that came through Cloudflare, be it the edge's own or the GMC's server's. */
  static Evidence.Builder throughEdge(Source source, int status, String finding, Actor... actors) {
    return page(source, status, finding, actors)
        .responseHeaders(Map.of("server", "cloudflare", "cf-ray", RAY_ID + "-LHR"))
        .rayId(RAY_ID)
        .edgeLocation("LHR")
        .egressAddress(source == Source.EDGE ? "203.0.113.45" : null);
  }

  /** An answer of the service itself. */
  static Evidence.Builder returnCode(ReturnCode code) {
    boolean failure = code.kind() == ReturnCode.Kind.GMC_FAILURE;
    return call(Source.GMC_SERVICE)
        .effect(failure ? Effect.MAY_HAVE_RUN : Effect.NOT_PROCESSED)
        .finding("return code " + code.code() + ": " + code.meaning())
        .actors(code.actors())
        .retryable(failure)
        .confidence(code.isKnown() ? Confidence.CERTAIN : Confidence.LIKELY)
        .signals(List.of("a complete SOAP answer of GMC Connect with return code " + code.code()))
        .returnCode(code)
        .gmcRequestId("4410001");
  }

  /** No answer, or not all of one. */
  static Evidence.Builder network(Effect effect, String finding, String signal) {
    return call(Source.NETWORK)
        .effect(effect)
        .finding(finding)
        .actors(Actor.CALLER_NETWORK, Actor.GMC_SERVICE)
        .retryable(true)
        .signals(List.of(signal));
  }

  /** A refusal of this side to send. */
  static Evidence.Builder caller(String finding) {
    return call(Source.CALLER)
        .effect(Effect.NOT_SENT)
        .attempts(0)
        .finding(finding)
        .actors(Actor.CALLER)
        .signals(List.of());
  }
}
