package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The wait that an answer asks for: seconds or a date in the header, seconds in a body. */
final class RetryAfter {
  private static final int SECONDS_DIGITS = 7;

  private final @Nullable Duration wait;
  private final @Nullable Instant until;

  private RetryAfter(@Nullable Duration wait, @Nullable Instant until) {
    this.wait = wait;
    this.until = until;
  }

  /** Reads the header, else the member of a structured body. */
  static RetryAfter of(CleanHeaders headers, Optional<StructuredError> body) {
    for (String value : headers.all("retry-after")) {
      Duration wait = seconds(value);
      Instant until = wait == null ? date(value) : null;
      if (wait != null || until != null) {
        return new RetryAfter(wait, until);
      }
    }
    return new RetryAfter(seconds(body.flatMap(b -> b.member("retry_after")).orElse("")), null);
  }

  @Nullable Duration asDuration() {
    return wait;
  }

  @Nullable Instant asInstant() {
    return until;
  }

  private static @Nullable Duration seconds(String value) {
    int point = value.indexOf('.');
    String whole = point < 0 ? value : value.substring(0, point);
    return Ascii.isNumber(whole, 1, SECONDS_DIGITS)
        ? Duration.ofSeconds(Integer.parseInt(whole))
        : null;
  }

  private static @Nullable Instant date(String value) {
    try {
      return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException notDate) {
      return null;
    }
  }
}
