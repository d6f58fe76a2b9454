package uk.nhs.hee.tis.gmc.testkit.errors;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcRateLimitedException;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.testkit.pages.GmcPages;

/** Builds a {@link GmcRateLimitedException}. Not thread-safe. */
public final class RateLimitedErrorBuilder
    extends GmcErrorBuilder<GmcRateLimitedException, RateLimitedErrorBuilder> {
  private static final Duration USUAL_WAIT = Duration.ofSeconds(30);

  RateLimitedErrorBuilder() {}

  /**
   * Sets how long the answer asks the caller to wait; 30 s by default, null if it does not say.
   *
   * @param retryAfter 0 or more, or null
   * @return this builder
   * @throws IllegalArgumentException if it is negative
   */
  public RateLimitedErrorBuilder retryAfter(@Nullable Duration retryAfter) {
    if (retryAfter != null && retryAfter.isNegative()) {
      throw new IllegalArgumentException("retryAfter must be 0 or more, but is " + retryAfter);
    }
    return evidence(e -> e.retryAfter(retryAfter));
  }

  @Override
  Failure failure(GmcOperation failed) {
    return Failures.answer(GmcPages.cloudflare().rateLimited(USUAL_WAIT).asHtml()).apply(failed);
  }

  @Override
  GmcRateLimitedException make(GmcException real, String text, @Nullable Throwable because) {
    return new GmcRateLimitedException(text, real.evidence(), because);
  }
}
