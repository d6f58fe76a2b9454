package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A date of an HTTP header in one of the three forms of RFC 9110, 5.6.7. The name of the weekday is
 * ignored: a wrong one leaves the date readable.
 */
final class HttpDate {
  private static final int LONGEST = 60;
  private static final int YEARS_AHEAD = 50;

  /** Any year with the same last two digits will do until the current time is known. */
  private static final int ANY_CENTURY = 2000;

  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private static final DateTimeFormatter FIXDATE =
      dayMonth(' ')
          .appendLiteral(' ')
          .appendValue(ChronoField.YEAR, 4)
          .appendPattern(" HH:mm:ss ")
          .append(zone())
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter RFC_850 =
      dayMonth('-')
          .appendLiteral('-')
          .appendValueReduced(ChronoField.YEAR, 2, 2, ANY_CENTURY)
          .appendPattern(" HH:mm:ss ")
          .append(zone())
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter ASCTIME =
      month(builder())
          .appendPattern(" d HH:mm:ss ")
          .appendValue(ChronoField.YEAR, 4)
          .toFormatter(Locale.ROOT);

  private final LocalDateTime time;
  private final ZoneOffset offset;
  private final boolean twoDigitYear;

  private HttpDate(LocalDateTime time, ZoneOffset offset, boolean twoDigitYear) {
    this.time = time;
    this.offset = offset;
    this.twoDigitYear = twoDigitYear;
  }

  static Optional<HttpDate> parse(String value) {
    if (value.length() > LONGEST) {
      return Optional.empty();
    }
    String text = value.strip().replaceAll(" +", " ").replaceFirst("^[A-Za-z]+,? ", "");
    return Stream.of(FIXDATE, RFC_850, ASCTIME)
        .flatMap(form -> parse(text, form).stream())
        .findFirst();
  }

  private static Optional<HttpDate> parse(String text, DateTimeFormatter form) {
    try {
      TemporalAccessor parsed = form.parse(text);
      ZoneOffset offset =
          parsed.isSupported(ChronoField.OFFSET_SECONDS) ? ZoneOffset.from(parsed) : ZoneOffset.UTC;
      return Optional.of(new HttpDate(LocalDateTime.from(parsed), offset, form.equals(RFC_850)));
    } catch (DateTimeException notThisForm) {
      return Optional.empty();
    }
  }

  /**
   * Returns the moment. A two-digit year is taken as the one not more than 50 years ahead.
   *
   * @param now the approximate current time
   */
  Instant seenAt(Instant now) {
    if (!twoDigitYear) {
      return time.toInstant(offset);
    }
    LocalDateTime limit = LocalDateTime.ofInstant(now, offset).plusYears(YEARS_AHEAD);
    int year = limit.getYear() - Math.floorMod(limit.getYear() - time.getYear(), 100);
    LocalDateTime latest = time.withYear(year);
    return (latest.isAfter(limit) ? latest.minusYears(100) : latest).toInstant(offset);
  }

  private static DateTimeFormatterBuilder builder() {
    return new DateTimeFormatterBuilder().parseCaseInsensitive();
  }

  private static DateTimeFormatterBuilder dayMonth(char separator) {
    return month(builder().appendPattern("d").appendLiteral(separator));
  }

  /** The names are spelt out, because a locale's differ from one JDK to the next. */
  private static DateTimeFormatterBuilder month(DateTimeFormatterBuilder to) {
    Map<Long, String> names = new TreeMap<>();
    for (String name : MONTHS) {
      names.put(names.size() + 1L, name);
    }
    return to.appendText(ChronoField.MONTH_OF_YEAR, names);
  }

  private static DateTimeFormatter zone() {
    return builder().appendOffset("+HHMM", "GMT").toFormatter(Locale.ROOT);
  }
}
