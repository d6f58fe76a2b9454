package uk.nhs.hee.tis.gmc.testkit.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** How one request passed Cloudflare: the Ray ID, the data centre, the caller's address. */
final class EdgePass {
  /** The host name on the pages, which nobody owns. */
  static final String ZONE = "gmc-connect.example";

  static final EdgePass DEFAULT = new EdgePass("8f3c2a9d1b7e4650", "LHR", "203.0.113.45");

  /** When the nightly job of the incidents ran: every page is from that moment. */
  private static final Instant TIME = Instant.parse("2026-11-22T00:05:12Z");

  private static final Pattern RAY_ID = Pattern.compile("[0-9a-f]{16}");
  private static final Pattern LOCATION = Pattern.compile("[A-Z]{3}");
  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

  private final String rayId;
  private final String location;
  private final String address;

  private EdgePass(String rayId, String location, String address) {
    this.rayId = rayId;
    this.location = location;
    this.address = address;
  }

  EdgePass rayId(String newRayId) {
    return new EdgePass(
        checked(RAY_ID, newRayId, "rayId must be 16 lower-case hex digits"), location, address);
  }

  EdgePass location(String newLocation) {
    return new EdgePass(
        rayId, checked(LOCATION, newLocation, "location must be three capital letters"), address);
  }

  EdgePass address(String newAddress) {
    return new EdgePass(
        rayId, location, checked(ADDRESS, newAddress, "clientAddress must be an IP address"));
  }

  private static String checked(Pattern syntax, String text, String rule) {
    if (!syntax.matcher(text).matches()) {
      throw new IllegalArgumentException(rule + ", but is " + text);
    }
    return text;
  }

  String rayId() {
    return rayId;
  }

  String address() {
    return address;
  }

  String cfRay() {
    return rayId + "-" + location;
  }

  /** The time as Cloudflare's pages show it. */
  static String timeOnPage() {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
        .format(TIME.atOffset(ZoneOffset.UTC));
  }

  static String timestamp() {
    return TIME.toString();
  }

  static String dateHeader() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(TIME.atOffset(ZoneOffset.UTC));
  }

  /** Starts an answer from the GMC's server, passed on uncached by Cloudflare. */
  CannedAnswer.Builder passedOn(int status, String contentType) {
    return CannedAnswer.builder()
        .status(status)
        .header("Date", dateHeader())
        .header("Content-Type", contentType)
        .header("cf-cache-status", "DYNAMIC")
        .header("Server", "cloudflare")
        .header("CF-RAY", cfRay());
  }

  @Override
  public String toString() {
    return "rayId=" + rayId + ", location=" + location + ", clientAddress=" + address;
  }
}
