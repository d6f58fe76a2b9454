package uk.nhs.hee.tis.gmc.client;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.client.model.UnsendableValueException;

/** The checks of those values of a request that no request type holds. */
final class RequestValues {
  private RequestValues() {}

  static String internalUser(@Nullable String value) {
    return notBlank("internalUser", value, ReturnCode.MISSING_INTERNAL_USER);
  }

  /** A text that goes into logs, so that it must not break a line. */
  static String clientRequestId(@Nullable String value) {
    String field = "clientRequestId";
    String text = notBlank(field, value, null);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        throw new UnsendableValueException(
            field,
            String.format(
                Locale.ROOT,
                "%s holds the control character U+%04X at index %d",
                field,
                (int) c,
                i),
            null);
      }
    }
    return text;
  }

  private static String notBlank(
      String field, @Nullable String value, @Nullable ReturnCode refusal) {
    if (value == null || value.isBlank()) {
      throw new UnsendableValueException(
          field, field + (value == null ? " is missing" : " is blank"), refusal);
    }
    return value;
  }
}
