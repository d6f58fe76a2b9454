package uk.nhs.hee.tis.gmc.testkit.pages;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import uk.nhs.hee.tis.gmc.testkit.internal.PageTemplate;

/**
 * One of Cloudflare's error pages, before its shape is chosen.
 *
 * <p>Cloudflare chooses the shape partly by the request's {@code Accept} header; in a stub it is
 * chosen explicitly. If no shape is chosen, the page is HTML. Immutable and thread-safe.
 */
public final class CloudflarePage {

  /** The shape of an error page. */
  public enum Shape {
    /** An HTML page, for browsers. */
    HTML,
    /** One line, such as {@code error code: 1020}. */
    TEXT,
    /** A JSON object after RFC 9457. */
    JSON,
    /** Markdown with front matter. */
    MARKDOWN,
    /** XML, which only the owner of a site can have made. */
    XML
  }

  private final CloudflareError error;
  private final EdgePass pass;

  CloudflarePage(CloudflareError error, EdgePass pass) {
    this.error = error;
    this.pass = pass;
  }

  /**
   * {@return the page with this Ray ID in header and body; {@code 8f3c2a9d1b7e4650} by default}
   *
   * @param rayId 16 lower-case hex digits, without the data centre
   * @throws IllegalArgumentException if it is not 16 lower-case hex digits
   */
  public CloudflarePage rayId(String rayId) {
    return new CloudflarePage(error, pass.rayId(rayId));
  }

  /**
   * {@return the page of this data centre; {@code LHR} by default}
   *
   * @param location three capital letters, as at the end of {@code cf-ray}
   * @throws IllegalArgumentException if it is not three capital letters
   */
  public CloudflarePage location(String location) {
    return new CloudflarePage(error, pass.location(location));
  }

  /**
   * {@return the page with this address as that of the caller, on pages that show it; {@code
   * 203.0.113.45} by default}
   *
   * @param address an IPv4 or IPv6 address
   * @throws IllegalArgumentException if it is not an IP address
   */
  public CloudflarePage clientAddress(String address) {
    return new CloudflarePage(error, pass.address(address));
  }

  /** {@return the shapes in which this page exists, HTML always among them} */
  public Set<Shape> shapes() {
    return Collections.unmodifiableSet(EnumSet.copyOf(error.shapes));
  }

  /** {@return the page as HTML} */
  public CannedAnswer asHtml() {
    return as(Shape.HTML);
  }

  /**
   * {@return the page as a line of text}
   *
   * @throws IllegalStateException if it does not exist as text
   */
  public CannedAnswer asText() {
    return as(Shape.TEXT);
  }

  /**
   * {@return the page as JSON after RFC 9457, or as the owner's JSON if the page is the owner's}
   *
   * @throws IllegalStateException if it does not exist as JSON
   */
  public CannedAnswer asJson() {
    return as(Shape.JSON);
  }

  /**
   * {@return the page as markdown}
   *
   * @throws IllegalStateException if it does not exist as markdown
   */
  public CannedAnswer asMarkdown() {
    return as(Shape.MARKDOWN);
  }

  /**
   * {@return the page as XML}
   *
   * @throws IllegalStateException if it does not exist as XML
   */
  public CannedAnswer asXml() {
    return as(Shape.XML);
  }

  /**
   * {@return the page in this shape}
   *
   * @param shape what the caller's {@code Accept} asked for
   * @throws IllegalStateException if it does not exist in it
   */
  public CannedAnswer as(Shape shape) {
    if (!error.shapes.contains(shape)) {
      throw new IllegalStateException(
          "Cloudflare has no " + shape + " of this page, only " + error.shapes);
    }
    if (error.layout == PageLayout.CUSTOM) {
      return CustomBlock.as(shape, error.status, pass);
    }
    switch (shape) {
      case TEXT:
        return EdgeHeaders.answer(error, pass, "text/plain; charset=UTF-8")
            .body("error code: " + error.code)
            .build();
      case JSON:
        return EdgeHeaders.answer(error, pass, "application/problem+json; charset=utf-8")
            .body(StructuredError.json(error, pass))
            .build();
      case MARKDOWN:
        return EdgeHeaders.answer(error, pass, "text/markdown; charset=utf-8")
            .body(StructuredError.markdown(error, pass))
            .build();
      default:
        return html();
    }
  }

  private CannedAnswer html() {
    String type = error.layout.isBare() ? "text/html" : "text/html; charset=UTF-8";
    return EdgeHeaders.answer(error, pass, type)
        .body(
            PageTemplate.named(error.layout.template())
                .filledWith(
                    Map.of(
                        "zone",
                        EdgePass.ZONE,
                        "code",
                        Integer.toString(error.code),
                        "heading",
                        error.status + " " + error.title,
                        "title",
                        error.title,
                        "detail",
                        error.detail,
                        "advice",
                        error.advice,
                        "ray",
                        pass.rayId(),
                        "address",
                        pass.address(),
                        "time",
                        EdgePass.timeOnPage())))
        .build();
  }

  /** {@return whether the edge refuses with it, so that the request did nothing} */
  public boolean isBlock() {
    return error.block;
  }

  @Override
  public String toString() {
    return "CloudflarePage[status=" + error.status + ", code=" + error.code + ", " + pass + "]";
  }
}
