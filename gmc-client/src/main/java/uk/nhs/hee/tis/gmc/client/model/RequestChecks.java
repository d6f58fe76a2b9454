package uk.nhs.hee.tis.gmc.client.model;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The checks that the requests share, each with the return code that the GMC has for its field. No
 * message shows a text that may be a doctor's or an officer's.
 */
final class RequestChecks {
  private static final int GMC_NUMBER_DIGITS = 7;

  /** A longer text may have come from another field, such as a doctor's number. */
  private static final int LONGEST_CODE = 3;

  private RequestChecks() {}

  static <T> T given(String field, @Nullable T value, ReturnCode refusal) {
    if (value == null) {
      throw new UnsendableValueException(field, field + " is missing", refusal);
    }
    return value;
  }

  static String notBlank(String field, @Nullable String value, ReturnCode refusal) {
    String text = given(field, value, refusal);
    if (text.isBlank()) {
      throw new UnsendableValueException(field, field + " is blank", refusal);
    }
    return text;
  }

  static String designatedBodyCode(@Nullable String value) {
    return notBlank("designatedBodyCode", value, ReturnCode.INVALID_DESIGNATED_BODY);
  }

  /** A request may leave it to the call or the client, but must not send a blank one. */
  static @Nullable String internalUser(@Nullable String value) {
    return value == null ? null : notBlank("internalUser", value, ReturnCode.MISSING_INTERNAL_USER);
  }

  static String gmcNumber(@Nullable String value) {
    return gmcNumber("gmcNumber", value, ReturnCode.INVALID_GMC_NUMBER);
  }

  static String gmcNumber(String field, @Nullable String value, ReturnCode refusal) {
    String number = notBlank(field, value, refusal);
    if (number.length() != GMC_NUMBER_DIGITS || !isDigits(number)) {
      throw new UnsendableValueException(
          field,
          field
              + " must be seven digits, but is "
              + number.length()
              + " characters"
              + (number.length() == GMC_NUMBER_DIGITS ? " and not all are digits" : ""),
          refusal);
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

  /** Returns the constant with this code of the GMC's. */
  static <E extends Enum<E>> E ofCode(
      String field,
      @Nullable String code,
      E[] constants,
      Function<E, String> codes,
      ReturnCode refusal) {
    String text = notBlank(field, code, refusal);
    for (E constant : constants) {
      if (codes.apply(constant).equals(text)) {
        return constant;
      }
    }
    throw new UnsendableValueException(
        field,
        field
            + " must be one of the codes "
            + Arrays.stream(constants).map(codes).collect(Collectors.joining(", "))
            + ", but is "
            + (text.length() > LONGEST_CODE ? text.length() + " characters" : text),
        refusal);
  }
}
