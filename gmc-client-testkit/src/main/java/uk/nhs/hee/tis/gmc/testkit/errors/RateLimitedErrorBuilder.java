package uk.nhs.hee.tis.gmc.testkit.errors;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcRateLimitedException;

/** Builds a {@link GmcRateLimitedException}. Not thread-safe. */
public final class RateLimitedErrorBuilder
    extends GmcErrorBuilder<GmcRateLimitedException, RateLimitedErrorBuilder> {
  RateLimitedErrorBuilder(Evidence.Builder evidence) {
    super("asked to slow down and refused", evidence.retryAfter(Duration.ofSeconds(30)));
  }

  /**
   * Sets how long the answer says to wait; 30 s by default, null if it does not say.
   *
   * @param retryAfter 0 or more, or null
   * @return this builder
   * @throws IllegalArgumentException if it is negative
   */
  public RateLimitedErrorBuilder retryAfter(@Nullable Duration retryAfter) {
    return evidence(e -> e.retryAfter(retryAfter));
  }

  @Override
  GmcRateLimitedException make(String text, Evidence built, @Nullable Throwable because) {
    return new GmcRateLimitedException(text, built, because);
  }
}
