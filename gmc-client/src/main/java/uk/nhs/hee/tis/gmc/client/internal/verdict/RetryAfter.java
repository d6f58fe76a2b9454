package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The wait that an answer asks for: seconds or a date in the header, seconds in a body. A date is
 * relative to the answer's own {@code Date}, as the sender's clock may differ from ours.
 */
final class RetryAfter {
  private static final int SECONDS_DIGITS = 8;

  private final @Nullable Duration wait;
  private final @Nullable HttpDate until;
  private final @Nullable HttpDate sent;

  private RetryAfter(@Nullable Duration wait, @Nullable HttpDate until, @Nullable HttpDate sent) {
    this.wait = wait;
    this.until = until;
    this.sent = sent;
  }

  /** Reads the header, else the member of a structured body. */
  static RetryAfter of(CleanHeaders headers, Optional<StructuredError> body) {
    for (String value : headers.all("retry-after")) {
      Duration wait = seconds(value);
      HttpDate until = HttpDate.parse(value).orElse(null);
      if (wait != null || until != null) {
        return new RetryAfter(wait, until, date(headers));
      }
    }
    String member = body.flatMap(b -> b.member("retry_after")).orElse("");
    return new RetryAfter(seconds(member), null, null);
  }

  private static @Nullable HttpDate date(CleanHeaders headers) {
    String date = headers.first("date");
    return date == null ? null : HttpDate.parse(date).orElse(null);
  }

  /**
   * Returns the wait from the time of the answer, never negative, if the answer asks for one.
   *
   * @param answeredAt when the answer came, by our clock
   */
  Optional<Duration> from(Instant answeredAt) {
    if (until == null) {
      return Optional.ofNullable(wait);
    }
    Instant start = sent == null ? answeredAt : sent.seenAt(answeredAt);
    Duration left = Duration.between(start, until.seenAt(start));
    return Optional.of(left.isNegative() ? Duration.ZERO : left);
  }

  private static @Nullable Duration seconds(String value) {
    int point = value.indexOf('.');
    String whole = point < 0 ? value : value.substring(0, point);
    return Ascii.isNumber(whole, 1, SECONDS_DIGITS)
        ? Duration.ofSeconds(Integer.parseInt(whole))
        : null;
  }
}
