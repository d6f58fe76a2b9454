package uk.nhs.hee.tis.gmc.client;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import uk.nhs.hee.tis.gmc.client.diagnose.DiagnosisReport;
import uk.nhs.hee.tis.gmc.client.diagnose.Layer;
import uk.nhs.hee.tis.gmc.client.diagnose.LayerResult;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcIntermediaryException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.error.GmcTimeoutException;
import uk.nhs.hee.tis.gmc.client.error.Incident;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.model.Actor;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/** A sample of every value type, each field unlike its default, and the text it shows. */
final class ValueTypes {
  private static final String SECRET = "s3cret";
  private static final Incident INCIDENT =
      Incident.of(
          "gmc-1",
          Clients.NOW,
          Clients.NOW.plusSeconds(60),
          3,
          49,
          Instant.parse("2027-01-05T00:04:00Z"));

  private static final Evidence EVIDENCE =
      Evidence.builder()
          .operation(GmcOperation.TRY_ADD_DOCTOR)
          .clientRequestId("c-1")
          .gmcRequestId("g-1")
          .recommendationId("r-1")
          .attempts(2)
          .environmentLabel("prod")
          .url(URI.create("https://host/service"))
          .startedAt(Clients.NOW)
          .endedAt(Clients.NOW.plusSeconds(1))
          .proxy("proxy.example:3128")
          .resolvedAddresses(List.of("192.0.2.1"))
          .httpStatus(403)
          .responseHeaders(Map.of("server", "cloudflare"))
          .rayId("0123456789abcdef")
          .edgeLocation("LHR")
          .egressAddress("192.0.2.2")
          .userAgent("sync/1")
          .identityHeaders(Map.of("X-Region", "north"))
          .retryAfter(Duration.ofSeconds(30))
          .cloudflareCode(1020)
          .returnCode(ReturnCode.INTERNAL_ERROR)
          .finding("found")
          .source(Source.EDGE)
          .effect(Effect.NOT_PROCESSED)
          .retryable(true)
          .actors(Actor.CALLER, Actor.GMC_SERVICE)
          .advice("Call the GMC.")
          .blockedKind(GmcBlockedException.Kind.FIREWALL_RULE)
          .intermediaryKind(GmcIntermediaryException.Kind.BLOCK)
          .protocolKind(GmcProtocolException.Kind.NOT_SOAP)
          .confidence(Confidence.LIKELY)
          .signals(List.of("a sign"))
          .excerpt("a page")
          .incident(INCIDENT)
          .fromOpenCircuit(true)
          .build();

  /** One value type. */
  static final class Sample<T> {
    final Class<T> type;
    final T value;
    final UnaryOperator<T> rebuilt;
    final String text;

    private Sample(Class<T> type, T value, UnaryOperator<T> rebuilt, String text) {
      this.type = type;
      this.value = value;
      this.rebuilt = rebuilt;
      this.text = text;
    }

    boolean sameAfterRebuilding() {
      return rebuilt.apply(value).equals(value);
    }

    @Override
    public String toString() {
      return type.getSimpleName();
    }
  }

  private ValueTypes() {}

  static List<Sample<?>> all() {
    List<Sample<?>> all = new ArrayList<>(ModelSamples.all());
    all.add(
        sample(
            GmcCredentials.class,
            GmcCredentials.of(SECRET, SECRET),
            v -> GmcCredentials.of(v.username(), v.password()),
            "GmcCredentials[username=***, password=***]"));
    all.add(identity());
    all.add(options());
    all.add(retryPolicy());
    all.add(circuitBreakerPolicy());
    all.add(call());
    all.add(attempt());
    all.add(availability());
    all.add(incident());
    all.add(evidence());
    all.add(layerResult());
    all.add(diagnosisReport());
    return all;
  }

  private static Sample<?> retryPolicy() {
    return sample(
        RetryPolicy.class,
        RetryPolicy.builder()
            .maxAttempts(5)
            .firstBackoff(Duration.ofSeconds(1))
            .maxBackoff(Duration.ofSeconds(30))
            .budget(7)
            .retryWhenOutcomeUnknown(true)
            .build(),
        v -> v.toBuilder().build(),
        "RetryPolicy[maxAttempts=5, firstBackoff=PT1S, maxBackoff=PT30S, budget=7,"
            + " retryWhenOutcomeUnknown=true]");
  }

  private static Sample<?> circuitBreakerPolicy() {
    return sample(
        CircuitBreakerPolicy.class,
        CircuitBreakerPolicy.builder().failuresToOpen(2).coolDown(Duration.ofSeconds(30)).build(),
        v -> v.toBuilder().build(),
        "CircuitBreakerPolicy[enabled=true, failuresToOpen=2, coolDown=PT30S]");
  }

  private static Sample<?> call() {
    return sample(
        GmcCall.class,
        GmcCall.of(GmcOperation.TRY_ADD_DOCTOR, "1-1RSSQ2H", "c-1", Clients.NOW),
        v -> GmcCall.of(v.operation(), v.designatedBodyCode(), v.clientRequestId(), v.startedAt()),
        "GmcCall[operation=TRY_ADD_DOCTOR, designatedBodyCode=1-1RSSQ2H, clientRequestId=c-1,"
            + " startedAt=2027-01-05T00:05:00Z]");
  }

  /** Equal to itself only, as every exception. */
  static GmcException failure() {
    return new GmcTimeoutException(
        SECRET, EVIDENCE.toBuilder().source(Source.NETWORK).build(), null);
  }

  private static Sample<?> attempt() {
    return sample(
        GmcAttempt.class,
        GmcAttempt.of(2, Duration.ofSeconds(3), failure()),
        v -> GmcAttempt.of(v.number(), v.duration(), v.failure().orElse(null)),
        "GmcAttempt[number=2, duration=PT3S, failure=GmcTimeoutException]");
  }

  private static Sample<?> availability() {
    return sample(
        GmcAvailability.class,
        GmcAvailability.of(
            GmcAvailability.State.BLOCKED, Clients.NOW, Map.of("1-1RSSQ2H", Clients.NOW)),
        v -> GmcAvailability.of(v.state(), v.since(), v.lastSuccesses()),
        "GmcAvailability[state=BLOCKED, since=2027-01-05T00:05:00Z,"
            + " lastSuccesses={1-1RSSQ2H=2027-01-05T00:05:00Z}]");
  }

  private static Sample<?> incident() {
    return sample(
        Incident.class,
        INCIDENT,
        v -> INCIDENT,
        "Incident[id=gmc-1, first=2027-01-05T00:05:00Z, last=2027-01-05T00:06:00Z, failed=3,"
            + " heldBack=49, lastSuccess=2027-01-05T00:04:00Z]");
  }

  private static LayerResult edge() {
    return LayerResult.builder()
        .layer(Layer.EDGE)
        .status(LayerResult.Status.FAILED)
        .finding("it refuses")
        .actors(Actor.CALLER, Actor.GMC_SERVICE)
        .fact("Ray ID", "0123456789abcdef")
        .build();
  }

  private static Sample<?> layerResult() {
    return sample(
        LayerResult.class,
        edge(),
        v -> v.toBuilder().build(),
        "LayerResult[layer=EDGE, status=FAILED, finding=it refuses, actors=[CALLER, GMC_SERVICE],"
            + " facts={Ray ID=0123456789abcdef}]");
  }

  private static Sample<?> diagnosisReport() {
    DiagnosisReport report =
        DiagnosisReport.builder()
            .startedAt(Clients.NOW)
            .environmentLabel("prod")
            .endpoint(URI.create("https://host/service"))
            .identity(Clients.identity().with(Map.of("X-Token", SECRET)))
            .layers(List.of(edge()))
            .evidence(EVIDENCE)
            .build();
    return sample(
        DiagnosisReport.class,
        report,
        v -> v.toBuilder().build(),
        "DiagnosisReport" + report.toJson());
  }

  private static Sample<?> evidence() {
    return sample(
        Evidence.class, EVIDENCE, v -> v.toBuilder().build(), "Evidence" + EVIDENCE.toJson());
  }

  private static Sample<?> identity() {
    return sample(
        ClientIdentity.class,
        Clients.identity().with(Map.of("X-Region", "north", "X-Token", SECRET)),
        v -> v.with(Map.of("x-region", "north")),
        "ClientIdentity[userAgent="
            + Clients.USER_AGENT
            + ", headers={X-Region=north, X-Token=***}]");
  }

  private static Sample<?> options() {
    return sample(
        CallOptions.class,
        CallOptions.builder()
            .deadline(Duration.ofSeconds(5))
            .clientRequestId("c-1")
            .internalUser(SECRET)
            .credentials(GmcCredentials.of(SECRET, SECRET))
            .retryPolicy(RetryPolicy.none())
            .circuitBreakerPolicy(CircuitBreakerPolicy.defaults())
            .header("X-Token", SECRET)
            .build(),
        v -> v.toBuilder().build(),
        "CallOptions[deadline=PT5S, clientRequestId=c-1, internalUser=***,"
            + " credentials=GmcCredentials[username=***, password=***], retryPolicy="
            + RetryPolicy.none()
            + ", circuitBreakerPolicy="
            + CircuitBreakerPolicy.defaults()
            + ", headers=[X-Token]]");
  }

  static <T> Sample<T> sample(Class<T> type, T value, UnaryOperator<T> rebuilt, String text) {
    return new Sample<>(type, value, rebuilt, text);
  }
}
