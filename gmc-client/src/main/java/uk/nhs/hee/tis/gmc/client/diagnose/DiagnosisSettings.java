package uk.nhs.hee.tis.gmc.client.diagnose;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcClientBuilder;

/** What to diagnose and how, and what a test replaces. Immutable. */
final class DiagnosisSettings {
  final Supplier<GmcClientBuilder> configuration;
  final List<String> bodies;
  final List<ClientIdentity> identities;
  final Duration timeout;
  final Duration gap;
  final Map<String, String> variables;
  final String endpointName;
  final PublicAuthorities publicAuthorities;
  final Pacing.Wait wait;
  final Clock clock;

  DiagnosisSettings(GmcDiagnosis.Builder from) {
    configuration = from.configuration;
    bodies = List.copyOf(from.bodies);
    identities = List.copyOf(from.identities);
    timeout = from.timeout;
    gap = from.gap;
    variables = Map.copyOf(from.variables);
    endpointName = from.endpointName;
    publicAuthorities = from.publicAuthorities;
    wait = from.wait;
    clock = from.clock;
  }
}
