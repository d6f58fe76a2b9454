package uk.nhs.hee.tis.gmc.client.model;

import org.jspecify.annotations.Nullable;

/**
 * The checks that the answers share; {@link RequestChecks} has those of the requests. No message
 * shows a value: it may be a doctor's.
 */
final class Checks {
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

  static @Nullable String masked(@Nullable Object sensitive) {
    return sensitive == null ? null : "***";
  }
}
