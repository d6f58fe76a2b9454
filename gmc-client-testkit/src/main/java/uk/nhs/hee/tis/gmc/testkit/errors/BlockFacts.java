package uk.nhs.hee.tis.gmc.testkit.errors;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException.Kind;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/** What the client says of each kind of block. Immutable. */
final class BlockFacts {
  final @Nullable Integer code;
  final List<Actor> actors;
  private final String meaning;

  private BlockFacts(@Nullable Integer code, String meaning, Actor... actors) {
    this.code = code;
    this.meaning = meaning;
    this.actors = List.of(actors);
  }

  static BlockFacts of(Kind kind) {
    switch (kind) {
      case FIREWALL_RULE:
        return new BlockFacts(
            1020, "a firewall rule of the GMC refused the request", Actor.GMC_FIREWALL);
      case CLIENT_SIGNATURE:
        return new BlockFacts(1010, "client signature banned", Actor.CALLER, Actor.GMC_FIREWALL);
      case IP_BAN:
        return new BlockFacts(1006, "the caller's IP address is banned", Actor.GMC_FIREWALL);
      case COUNTRY:
        return new BlockFacts(
            1009, "the country of the caller's IP address is banned", Actor.GMC_FIREWALL);
      case MALWARE:
        return new BlockFacts(
            1012, "malware or suspicious activity was reported", Actor.GMC_FIREWALL);
      case DIRECT_ACCESS:
        return new BlockFacts(1003, "the edge was addressed by IP, not by host name", Actor.CALLER);
      case WAF:
        return new BlockFacts(
            null, "the GMC's web application firewall suspected an attack", Actor.GMC_FIREWALL);
      case CHALLENGE:
        return new BlockFacts(null, "a challenge for browsers", Actor.GMC_FIREWALL);
      default:
        return new BlockFacts(
            null, "HTTP 403 without a sign of the GMC's own server", Actor.GMC_FIREWALL);
    }
  }

  BlockFacts withCode(int newCode) {
    return new BlockFacts(newCode, meaning, actors.toArray(new Actor[0]));
  }

  String finding() {
    return code == null ? meaning : "error " + code + ": " + meaning;
  }

  List<String> signals() {
    return code == null
        ? List.of("HTTP status 403")
        : List.of(
            "a page of Cloudflare's (cf-error-details) with error code " + code, "HTTP status 403");
  }
}
