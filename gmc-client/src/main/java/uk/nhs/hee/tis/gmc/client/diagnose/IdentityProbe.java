package uk.nhs.hee.tis.gmc.client.diagnose;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.diagnose.LayerResult.Status;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict;

/** Sends one plain GET under each of the other identities that the caller owns. */
final class IdentityProbe {
  private static final List<String> BROWSERS =
      List.of(
          "mozilla",
          "applewebkit",
          "chrome/",
          "safari/",
          "firefox/",
          "gecko/",
          "trident/",
          "msie ",
          "edg/",
          "opera");

  private IdentityProbe() {}

  /**
   * Checks that an identity may be compared.
   *
   * @throws IllegalArgumentException if it imitates a browser
   */
  static ClientIdentity checked(ClientIdentity identity) {
    String lower = identity.userAgent().toLowerCase(Locale.ROOT);
    if (BROWSERS.stream().anyMatch(lower::contains)) {
      throw new IllegalArgumentException(
          "an identity to compare must be the caller's own, but this one imitates a browser: "
              + identity.userAgent());
    }
    return identity;
  }

  static LayerResult.Builder probe(
      List<ClientIdentity> identities, EdgeProbe edge, boolean ownPasses, Pacing pacing) {
    if (identities.isEmpty()) {
      return LayerResult.of(
          Layer.IDENTITIES, Status.SKIPPED, "no other identity was given to compare");
    }
    LayerResult.Builder result = LayerResult.builder().layer(Layer.IDENTITIES);
    int passed = 0;
    for (ClientIdentity identity : identities) {
      pacing.pause();
      String refusal = refusal(edge, identity);
      result.fact(identity.userAgent(), refusal.isEmpty() ? "let through" : refusal);
      passed += refusal.isEmpty() ? 1 : 0;
    }
    return result
        .status(passed == identities.size() && ownPasses ? Status.PASSED : Status.WARNED)
        .finding(finding(passed, identities.size(), ownPasses));
  }

  private static String finding(int passed, int all, boolean ownPasses) {
    String finding = "the edge lets " + passed + " of " + all + " other identities through";
    if (ownPasses) {
      return finding + ", and this client's own";
    }
    return finding
        + (passed > 0
            ? ", but not this client's own: it is the identity that it refuses"
            : ", nor this client's own: the identity alone is not the reason");
  }

  /** Returns why the identity was refused, or nothing if it was let through. */
  private static String refusal(EdgeProbe edge, ClientIdentity identity) {
    try {
      Verdict verdict = edge.send(identity).verdict;
      return verdict.source() == Source.EDGE ? "refused, " + verdict.finding() : "";
    } catch (IOException e) {
      return "no answer (" + e.getClass().getSimpleName() + ")";
    }
  }
}
