package uk.nhs.hee.tis.gmc.testkit.errors;

import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException.Kind;

/** Builds a {@link GmcBlockedException}. Not thread-safe. */
public final class BlockedErrorBuilder
    extends GmcErrorBuilder<GmcBlockedException, BlockedErrorBuilder> {
  private Kind kind = Kind.FIREWALL_RULE;

  BlockedErrorBuilder(Evidence.Builder evidence) {
    super("refused", evidence);
    kind(Kind.FIREWALL_RULE);
  }

  /**
   * Sets why the edge refused, and with it finding, Cloudflare code, who must act, effect and
   * confidence: name it first; {@link Kind#FIREWALL_RULE} by default.
   *
   * @param kind a block; the verdict's other facts follow from it
   * @return this builder
   */
  public BlockedErrorBuilder kind(Kind kind) {
    this.kind = kind;
    BlockFacts facts = BlockFacts.of(kind);
    boolean guessed = kind == Kind.UNSPECIFIED;
    return evidence(
        e ->
            e.cloudflareCode(facts.code)
                .effect(guessed ? Effect.MAY_HAVE_RUN : Effect.NOT_PROCESSED)
                .confidence(guessed ? Confidence.WEAK : Confidence.CERTAIN)
                .finding(facts.finding())
                .actors(facts.actors)
                .blockedKind(kind)
                .signals(facts.signals()));
  }

  /**
   * Sets the Cloudflare error code, such as 1020; after {@link #kind}, which sets the usual.
   *
   * @param cloudflareCode four digits
   * @return this builder
   */
  public BlockedErrorBuilder cloudflareCode(int cloudflareCode) {
    BlockFacts facts = BlockFacts.of(kind).withCode(cloudflareCode);
    return evidence(
        e -> e.cloudflareCode(facts.code).finding(facts.finding()).signals(facts.signals()));
  }

  /**
   * Sets the Ray ID; {@code 8f3c2a9d1b7e4650} by default, null for a page without one.
   *
   * @param rayId sixteen hex digits, or null
   * @return this builder
   */
  public BlockedErrorBuilder rayId(@Nullable String rayId) {
    return evidence(e -> e.rayId(rayId));
  }

  /**
   * Sets how sure the verdict is; {@link Confidence#CERTAIN} by default.
   *
   * @param confidence as the client would judge the page
   * @return this builder
   */
  public BlockedErrorBuilder confidence(Confidence confidence) {
    return evidence(e -> e.confidence(confidence));
  }

  @Override
  GmcBlockedException make(String text, Evidence built, @Nullable Throwable because) {
    return new GmcBlockedException(text, built, because);
  }
}
