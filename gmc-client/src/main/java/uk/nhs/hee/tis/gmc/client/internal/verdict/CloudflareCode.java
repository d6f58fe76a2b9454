package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static uk.nhs.hee.tis.gmc.client.model.Actor.CALLER;
import static uk.nhs.hee.tis.gmc.client.model.Actor.CLOUDFLARE;
import static uk.nhs.hee.tis.gmc.client.model.Actor.GMC_FIREWALL;
import static uk.nhs.hee.tis.gmc.client.model.Actor.GMC_SERVICE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException.Kind;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/**
 * What is known about a Cloudflare error code (Cloudflare's documentation of 1xxx and 5xx errors).
 */
final class CloudflareCode {
  /** What a code means for the caller. */
  enum Group {
    BLOCK,
    RATE_LIMIT,
    OUTAGE
  }

  /**
   * Whether the service can have seen the request. Each row states it separately: a script at the
   * edge (1101, 1102) can fail after calling the service, and a bare 530 gives no cause.
   */
  private enum Reach {
    BEFORE_SERVICE,
    MAY_HAVE_RUN
  }

  private static final Map<Integer, CloudflareCode> KNOWN = new HashMap<>();

  static {
    block(
        1003,
        Reach.BEFORE_SERVICE,
        Kind.DIRECT_ACCESS,
        "the edge was addressed by IP, not by host name",
        CALLER);
    block(
        1005,
        Reach.BEFORE_SERVICE,
        Kind.IP_BAN,
        "the caller's network (ASN) is banned",
        GMC_FIREWALL);
    block(
        1006, Reach.BEFORE_SERVICE, Kind.IP_BAN, "the caller's IP address is banned", GMC_FIREWALL);
    block(
        1007, Reach.BEFORE_SERVICE, Kind.IP_BAN, "the caller's IP address is banned", GMC_FIREWALL);
    block(
        1008, Reach.BEFORE_SERVICE, Kind.IP_BAN, "the caller's IP address is banned", GMC_FIREWALL);
    block(
        1009,
        Reach.BEFORE_SERVICE,
        Kind.COUNTRY,
        "the country of the caller's IP address is banned",
        GMC_FIREWALL);
    block(
        1010,
        Reach.BEFORE_SERVICE,
        Kind.CLIENT_SIGNATURE,
        "client signature banned",
        CALLER,
        GMC_FIREWALL);
    block(1011, Reach.BEFORE_SERVICE, Kind.UNSPECIFIED, "hotlinking denied", GMC_FIREWALL);
    block(
        1012,
        Reach.BEFORE_SERVICE,
        Kind.MALWARE,
        "malware or suspicious activity was reported",
        GMC_FIREWALL);
    block(
        1013,
        Reach.BEFORE_SERVICE,
        Kind.DIRECT_ACCESS,
        "host name and TLS server name differ",
        CALLER);
    block(
        1020,
        Reach.BEFORE_SERVICE,
        Kind.FIREWALL_RULE,
        "a GMC firewall rule refused the request",
        GMC_FIREWALL);
    block(
        1106, Reach.BEFORE_SERVICE, Kind.IP_BAN, "the caller's IP address is banned", GMC_FIREWALL);
    put(
        1015,
        Reach.BEFORE_SERVICE,
        Group.RATE_LIMIT,
        Kind.UNSPECIFIED,
        "too many requests",
        true,
        CALLER);
    outage(
        1000,
        Reach.BEFORE_SERVICE,
        "the GMC's DNS points to a forbidden address",
        false,
        GMC_FIREWALL);
    outage(
        1001,
        Reach.BEFORE_SERVICE,
        "the edge cannot resolve the GMC's host name",
        false,
        GMC_FIREWALL);
    outage(
        1002,
        Reach.BEFORE_SERVICE,
        "the GMC's DNS points to a forbidden address",
        false,
        GMC_FIREWALL);
    outage(1004, Reach.BEFORE_SERVICE, "the edge is not set up for this host", false, GMC_FIREWALL);
    outage(
        1014,
        Reach.BEFORE_SERVICE,
        "the GMC's DNS alias crosses Cloudflare accounts",
        false,
        GMC_FIREWALL);
    outage(
        1016,
        Reach.BEFORE_SERVICE,
        "the edge cannot resolve the GMC's own server",
        false,
        GMC_FIREWALL);
    outage(1018, Reach.BEFORE_SERVICE, "the edge does not know this host", false, GMC_FIREWALL);
    outage(1023, Reach.BEFORE_SERVICE, "the edge does not know this host", false, GMC_FIREWALL);
    outage(
        1033, Reach.BEFORE_SERVICE, "the tunnel to the GMC's server is down", true, GMC_FIREWALL);
    outage(
        1034,
        Reach.BEFORE_SERVICE,
        "the GMC's DNS points to a restricted edge address",
        false,
        GMC_FIREWALL);
    outage(1101, Reach.MAY_HAVE_RUN, "a script at the edge failed", true, GMC_FIREWALL);
    outage(
        1102, Reach.MAY_HAVE_RUN, "a script at the edge exceeded its limits", true, GMC_FIREWALL);
    outage(
        1200,
        Reach.MAY_HAVE_RUN,
        "too many requests are waiting for the GMC's server",
        true,
        GMC_SERVICE);
    outage(500, Reach.MAY_HAVE_RUN, "a fault inside Cloudflare", true, CLOUDFLARE);
    outage(502, Reach.MAY_HAVE_RUN, "bad gateway", true, GMC_SERVICE, CLOUDFLARE);
    outage(
        503,
        Reach.MAY_HAVE_RUN,
        "Cloudflare is temporarily unable to serve requests",
        true,
        CLOUDFLARE);
    outage(504, Reach.MAY_HAVE_RUN, "gateway time-out", true, GMC_SERVICE, CLOUDFLARE);
    outage(
        520,
        Reach.MAY_HAVE_RUN,
        "the GMC's server gave no usable answer",
        true,
        GMC_SERVICE,
        GMC_FIREWALL);
    outage(
        521,
        Reach.BEFORE_SERVICE,
        "the GMC's server refused the connection",
        true,
        GMC_SERVICE,
        GMC_FIREWALL);
    outage(
        522,
        Reach.MAY_HAVE_RUN,
        "the connection to the GMC's server timed out",
        true,
        GMC_SERVICE,
        GMC_FIREWALL);
    outage(
        523,
        Reach.BEFORE_SERVICE,
        "the GMC's server is unreachable",
        true,
        GMC_SERVICE,
        GMC_FIREWALL);
    outage(
        524,
        Reach.MAY_HAVE_RUN,
        "the GMC's server did not answer in time",
        true,
        GMC_SERVICE,
        GMC_FIREWALL);
    outage(
        525,
        Reach.BEFORE_SERVICE,
        "the TLS handshake with the GMC's server failed",
        false,
        GMC_SERVICE);
    outage(
        526,
        Reach.BEFORE_SERVICE,
        "the GMC's server has an invalid certificate",
        false,
        GMC_SERVICE);
    outage(
        530, Reach.MAY_HAVE_RUN, "the edge could not reach the GMC's server", false, GMC_FIREWALL);
  }

  private final int code;
  private final Reach reach;
  private final Group group;
  private final Kind kind;
  private final String meaning;
  private final boolean retryable;
  private final List<Actor> actors;

  private CloudflareCode(
      int code,
      Reach reach,
      Group group,
      Kind kind,
      String meaning,
      boolean retryable,
      Actor... actors) {
    this.code = code;
    this.reach = reach;
    this.group = group;
    this.kind = kind;
    this.meaning = meaning;
    this.retryable = retryable;
    this.actors = List.of(actors);
  }

  /** Returns whether a number can be a code of Cloudflare's at all. */
  static boolean isPossible(int code) {
    return (code >= 1000 && code <= 1999) || (code >= 500 && code <= 530);
  }

  static Optional<CloudflareCode> known(int code) {
    return Optional.ofNullable(KNOWN.get(code));
  }

  /** Returns the code, or for an undocumented one what the answer's status suggests. */
  static CloudflareCode of(int code, int status) {
    CloudflareCode known = KNOWN.get(code);
    if (known != null) {
      return known;
    }
    if (status == 429) {
      return new CloudflareCode(
          code,
          Reach.MAY_HAVE_RUN,
          Group.RATE_LIMIT,
          Kind.UNSPECIFIED,
          "too many requests",
          true,
          CALLER);
    }
    boolean refused = code >= 1000 && status >= 400 && status < 500;
    return refused
        ? new CloudflareCode(
            code,
            Reach.MAY_HAVE_RUN,
            Group.BLOCK,
            Kind.UNSPECIFIED,
            "the edge refused",
            false,
            GMC_FIREWALL)
        : new CloudflareCode(
            code,
            Reach.MAY_HAVE_RUN,
            Group.OUTAGE,
            Kind.UNSPECIFIED,
            "the edge failed",
            false,
            GMC_FIREWALL);
  }

  Group group() {
    return group;
  }

  Kind kind() {
    return kind;
  }

  boolean retryable() {
    return retryable;
  }

  List<Actor> actors() {
    return actors;
  }

  String finding() {
    return "error " + code + ": " + meaning;
  }

  /** Returns the proof that the request was stopped on its way to the service, if the code is. */
  @Nullable BeforeService beforeService() {
    return reach == Reach.BEFORE_SERVICE ? BeforeService.CLOUDFLARE_CODE : null;
  }

  private static void block(int code, Reach reach, Kind kind, String meaning, Actor... actors) {
    put(code, reach, Group.BLOCK, kind, meaning, false, actors);
  }

  private static void outage(
      int code, Reach reach, String meaning, boolean retryable, Actor... actors) {
    put(code, reach, Group.OUTAGE, Kind.UNSPECIFIED, meaning, retryable, actors);
  }

  private static void put(
      int code,
      Reach reach,
      Group group,
      Kind kind,
      String meaning,
      boolean retryable,
      Actor... actors) {
    KNOWN.put(code, new CloudflareCode(code, reach, group, kind, meaning, retryable, actors));
  }
}
