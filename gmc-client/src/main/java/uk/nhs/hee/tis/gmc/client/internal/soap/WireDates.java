package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * The GMC's dates: {@code dd/MM/yyyy} both ways. Older data also holds {@code yyyy-MM-dd}, with or
 * without a time behind a space, so these are read too, and never written.
 */
final class WireDates {
  private static final DateTimeFormatter GMC = strict("dd/MM/uuuu");
  private static final DateTimeFormatter ISO = strict("uuuu-MM-dd");

  private WireDates() {}

  static String write(LocalDate date) {
    if (!canBeWritten(date)) {
      throw new IllegalArgumentException("a date must lie in the years 1 to 9999: " + date);
    }
    return GMC.format(date);
  }

  /** Returns the date that the text, not blank, holds; nothing if it is none. */
  static Optional<LocalDate> read(String text) {
    String date = text.strip();
    int time = date.indexOf(' ');
    if (time < 0 && date.length() > 10 && date.charAt(10) == 'T') {
      time = 10;
    }
    if (time > 0) {
      date = date.substring(0, time);
    }
    try {
      return Optional.of(LocalDate.parse(date, date.indexOf('-') > 0 ? ISO : GMC))
          .filter(WireDates::canBeWritten);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
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
