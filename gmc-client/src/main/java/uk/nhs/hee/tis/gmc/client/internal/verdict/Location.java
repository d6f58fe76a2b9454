package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a redirect leads: the host only, as the rest may hold anything. */
final class Location {
  private static final int HOST_LENGTH = 100;

  /** What may stand before a host; an address without a scheme keeps that of the request. */
  private static final Set<String> SCHEMES = Set.of("", "http:", "https:");

  private final String host;

  private Location(String host) {
    this.host = host;
  }

  /** Returns the target of a redirect to an absolute address with a host. */
  static Optional<Location> of(CleanHeaders headers) {
    String value = headers.first("Location");
    int start = value == null ? -1 : value.indexOf("//");
    if (value == null || start < 0 || !isScheme(value.substring(0, start))) {
      return Optional.empty();
    }
    String authority = value.substring(start + 2).split("[/?#\\\\]", 2)[0];
    String host = authority.substring(authority.lastIndexOf('@') + 1).split(":", 2)[0];
    return isHost(host)
        ? Optional.of(new Location(host.toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** Returns whether the target, relative or not, lies below the path that Cloudflare reserves. */
  static boolean isCloudflarePath(CleanHeaders headers) {
    String value = headers.first("Location");
    if (value == null) {
      return false;
    }
    int slashes = value.indexOf("//");
    boolean absolute = slashes >= 0 && isScheme(value.substring(0, slashes));
    int path = absolute ? value.indexOf('/', slashes + 2) : 0;
    return path >= 0 && value.startsWith("/cdn-cgi/", path);
  }

  String host() {
    return host;
  }

  boolean isHostBelow(String domain) {
    return host.equals(domain) || host.endsWith("." + domain);
  }

  private static boolean isScheme(String text) {
    return SCHEMES.contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isHost(String text) {
    return !text.isEmpty()
        && text.length() <= HOST_LENGTH
        && text.chars().allMatch(c -> isHostCharacter((char) c));
  }

  private static boolean isHostCharacter(char c) {
    return Ascii.isLetter(c) || Ascii.isDigit(c) || c == '-' || c == '.';
  }
}
