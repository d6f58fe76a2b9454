package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Ray ID, by which Cloudflare's customers can find a request: 16 hex digits, and possibly a
 * location.
 */
final class RayId {
  private static final int DIGITS = 16;
  private static final int WINDOW = 160;
  private static final int TRIES = 200;

  private final String id;
  private final @Nullable String location;

  private RayId(String id, @Nullable String location) {
    this.id = id;
    this.location = location;
  }

  String id() {
    return id;
  }

  Optional<String> location() {
    return Optional.ofNullable(location);
  }

  /** Reads it from a header or a member, such as {@code 8a1b2c3d4e5f6071-LHR}. */
  static @Nullable RayId parse(@Nullable String value) {
    if (value == null || value.strip().length() < DIGITS) {
      return null;
    }
    String text = value.strip();
    String id = text.substring(0, DIGITS);
    if (!isId(id)) {
      return null;
    }
    String rest = text.substring(DIGITS);
    if (rest.isEmpty()) {
      return new RayId(lower(id), null);
    }
    boolean place = rest.length() == 4 && rest.charAt(0) == '-' && isPlace(rest.substring(1));
    return place ? new RayId(lower(id), rest.substring(1).toUpperCase(Locale.ROOT)) : null;
  }

  static @Nullable RayId in(CleanHeaders headers) {
    List<RayId> all = allIn(headers);
    return all.isEmpty() ? null : all.get(0);
  }

  /** Returns each Ray ID of the headers: two zones of Cloudflare leave two. */
  static List<RayId> allIn(CleanHeaders headers) {
    List<RayId> all = new ArrayList<>();
    for (String value : headers.all("cf-ray")) {
      for (String part : value.split(",", -1)) {
        RayId ray = parse(part);
        if (ray != null) {
          all.add(ray);
        }
      }
    }
    return all;
  }

  /** Looks for 16 hex digits soon after the word, in whatever language and markup. */
  static @Nullable RayId in(Page page) {
    String text = page.searchable();
    int at = text.indexOf("ray");
    for (int tries = 0; at >= 0 && tries < TRIES; tries++) {
      int limit = Math.min(text.length(), at + WINDOW);
      String id = firstId(text, at + "ray".length(), limit);
      if (id != null) {
        return new RayId(id, null);
      }
      at = text.indexOf("ray", at + 1);
    }
    return null;
  }

  private static @Nullable String firstId(String text, int from, int limit) {
    int at = from;
    while (at < limit) {
      int end = at;
      while (end < limit && Character.isLetterOrDigit(text.charAt(end))) {
        end++;
      }
      if (end - at == DIGITS && isId(text.substring(at, end))) {
        return text.substring(at, end);
      }
      at = end + 1;
    }
    return null;
  }

  private static boolean isId(String text) {
    return Ascii.isHex(text);
  }

  private static boolean isPlace(String text) {
    return text.chars().allMatch(c -> Ascii.isLetter((char) c));
  }

  private static String lower(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
