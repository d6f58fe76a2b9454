package uk.nhs.hee.tis.gmc.testkit.errors;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException.Kind;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.testkit.pages.CannedAnswer;

/** Builds a {@link GmcBlockedException}. Not thread-safe. */
public final class BlockedErrorBuilder
    extends GmcErrorBuilder<GmcBlockedException, BlockedErrorBuilder> {
  private Kind kind = Kind.FIREWALL_RULE;
  private @Nullable Integer cloudflareCode;
  private String rayId = "8f3c2a9d1b7e4650";

  BlockedErrorBuilder() {}

  /**
   * Sets why the edge refused, and with it Cloudflare's usual page and error code; {@link
   * Kind#FIREWALL_RULE} by default.
   *
   * @param kind a block; the rest of the client's verdict follows from it
   * @return this builder
   */
  public BlockedErrorBuilder kind(Kind kind) {
    this.kind = kind;
    this.cloudflareCode = null;
    return this;
  }

  /**
   * Sets the Cloudflare error code, such as 1106, and with it the kind that the client derives from
   * it.
   *
   * @param cloudflareCode four digits
   * @return this builder
   * @throws IllegalArgumentException if the client does not treat this code as a block
   */
  public BlockedErrorBuilder cloudflareCode(int cloudflareCode) {
    GmcException judged = judged(ErrorPages.block(cloudflareCode, rayId));
    if (!(judged instanceof GmcBlockedException)) {
      throw new IllegalArgumentException(
          "Cloudflare's error " + cloudflareCode + " is not a block");
    }
    this.cloudflareCode = cloudflareCode;
    this.kind = ((GmcBlockedException) judged).kind();
    return this;
  }

  /** The page with this code in place of the usual one; a line of text if it has none. */
  private CannedAnswer withCode(CannedAnswer page, int code) {
    OptionalInt usual = ((GmcBlockedException) judged(page)).cloudflareCode();
    return usual.isEmpty()
        ? ErrorPages.block(code, rayId)
        : page.toBuilder()
            .body(
                new String(page.body(), StandardCharsets.UTF_8)
                    .replace(Integer.toString(usual.getAsInt()), Integer.toString(code)))
            .build();
  }

  private static GmcException judged(CannedAnswer answer) {
    Failure failure = Failures.answer(answer).apply(GmcOperation.GET_DOCTORS_FOR_DB);
    Evidence evidence = failure.evidence().build();
    return failure.exception(evidence);
  }

  /**
   * Sets the Ray ID; {@code 8f3c2a9d1b7e4650} by default, null for a page without one.
   *
   * @param rayId 16 lower-case hex digits, or null
   * @return this builder
   */
  public BlockedErrorBuilder rayId(@Nullable String rayId) {
    if (rayId == null) {
      return evidence(e -> e.rayId(null).edgeLocation(null));
    }
    this.rayId = rayId;
    return evidence(e -> e.rayId(rayId));
  }

  /**
   * Sets how certain the verdict is; {@link Confidence#CERTAIN} by default.
   *
   * @param confidence as the client would judge the page
   * @return this builder
   */
  public BlockedErrorBuilder confidence(Confidence confidence) {
    return evidence(e -> e.confidence(confidence));
  }

  @Override
  Failure failure(GmcOperation failed) {
    CannedAnswer page = ErrorPages.block(kind, rayId);
    if (cloudflareCode != null) {
      page = withCode(page, cloudflareCode);
    }
    return Failures.answer(page).apply(failed);
  }

  @Override
  GmcBlockedException make(GmcException real, String text, @Nullable Throwable because) {
    return new GmcBlockedException(text, real.evidence(), because);
  }
}
