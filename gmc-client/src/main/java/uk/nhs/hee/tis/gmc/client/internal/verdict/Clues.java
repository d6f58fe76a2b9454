package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that the rules look at, read from one answer once. */
final class Clues {
  private final int status;
  private final CleanHeaders headers;
  private final Page page;
  private final boolean throughCloudflare;
  private final OriginSigns origin;
  private final Optional<StructuredError> structured;
  private final @Nullable RayId rayOfHeader;
  private final ObservedAnswer answer;

  private Clues(ObservedAnswer answer) {
    this.answer = answer;
    status = answer.status();
    headers = new CleanHeaders(answer.headers());
    page = Page.of(BodyBytes.text(answer.body(), headers.first("Content-Type")));
    throughCloudflare = headers.has("cf-ray") || headers.startsWith("Server", "cloudflare");
    origin = new OriginSigns(headers, page, answer.usualOriginHeaders(), throughCloudflare);
    structured = StructuredError.of(page);
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

  /** Returns whether the answer passed through Cloudflare, which does not say who made it. */
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

  /** Returns the Ray ID of the header, else of a structured body. */
  @Nullable RayId ray() {
    if (rayOfHeader != null) {
      return rayOfHeader;
    }
    RayId member = structured.flatMap(s -> s.member("ray_id")).map(RayId::parse).orElse(null);
    return member != null
        ? member
        : structured.flatMap(s -> s.member("instance")).map(RayId::parse).orElse(null);
  }

  /** Returns whether the page repeats the header's Ray ID, as only pages made at the edge do. */
  boolean pageNamesRay() {
    return rayOfHeader != null && page.has(rayOfHeader.id());
  }

  /** Returns whether the page must be the edge's own, so that its markup may be believed. */
  boolean markupCounts() {
    boolean replacedByEdge = status == 502 || status == 504 || statusBetween(520, 530);
    return page.isHtml() && (replacedByEdge || !origin.sureHeader());
  }
}
