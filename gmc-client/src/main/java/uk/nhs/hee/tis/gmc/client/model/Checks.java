package uk.nhs.hee.tis.gmc.client.model;

import org.jspecify.annotations.Nullable;

/**
 * The checks that the value types share. No message shows a value: it may be a doctor's or an
 * officer's.
 */
final class Checks {
  private static final int GMC_NUMBER_DIGITS = 7;

  private Checks() {}

  static <T> T given(String field, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return value;
  }

  static String notBlank(String field, @Nullable String value) {
    String text = given(field, value);
    if (text.isBlank()) {
      throw new IllegalArgumentException(field + " is blank");
    }
    return text;
  }

  static @Nullable String notBlankIfGiven(String field, @Nullable String value) {
    return value == null ? null : notBlank(field, value);
  }

  static String gmcNumber(String field, @Nullable String value) {
    String number = notBlank(field, value);
    if (number.length() != GMC_NUMBER_DIGITS || !isDigits(number)) {
      throw new IllegalArgumentException(
          field
              + " must be seven digits, but is "
              + number.length()
              + " characters"
              + (number.length() == GMC_NUMBER_DIGITS ? " and not all are digits" : ""));
    }
    return number;
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  static @Nullable String masked(@Nullable Object sensitive) {
    return sensitive == null ? null : "***";
  }
}
