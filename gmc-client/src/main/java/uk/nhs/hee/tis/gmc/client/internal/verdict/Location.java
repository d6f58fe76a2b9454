package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a redirect leads: scheme, host, port and path, as the rest may contain anything. */
final class Location {
  private static final int HOST_LENGTH = 100;
  private static final int PATH_LENGTH = 100;

  /** What may precede a host; an address without a scheme keeps the request's. */
  private static final Set<String> SCHEMES = Set.of("", "http:", "https:");

  private final String scheme;
  private final String host;
  private final String port;
  private final String path;

  private Location(String scheme, String host, String port, String path) {
    this.scheme = scheme;
    this.host = host;
    this.port = port;
    this.path = path;
  }

  /** Returns the target of a redirect to an absolute address with a host. */
  static Optional<Location> of(CleanHeaders headers) {
    String value = headers.first("Location");
    int start = value == null ? -1 : value.indexOf("//");
    if (value == null || start < 0 || !isScheme(value.substring(0, start))) {
      return Optional.empty();
    }
    String authority = value.substring(start + 2).split("[/?#\\\\]", 2)[0];
    String[] hostAndPort = authority.substring(authority.lastIndexOf('@') + 1).split(":", 2);
    String port = hostAndPort.length > 1 ? hostAndPort[1] : "";
    return isHost(hostAndPort[0])
        ? Optional.of(
            new Location(
                value.substring(0, start).toLowerCase(Locale.ROOT),
                hostAndPort[0].toLowerCase(Locale.ROOT),
                Ascii.isNumber(port, 1, 5) ? port : "",
                path(value.substring(start + 2 + authority.length()))))
        : Optional.empty();
  }

  /** Returns the path of a redirect within the site; empty if there is none to show. */
  static String withinSite(CleanHeaders headers) {
    String value = headers.first("Location");
    return value == null ? "" : path(value);
  }

  /** Returns whether the target, relative or not, is below the path that Cloudflare reserves. */
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

  /** Returns host, port and path. */
  String shown() {
    return host + (port.isEmpty() ? "" : ":" + port) + (path.equals("/") ? "" : path);
  }

  /** Returns the whole address, with the request's scheme if it has none of its own. */
  String address(URI asked) {
    return (scheme.isEmpty() ? asked.getScheme() + ":" : scheme) + "//" + shown();
  }

  boolean isHostBelow(String domain) {
    return host.equals(domain) || host.endsWith("." + domain);
  }

  boolean isHostOf(URI asked) {
    return withoutWww(host).equals(withoutWww(asked.getHost()));
  }

  /**
   * Returns whether it is the requested address except for https in place of http, {@code www.}, a
   * slash at the end, or the case of its letters.
   */
  boolean isNearly(URI asked) {
    String askedPath = asked.getRawPath() == null ? "" : asked.getRawPath();
    boolean samePath = comparable(path).equals(comparable(askedPath));
    boolean toTls = scheme.equals("https:") && asked.getScheme().equalsIgnoreCase("http");
    boolean sameScheme = scheme.isEmpty() || scheme.equalsIgnoreCase(asked.getScheme().concat(":"));
    boolean samePort = port.isEmpty() ? asked.getPort() < 0 : port.equals("" + asked.getPort());
    return isHostOf(asked) && samePath && (toTls || (sameScheme && samePort));
  }

  private static String comparable(String path) {
    return path.replaceAll("/+$", "").toLowerCase(Locale.ROOT);
  }

  private static String withoutWww(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.startsWith("www.") ? lower.substring(4) : lower;
  }

  /** Cut where a session or a query may follow; empty if it is not plain. */
  private static String path(String text) {
    String path = text.split("[?#;\\\\]", 2)[0];
    boolean plain = path.startsWith("/") && path.chars().allMatch(c -> c > ' ' && c < 0x7F);
    return plain ? Excerpt.line(path, PATH_LENGTH) : "";
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
