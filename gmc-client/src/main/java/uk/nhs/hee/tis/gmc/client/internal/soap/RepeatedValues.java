package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The values that one list repeats row after row, each made once: "Yes" and "No", first names,
 * dates. A value displaced by another is simply made again, so the memory stays small however long
 * the list is.
 */
final class RepeatedValues {
  private static final int SLOTS = 1024;
  private static final int LONGEST = 48;

  private final @Nullable String[] texts = new String[SLOTS];
  private final @Nullable LocalDate[] dates = new LocalDate[SLOTS];

  String text(FieldText field) {
    int length = field.length();
    if (length > LONGEST) {
      return field.toString();
    }
    int hash = length;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + field.charAt(i);
    }
    int slot = (hash ^ hash >>> 15) & SLOTS - 1;
    String known = texts[slot];
    if (known == null || !field.holds(known)) {
      known = field.toString();
      texts[slot] = known;
    }
    return known;
  }

  /**
   * Returns the date if it is written the way the GMC writes it, or null if it needs closer
   * inspection.
   */
  @Nullable LocalDate date(FieldText field) {
    if (field.length() != 10 || field.charAt(2) != '/' || field.charAt(5) != '/') {
      return null;
    }
    int day = number(field, 0, 2);
    int month = number(field, 3, 5);
    int year = number(field, 6, 10);
    if (year <= 1 || month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) {
      return null;
    }
    int slot = year * 372 + month * 31 + day & SLOTS - 1;
    LocalDate known = dates[slot];
    if (known == null
        || known.getDayOfMonth() != day
        || known.getMonthValue() != month
        || known.getYear() != year) {
      known = LocalDate.of(year, month, day);
      dates[slot] = known;
    }
    return known;
  }

  private static int lengthOfMonth(int year, int month) {
    return YearMonth.of(year, month).lengthOfMonth();
  }

  /** Returns the number, or one that occurs in no date. */
  private static int number(FieldText field, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      char digit = field.charAt(i);
      if (digit < '0' || digit > '9') {
        return Integer.MIN_VALUE;
      }
      number = 10 * number + digit - '0';
    }
    return number;
  }
}
