package uk.nhs.hee.tis.gmc.client.model;

import java.util.List;
import java.util.stream.Collectors;

/** Who must act so that a call like a failed one succeeds. */
public enum Actor {
  /** The team that runs the calling module: its data, its configuration, its account. */
  CALLER("the caller"),
  /** The caller's network team: proxies, name servers, the firewall on the way out. */
  CALLER_NETWORK("the caller's network team"),
  /** The responsible officer's office, for the officer's own record at the GMC. */
  RESPONSIBLE_OFFICER("the responsible officer's office"),
  /** The team behind GMC Connect: accounts, doctors' records, the service and its web server. */
  GMC_SERVICE("the GMC's service team"),
  /** The team behind the GMC's Cloudflare settings. */
  GMC_FIREWALL("the GMC's firewall team"),
  /** Cloudflare itself, which the GMC can reach and the caller cannot. */
  CLOUDFLARE("Cloudflare");

  private final String words;

  Actor(String words) {
    this.words = words;
  }

  /** {@return the actor in words for use in a sentence, such as {@code the caller}} */
  public String words() {
    return words;
  }

  /**
   * {@return the actors in words for use in a sentence, such as {@code the caller, then the GMC's
   * firewall team}; {@code nobody} if there are none}
   *
   * @param actors in the order in which they must act
   */
  public static String words(List<Actor> actors) {
    return actors.isEmpty()
        ? "nobody"
        : actors.stream().map(Actor::words).collect(Collectors.joining(", then "));
  }
}
