package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The GMC's dates: {@code dd/MM/yyyy} both ways. Older data also contains {@code yyyy-MM-dd}, with
 * or without a time after a space, so this is read too, but never written.
 *
 * <p>A time with a zone is read as the date in London, where the GMC is. A date in the year 1 is
 * how .NET writes that there is none.
 */
final class WireDates {
  private static final DateTimeFormatter GMC = strict("dd/MM/uuuu");
  private static final DateTimeFormatter ISO = strict("uuuu-MM-dd");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int DATE_LENGTH = 10;
  private static final String ZONES = "(Z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?)";
  private static final Pattern ZONE = Pattern.compile(ZONES, Pattern.CASE_INSENSITIVE);
  private static final Pattern TIME_WITH_ZONE =
      Pattern.compile(
          "[ T]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:[.,][0-9]+)? ?" + ZONES,
          Pattern.CASE_INSENSITIVE);

  private WireDates() {}

  static String write(LocalDate date) {
    return GMC.format(date);
  }

  /** Returns the date in the text, which is not blank; nothing if it is not a date. */
  static Optional<LocalDate> read(String text) {
    String stripped = text.strip();
    int end = endOfDate(stripped);
    String date = stripped.substring(0, end);
    try {
      LocalDate day = LocalDate.parse(date, date.indexOf('-') > 0 ? ISO : GMC);
      return Optional.of(inLondon(day, stripped.substring(end))).filter(WireDates::canBeWritten);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int endOfDate(String text) {
    if (text.length() > DATE_LENGTH
        && (isTimeMark(text.charAt(DATE_LENGTH))
            || ZONE.matcher(text.substring(DATE_LENGTH)).matches())) {
      return DATE_LENGTH;
    }
    int space = text.indexOf(' ');
    return space < 0 ? text.length() : space;
  }

  private static boolean isTimeMark(char c) {
    return c == ' ' || c == 'T' || c == 't';
  }

  /** Returns whether a date that was read means that there is none. */
  static boolean isNone(LocalDate date) {
    return date.getYear() == 1;
  }

  /** A date without a time is that date in every zone, and one in the year 1 means none. */
  private static LocalDate inLondon(LocalDate day, String time) {
    Matcher parts = TIME_WITH_ZONE.matcher(time);
    if (isNone(day) || !parts.matches()) {
      return day;
    }
    return day.atTime(LocalTime.parse(parts.group(1)))
        .atOffset(offset(parts.group(2)))
        .atZoneSameInstant(LONDON)
        .toLocalDate();
  }

  private static ZoneOffset offset(String zone) {
    return zone.startsWith("+") || zone.startsWith("-") ? ZoneOffset.of(zone) : ZoneOffset.UTC;
  }

  /** A year beyond four digits would be written with a sign, and is read with one. */
  private static boolean canBeWritten(LocalDate date) {
    return date.getYear() >= 1 && date.getYear() <= 9999;
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
