package uk.nhs.hee.tis.gmc.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The checks of public entry points, each with a message that names the option.
 *
 * <p>Header values are checked here because the JDK would otherwise put a value that it refuses,
 * which may be a secret, into its exception message, and because it accepts an empty or non-ASCII
 * User-Agent.
 */
final class Rules {
  static final int MAX_HEADER_VALUE = 1024;
  private static final Duration A_DAY = Duration.ofDays(1);

  /** RFC 9110, section 5.6.2. */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "assertion|auth|bearer|cookie|credential|hmac|jwt|key|pass|pwd|saml|secret|session|signature"
              + "|token|sig(?:$|[^a-z])|(?:^|[^a-z])(?:mac|otp|pin|sas|sid|sign)(?:$|[^a-z])");

  /** A scheme of HTTP authentication before something else, or a JSON Web Token. */
  private static final Pattern SECRET_VALUE =
      Pattern.compile(
          "(?i:basic|bearer|digest|negotiate|ntlm|apikey|token) .+|.*eyJ[A-Za-z0-9_-]{8,}.*");

  /** Refused by java.net.http of Java 11, though not of later ones. */
  private static final Set<String> REFUSED_BY_JAVA_11 =
      Set.of("date", "from", "origin", "referer", "via", "warning");

  /** Set by this library on every request, or refused by java.net.http. */
  private static final Set<String> TAKEN =
      Set.of(
          "accept",
          "accept-encoding",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "expect",
          "host",
          "soapaction",
          "transfer-encoding",
          "upgrade",
          "user-agent");

  private Rules() {}

  static <T> T given(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  static String notBlank(String name, @Nullable String value) {
    String text = given(name, value);
    if (text.isBlank()) {
      throw new IllegalArgumentException(name + " is blank");
    }
    return text;
  }

  static Duration positive(String name, @Nullable Duration value) {
    Duration duration = given(name, value);
    if (duration.isZero() || duration.isNegative() || duration.compareTo(A_DAY) > 0) {
      throw new IllegalArgumentException(name + " must be positive and at most a day: " + duration);
    }
    return duration;
  }

  static String token(String name, @Nullable String value) {
    String text = notBlank(name, value);
    if (!isToken(text)) {
      throw new IllegalArgumentException(
          name + " must be an RFC 9110 token (letters, digits and !#$%&'*+-.^_`|~): " + text);
    }
    return text;
  }

  static boolean isToken(String text) {
    return TOKEN.matcher(text).matches();
  }

  static String headerName(@Nullable String name) {
    String token = headerToken(notBlank("header name", name));
    String lower = token.toLowerCase(Locale.ROOT);
    if (TAKEN.contains(lower)) {
      throw new IllegalArgumentException("header " + token + " is set by the client itself");
    }
    if (REFUSED_BY_JAVA_11.contains(lower)) {
      throw new IllegalArgumentException(
          "header " + token + " cannot be sent: the HTTP client of Java 11 refuses it");
    }
    return token;
  }

  /** What follows the token may be the value of a header that was given as one line. */
  private static String headerToken(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!isToken(name.substring(i, i + 1))) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "header name must be an RFC 9110 token (letters, digits and !#$%%&'*+-.^_`|~), but"
                    + " '%s' is followed by U+%04X",
                name.substring(0, i),
                (int) name.charAt(i)));
      }
    }
    return name;
  }

  static String headerValue(String name, @Nullable String value) {
    return visibleAscii("header " + name, value);
  }

  static String visibleAscii(String name, @Nullable String value) {
    String text = notBlank(name, value);
    if (text.length() > MAX_HEADER_VALUE) {
      throw new IllegalArgumentException(
          name + " is " + text.length() + " characters long, at most " + MAX_HEADER_VALUE);
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s holds U+%04X at index %d; only visible ASCII is allowed",
                name,
                (int) c,
                i));
      }
    }
    if (text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ') {
      throw new IllegalArgumentException(name + " begins or ends with a space");
    }
    return text;
  }

  /** Returns the headers by lower-case name, so that they are equal without regard to case. */
  static Map<String, String> folded(Map<String, String> headers) {
    Map<String, String> folded = new HashMap<>();
    headers.forEach((name, value) -> folded.put(name.toLowerCase(Locale.ROOT), value));
    return folded;
  }

  static boolean mayBeSecret(String headerName, String value) {
    return SECRET_NAME.matcher(headerName.toLowerCase(Locale.ROOT)).find()
        || SECRET_VALUE.matcher(value).matches();
  }
}
