package uk.nhs.hee.tis.gmc.client.diagnose;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;
import uk.nhs.hee.tis.gmc.client.CallOptions;
import uk.nhs.hee.tis.gmc.client.CircuitBreakerPolicy;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcClientBuilder;
import uk.nhs.hee.tis.gmc.client.RetryPolicy;
import uk.nhs.hee.tis.gmc.client.diagnose.LayerResult.Status;
import uk.nhs.hee.tis.gmc.client.internal.http.TlsReason;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/** One run through the layers, each of which is probed only if the nearer ones hold. */
final class DiagnosisRun {
  private static final int PROXY_LOGIN = 407;
  private static final String INTERNAL_USER = "gmc-diagnosis";

  private final DiagnosisSettings settings;
  private final Findings findings = new Findings();
  private final DiagnosisReport.Builder report = DiagnosisReport.builder();
  private final Pacing pacing;

  DiagnosisRun(DiagnosisSettings settings) {
    this.settings = settings;
    this.pacing = new Pacing(settings.gap, settings.wait);
  }

  DiagnosisReport run() {
    report.startedAt(settings.clock.instant());
    boolean interrupted = false;
    try {
      probe();
    } catch (TimeBox.Interrupted e) {
      interrupted = true;
    }
    return report.layers(findings.whole(interrupted)).evidence(findings.evidence()).build();
  }

  private void probe() {
    GmcClientBuilder configuration;
    GmcClient built;
    try {
      configuration = settings.configuration.get();
      built = configuration.build();
    } catch (IllegalStateException | IllegalArgumentException e) {
      findings.take(
          LayerResult.of(Layer.CONFIGURATION, Status.FAILED, String.valueOf(e.getMessage()))
              .actors(Actor.CALLER));
      return;
    }
    try (GmcClient client = built) {
      URI endpoint = configuration.endpoint().orElseThrow();
      ClientIdentity identity = client.identity();
      report
          .endpoint(endpoint)
          .environmentLabel(configuration.environmentLabel().orElse(null))
          .identity(identity);
      findings.take(ConfigurationProbe.probe(endpoint, identity));
      HttpClient http = configuration.httpClient().orElseGet(this::newHttpClient);
      Route route = Route.of(endpoint, http, settings.endpointName);
      if (way(route, http, identity.userAgent())) {
        EdgeProbe edge = new EdgeProbe(http, endpoint, settings.timeout);
        answers(client, options(configuration), route, edge);
      }
    }
  }

  private HttpClient newHttpClient() {
    return HttpClient.newBuilder()
        .connectTimeout(settings.timeout)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  private static CallOptions options(GmcClientBuilder configuration) {
    CallOptions.Builder options =
        CallOptions.builder()
            .retryPolicy(RetryPolicy.none())
            .circuitBreakerPolicy(CircuitBreakerPolicy.none());
    if (configuration.internalUser().isEmpty()) {
      options.internalUser(INTERNAL_USER);
    }
    return options.build();
  }

  /** Returns whether the way to the edge is free. */
  private boolean way(Route route, HttpClient http, String userAgent) {
    if (route.proxy == null) {
      findings.take(ProxyProbe.none(settings.variables));
    }
    List<InetAddress> addresses = NameProbe.probe(route, settings.timeout, findings);
    if (addresses.isEmpty() || !findings.take(TcpProbe.probe(route, addresses, settings.timeout))) {
      return false;
    }
    InetAddress first = addresses.get(0);
    if (route.proxy != null) {
      boolean passes =
          findings.take(ProxyProbe.probe(route, first, http, userAgent, settings.timeout));
      LayerResult proxy = findings.of(Layer.PROXY);
      if (!passes || proxy == null) {
        return false;
      }
      if (proxy.status() == Status.WARNED) {
        findings.take(
            LayerResult.of(Layer.TLS, Status.SKIPPED, "the proxy requires authentication first"));
        return true;
      }
    }
    return findings.take(
        new TlsProbe(route, first, http, userAgent, settings.timeout, settings.publicAuthorities)
            .probe(settings.clock.instant()));
  }

  private void answers(GmcClient client, CallOptions options, Route route, EdgeProbe edge) {
    Optional<EdgeProbe.Answer> got = get(edge, route, client.identity());
    if (got.isEmpty() || findings.hasFailed(Layer.PROXY)) {
      return;
    }
    EdgeProbe.Answer answer = got.get();
    if (answer.verdict.category() == Category.RATE_LIMITED) {
      return;
    }
    boolean passes = !findings.hasFailed(Layer.EDGE);
    findings.take(IdentityProbe.probe(settings.identities, edge, passes, pacing));
    if (!settings.bodies.isEmpty()) {
      if (!settings.identities.isEmpty()) {
        pacing.pause();
      }
      new ReadProbe(client, options, route, findings).probe(settings.bodies, pacing);
    } else if (passes) {
      withoutReads(answer);
    }
  }

  private Optional<EdgeProbe.Answer> get(EdgeProbe edge, Route route, ClientIdentity identity) {
    try {
      EdgeProbe.Answer answer = edge.send(identity);
      LayerResult proxy = findings.of(Layer.PROXY);
      boolean wantedLogin = proxy != null && proxy.status() == Status.WARNED;
      if (wantedLogin && answer.status() == PROXY_LOGIN) {
        findings.take(ProxyProbe.notLoggedIn(route));
        return Optional.empty();
      }
      if (wantedLogin) {
        findings.take(ProxyProbe.loggedIn(route));
      }
      findings.take(EdgeWords.ofGet(answer, route));
      return Optional.of(answer);
    } catch (IOException e) {
      findings.take(ofNoAnswer(route, e));
      return Optional.empty();
    }
  }

  private static LayerResult.Builder ofNoAnswer(Route route, IOException e) {
    Optional<TlsReason> tls = TlsReason.of(e);
    if (tls.isPresent()) {
      return TlsProbe.broken(route, tls.get());
    }
    return ProxyProbe.ofRequest(route, e)
        .orElseGet(
            () ->
                LayerResult.of(
                        Layer.EDGE,
                        Status.FAILED,
                        "no answer to a plain GET (" + e.getClass().getSimpleName() + ")")
                    .actors(Actor.CALLER_NETWORK, Actor.GMC_SERVICE));
  }

  private void withoutReads(EdgeProbe.Answer answer) {
    String reason = "no designated body was given to read";
    for (Layer layer : List.of(Layer.SOAP, Layer.CREDENTIALS, Layer.ACCESS)) {
      findings.take(LayerResult.of(layer, Status.SKIPPED, reason));
    }
    if (answer.verdict.category() == Category.UNAVAILABLE && answer.isServerDown()) {
      findings.take(
          LayerResult.of(
                  Layer.SOAP, Status.FAILED, "a plain GET fails: " + answer.verdict.finding())
              .actors(answer.verdict.actors()));
    }
  }
}
