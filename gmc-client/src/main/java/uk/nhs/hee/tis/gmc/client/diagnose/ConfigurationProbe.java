package uk.nhs.hee.tis.gmc.client.diagnose;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.diagnose.LayerResult.Status;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/** Looks at options that a client takes, but that are not wise. */
final class ConfigurationProbe {
  private ConfigurationProbe() {}

  static LayerResult.Builder probe(URI endpoint, ClientIdentity identity) {
    List<String> warnings = new ArrayList<>(identity.warnings());
    if (endpoint.getScheme().toLowerCase(Locale.ROOT).equals("http")
        && !endpoint.getHost().matches("localhost|127\\..*|\\[::1]")) {
      warnings.add("the endpoint is plain http, so the password travels in the clear");
    }
    return warnings.isEmpty()
        ? LayerResult.of(
            Layer.CONFIGURATION, Status.PASSED, "complete, with an identity of its own")
        : LayerResult.of(Layer.CONFIGURATION, Status.WARNED, String.join("; ", warnings))
            .actors(Actor.CALLER);
  }
}
