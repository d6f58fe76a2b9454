package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that the rules look at, read once from an answer. */
final class Clues {
  private final int status;
  private final CleanHeaders headers;
  private final Page page;
  private final boolean throughCloudflare;
  private final OriginSigns origin;
  private final Optional<StructuredError> structured;
  private final CloudflarePage cloudflarePage;
  private final @Nullable RayId rayOfHeader;
  private final ObservedAnswer answer;

  private Clues(ObservedAnswer answer) {
    this.answer = answer;
    status = answer.status();
    headers = new CleanHeaders(answer.headers());
    page = Page.of(BodyBytes.text(answer.body()));
    throughCloudflare = headers.has("cf-ray") || headers.startsWith("Server", "cloudflare");
    origin = new OriginSigns(headers, page, answer.usualOriginHeaders(), throughCloudflare);
    structured = StructuredError.of(page);
    cloudflarePage = new CloudflarePage(page);
    rayOfHeader = RayId.in(headers);
  }

  static Clues of(ObservedAnswer answer) {
    return new Clues(answer);
  }

  ObservedAnswer answer() {
    return answer;
  }

  int status() {
    return status;
  }

  boolean statusBetween(int from, int to) {
    return status >= from && status <= to;
  }

  CleanHeaders headers() {
    return headers;
  }

  Page page() {
    return page;
  }

  /** Returns whether the answer passed through Cloudflare, which does not show who made it. */
  boolean throughCloudflare() {
    return throughCloudflare;
  }

  /** Returns the signal that goes with {@link #throughCloudflare()}. */
  String passage() {
    return headers.has("cf-ray") ? headers.shown("cf-ray") : headers.shown("Server");
  }

  OriginSigns origin() {
    return origin;
  }

  Optional<StructuredError> structured() {
    return structured;
  }

  /** Returns the Ray ID from the header, else from a structured body. */
  @Nullable RayId ray() {
    if (rayOfHeader != null) {
      return rayOfHeader;
    }
    RayId member = structured.flatMap(s -> s.member("ray_id")).map(RayId::parse).orElse(null);
    return member != null
        ? member
        : structured.flatMap(s -> s.member("instance")).map(RayId::parse).orElse(null);
  }

  /** Returns a Cloudflare page's id or class, if the page has one. */
  Optional<String> cloudflareId() {
    return page.isHtml() ? cloudflarePage.id() : Optional.empty();
  }

  CloudflarePage cloudflarePage() {
    return cloudflarePage;
  }

  /**
   * Returns the Ray ID that a page or document of Cloudflare's own names, with its location if a
   * header has the same. Where there are two zones, one behind the other, it shows which one
   * answered.
   */
  @Nullable RayId rayOfBody() {
    RayId found = null;
    if (structured.isPresent()) {
      found = structured.flatMap(s -> s.member("ray_id")).map(RayId::parse).orElse(null);
    } else if (cloudflareId().isPresent()) {
      found = RayId.in(page);
    }
    if (found == null) {
      return null;
    }
    String id = found.id();
    return RayId.allIn(headers).stream().filter(r -> r.id().equals(id)).findFirst().orElse(found);
  }

  /** Returns whether a Cloudflare document names a different Ray ID from the headers. */
  boolean isOfAnotherZone() {
    RayId named = rayOfBody();
    return named != null
        && rayOfHeader != null
        && RayId.allIn(headers).stream().noneMatch(r -> r.id().equals(named.id()));
  }

  /**
   * Returns whether nothing speaks against the edge in front of the GMC having made the answer. A
   * cache status does for a refusal, which comes before the cache, but not for a failure.
   */
  boolean isCertainlyOfTheEdge(boolean refusal) {
    return throughCloudflare && !isOfAnotherZone() && (refusal ? !origin.any() : bodyCounts());
  }

  /** Returns whether the body may be the edge's own although it carries the origin's headers. */
  boolean bodyCounts() {
    return !origin.anyLikely() || replacedByEdge();
  }

  private boolean replacedByEdge() {
    return status == 502 || status == 504 || statusBetween(520, 530);
  }

  /** Returns whether the page repeats the header's Ray ID, which the origin can do too. */
  boolean pageNamesRay() {
    return rayOfHeader != null && page.has(rayOfHeader.id());
  }

  /** Returns whether the page must be the edge's own, so that its markup can be trusted. */
  boolean markupCounts() {
    return page.isHtml() && (replacedByEdge() || !origin.sureHeader());
  }
}
