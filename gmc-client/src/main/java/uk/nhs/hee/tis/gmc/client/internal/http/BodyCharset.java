package uk.nhs.hee.tis.gmc.client.internal.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the charset of a body, in the order of RFC 7303, section 3: byte order mark, charset of the
 * Content-Type, then what the document declares, then UTF-8.
 */
final class BodyCharset {
  private static final String PROBE = "<?error code: 1020 {\"_\"}?>";
  private static final String CHARSET = "charset";

  private BodyCharset() {}

  /**
   * Returns the charset.
   *
   * @param start the body's beginning
   * @param length how much of {@code start} is filled
   * @param first the position of the first byte that is neither blank nor byte order mark
   * @param marked whether a UTF-8 byte order mark precedes it
   */
  static Charset of(
      byte[] start, int length, int first, boolean marked, @Nullable String contentType) {
    if (marked) {
      return StandardCharsets.UTF_8;
    }
    Charset wide = wide(start, length, first);
    if (wide != null) {
      return wide;
    }
    return ofContentType(contentType)
        .or(() -> declared(new String(start, first, length - first, StandardCharsets.ISO_8859_1)))
        .orElse(StandardCharsets.UTF_8);
  }

  /** UTF-16 is recognised by its mark, or by the zero bytes in the markup it begins with. */
  private static @Nullable Charset wide(byte[] start, int length, int first) {
    if (length - first < 2) {
      return null;
    }
    int one = start[first] & 0xff;
    int two = start[first + 1] & 0xff;
    if (one == 0xfe && two == 0xff) {
      return StandardCharsets.UTF_16BE;
    }
    if (one == 0xff && two == 0xfe) {
      return StandardCharsets.UTF_16LE;
    }
    if (one == 0 && (two == '<' || TextBody.isBlank((byte) two))) {
      // Only the first byte of a UTF-16LE blank was skipped.
      return first % 2 == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }
    boolean pairs = length - first > 3 && one != 0 && two == 0 && start[first + 3] == 0;
    return pairs ? StandardCharsets.UTF_16LE : null;
  }

  private static Optional<Charset> ofContentType(@Nullable String contentType) {
    if (contentType == null) {
      return Optional.empty();
    }
    for (String parameter : contentType.split(";", -1)) {
      int equals = parameter.indexOf('=');
      if (equals > 0 && parameter.substring(0, equals).strip().equalsIgnoreCase(CHARSET)) {
        return named(word(parameter, equals + 1));
      }
    }
    return Optional.empty();
  }

  /** A page's declaration counts where a browser would look: data may contain the same words. */
  private static Optional<Charset> declared(String start) {
    String lowerCase = start.toLowerCase(Locale.ROOT);
    if (lowerCase.startsWith("<?xml")) {
      int end = lowerCase.indexOf("?>");
      String declaration = end < 0 ? lowerCase : lowerCase.substring(0, end);
      return named(wordAfter(declaration, "encoding"));
    }
    int meta = lowerCase.indexOf("<meta");
    if (meta < 0 || lowerCase.substring(0, meta).contains("envelope")) {
      return Optional.empty();
    }
    int at = lowerCase.indexOf(CHARSET, meta);
    int end = lowerCase.indexOf('>', meta);
    while (at > end && end >= 0) {
      meta = lowerCase.indexOf("<meta", end);
      end = meta < 0 ? -1 : lowerCase.indexOf('>', meta);
      at = meta < 0 ? -1 : lowerCase.indexOf(CHARSET, meta);
    }
    return at < 0 ? Optional.empty() : named(wordAfter(lowerCase.substring(at), CHARSET));
  }

  private static String wordAfter(String text, String name) {
    int at = text.indexOf(name);
    int equals = at < 0 ? -1 : text.indexOf('=', at + name.length());
    boolean next = equals > 0 && text.substring(at + name.length(), equals).isBlank();
    return next ? word(text, equals + 1) : "";
  }

  private static String word(String text, int from) {
    int start = from;
    while (start < text.length() && "\"' \t".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < text.length() && isPartOfName(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  private static boolean isPartOfName(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._:+".indexOf(c) >= 0;
  }

  /**
   * Returns the charset of that name. One in which markup would be different bytes is a false
   * declaration, since the bytes have been examined; anything in US-ASCII is also UTF-8, and
   * anything that merely claims to be may be UTF-8.
   */
  private static Optional<Charset> named(String name) {
    try {
      Charset charset = Charset.forName(name);
      if (charset.equals(StandardCharsets.US_ASCII)) {
        return Optional.of(StandardCharsets.UTF_8);
      }
      byte[] ascii = PROBE.getBytes(StandardCharsets.US_ASCII);
      return new String(ascii, charset).equals(PROBE) ? Optional.of(charset) : Optional.empty();
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }
}
