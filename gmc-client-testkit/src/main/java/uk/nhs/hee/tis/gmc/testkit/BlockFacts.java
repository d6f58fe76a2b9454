package uk.nhs.hee.tis.gmc.testkit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException.Kind;

/** What the client says of each kind of block. Immutable. */
final class BlockFacts {
  private static final String FIREWALL_TEAM = "the GMC's firewall team";

  final @Nullable Integer code;
  final String whoActs;
  private final String meaning;

  private BlockFacts(@Nullable Integer code, String meaning, String whoActs) {
    this.code = code;
    this.meaning = meaning;
    this.whoActs = whoActs;
  }

  static BlockFacts of(Kind kind) {
    switch (kind) {
      case FIREWALL_RULE:
        return new BlockFacts(
            1020, "a firewall rule of the GMC refused the request", FIREWALL_TEAM);
      case CLIENT_SIGNATURE:
        return new BlockFacts(
            1010, "client signature banned", "the caller, then the GMC's firewall team");
      case IP_BAN:
        return new BlockFacts(1006, "the caller's IP address is banned", FIREWALL_TEAM);
      case COUNTRY:
        return new BlockFacts(
            1009, "the country of the caller's IP address is banned", FIREWALL_TEAM);
      case MALWARE:
        return new BlockFacts(1012, "malware or suspicious activity was reported", FIREWALL_TEAM);
      case DIRECT_ACCESS:
        return new BlockFacts(1003, "the edge was addressed by IP, not by host name", "the caller");
      case WAF:
        return new BlockFacts(
            null, "the GMC's web application firewall suspected an attack", FIREWALL_TEAM);
      case CHALLENGE:
        return new BlockFacts(null, "a challenge for browsers", FIREWALL_TEAM);
      default:
        return new BlockFacts(
            null, "HTTP 403 without a sign of the GMC's own server", FIREWALL_TEAM);
    }
  }

  BlockFacts withCode(int newCode) {
    return new BlockFacts(newCode, meaning, whoActs);
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
