package uk.nhs.hee.tis.gmc.client.internal.soap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The secret and personal values that went out with one request, to be found again in what somebody
 * else's page repeats of it: as they are or escaped for XML, HTML, JSON, a URL or in base64, in any
 * letter case, with markup or white space in between. Immutable; deliberately without a {@code
 * toString}.
 *
 * <p>A value of one character is not looked for, and one of two or three only as a word of its own:
 * an internal user called {@code 1} would else hide every page.
 */
public final class SentValues {
  private static final int SHORT = 3;
  private static final int ROUNDS = 3;
  private static final int BASE64_GROUP = 4;
  private static final Pattern TAG = Pattern.compile("<[^<>]*>");
  private static final Pattern BLANK =
      Pattern.compile("[\\s\\u00a0\\u00ad\\u200b-\\u200f\\u2028\\u2029\\u2060\\ufeff]+");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{6,}");
  private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n]+");

  private final List<String> sent;

  SentValues(List<String> sent) {
    this.sent = List.copyOf(sent);
  }

  /** Returns whether the bytes, read as UTF-8 or Latin-1, hold any of the values. */
  public boolean appearIn(byte[] text) {
    return appearIn(new String(text, UTF_8)) || appearIn(new String(text, ISO_8859_1));
  }

  /** Returns whether the text holds any of the values, in whatever form. */
  public boolean appearIn(String text) {
    Set<String> readings = new LinkedHashSet<>(List.of(text));
    for (int round = 0; round < ROUNDS; round++) {
      for (String reading : List.copyOf(readings)) {
        readings.add(TAG.matcher(reading).replaceAll(""));
        readings.add(Unescaped.of(reading));
      }
    }
    // Only here: most calls succeed, and none of them needs it.
    Map<Boolean, List<String>> folded =
        sent.stream()
            .map(SentValues::folded)
            .filter(value -> value.length() > 1)
            .collect(Collectors.partitioningBy(value -> value.length() > SHORT));
    List<String> values = Objects.requireNonNull(folded.get(true));
    List<String> words = Objects.requireNonNull(folded.get(false));
    return readings.stream().anyMatch(reading -> standIn(reading, values, words));
  }

  private static boolean standIn(String reading, List<String> values, List<String> words) {
    String folded = folded(reading);
    return values.stream().anyMatch(folded::contains)
        || words.stream().anyMatch(word -> hasWord(reading, word))
        || standInBase64(reading, values);
  }

  private static boolean hasWord(String reading, String word) {
    return Pattern.compile(
            "(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(reading)
        .find();
  }

  private static boolean standInBase64(String reading, List<String> values) {
    Matcher runs = BASE64.matcher(LINE_BREAK.matcher(reading).replaceAll(""));
    while (runs.find()) {
      String run = runs.group().replace('-', '+').replace('_', '/');
      for (int start = 0; start < BASE64_GROUP; start++) {
        byte[] bytes = decoded(run, start);
        String text = folded(new String(bytes, UTF_8));
        if (values.stream().anyMatch(text::contains)) {
          return true;
        }
      }
    }
    return false;
  }

  /** A run may begin with letters that are not part of it, so each alignment is tried. */
  private static byte[] decoded(String run, int start) {
    int length = run.length() - start;
    // One character alone encodes nothing.
    int whole = length % BASE64_GROUP == 1 ? length - 1 : Math.max(length, 0);
    return Base64.getDecoder().decode(run.substring(start, start + whole));
  }

  private static String folded(String text) {
    String joined = BLANK.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    return joined.toLowerCase(Locale.ROOT);
  }
}
