package uk.nhs.hee.tis.gmc.client.internal.soap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values made ready to be found again in one reading of a text after the other. Immutable. */
final class ValueSearch {
  private static final int SHORT = 3;
  private static final int CUT = 6;
  private static final int BASE64_GROUP = 4;
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{6,}");
  private static final Pattern FOLD = Pattern.compile("[\\s\\p{Cc}\\p{Cf}\\p{Z}]+");
  private static final String AROUND_A_CHARACTER = "\"'<>=:,;()[]{}|";

  /** Those with enough letters and digits to be recognised by these alone. */
  private final Set<String> byLetters = new LinkedHashSet<>();

  /** Those of mostly punctuation, such as a password. */
  private final Set<String> bySigns = new LinkedHashSet<>();

  /** All but the short ones, by their bytes. */
  private final Set<String> inBase64 = new LinkedHashSet<>();

  /** The short ones. */
  private final Set<String> words = new LinkedHashSet<>();

  ValueSearch(Collection<String> values) {
    for (String value : values) {
      String exact = Folded.exact(value);
      if (exact.length() > SHORT) {
        addLong(value);
      } else if (!exact.isEmpty()) {
        words.add(exact);
      }
    }
  }

  private void addLong(String value) {
    addWriting(value);
    inBase64.add(Folded.exact(value.getBytes(UTF_8)));
    if (ISO_8859_1.newEncoder().canEncode(value)) {
      inBase64.add(Folded.exact(value.getBytes(ISO_8859_1)));
    }
    if (value.chars().anyMatch(c -> c > 0x7F)) {
      // As shown by a page that mistakes UTF-8 for Latin-1, or lacks such characters.
      addWriting(new String(value.getBytes(UTF_8), ISO_8859_1));
      addWriting(value.replaceAll("[^\\x00-\\x7F]", ""));
    }
  }

  private void addWriting(String writing) {
    String exact = Folded.exact(writing);
    String letters = Folded.letters(writing);
    if (letters.length() > SHORT) {
      byLetters.add(letters);
    } else if (exact.length() > SHORT) {
      bySigns.add(exact);
    }
  }

  /** Returns whether there is any value but short ones. */
  boolean looksForLongOnes() {
    return !byLetters.isEmpty() || !bySigns.isEmpty();
  }

  /** Returns whether any value but the short ones occurs in the reading. */
  boolean findsLong(String reading) {
    String letters = Folded.letters(reading);
    return byLetters.stream().anyMatch(v -> letters.contains(v) || breaksOffIn(letters, v))
        || (!bySigns.isEmpty() && standAsSigns(Folded.exact(reading)))
        || standInBase64(reading);
  }

  /** Whether the text ends within the value, so that the rest could be guessed. */
  private static boolean breaksOffIn(String text, String value) {
    int least = Math.max(SHORT + 1, (value.length() + 1) / 2);
    for (int length = value.length() - 1; value.length() >= CUT && length >= least; length--) {
      if (text.regionMatches(text.length() - length, value, 0, length)) {
        return true;
      }
    }
    return false;
  }

  /** A plus may stand for a space, and white space is not searched for. */
  private boolean standAsSigns(String exact) {
    String withoutPlus = exact.replace("+", "");
    return bySigns.stream().anyMatch(v -> exact.contains(v) || withoutPlus.contains(v));
  }

  /** Returns whether any short value occurs in the reading as a separate word. */
  boolean findsShort(String reading) {
    String text = reading.toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(word -> isWordIn(text, word));
  }

  private static boolean isWordIn(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      boolean start = at == 0 || separates(text.charAt(at - 1), word);
      if (start && (end == text.length() || separates(text.charAt(end), word))) {
        return true;
      }
    }
    return false;
  }

  /** A single character is a separate word in fewer places: the 1 of HTTP/1.1 is not one. */
  private static boolean separates(char c, String word) {
    return word.length() > 1
        ? !Character.isLetterOrDigit(c)
        : Character.isWhitespace(c) || AROUND_A_CHARACTER.indexOf(c) >= 0;
  }

  private boolean standInBase64(String reading) {
    Matcher runs = BASE64.matcher(FOLD.matcher(reading).replaceAll(""));
    while (runs.find()) {
      String run = runs.group().replace('-', '+').replace('_', '/');
      for (int start = 0; start < BASE64_GROUP; start++) {
        String text = Folded.exact(decoded(run, start));
        if (inBase64.stream().anyMatch(text::contains)) {
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
    int end = length % BASE64_GROUP == 1 ? run.length() - 1 : run.length();
    return Base64.getDecoder().decode(run.substring(start, end));
  }
}
