package uk.nhs.hee.tis.gmc.testkit.pages;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What sets one of Cloudflare's errors apart from the others. Immutable. */
final class CloudflareError {
  private static final Set<CloudflarePage.Shape> EVERY_SHAPE =
      EnumSet.of(
          CloudflarePage.Shape.HTML,
          CloudflarePage.Shape.TEXT,
          CloudflarePage.Shape.JSON,
          CloudflarePage.Shape.MARKDOWN);

  final int status;
  final int code;
  final String name;
  final String category;
  final String title;
  final String detail;
  final PageLayout layout;
  final String advice;
  final boolean block;
  final boolean retryable;
  final @Nullable Duration retryAfter;
  final Set<CloudflarePage.Shape> shapes;

  private CloudflareError(Draft from) {
    status = from.status;
    code = from.code;
    name = from.name;
    category = from.category;
    title = from.title;
    detail = from.detail;
    layout = from.layout;
    advice = from.advice;
    block = from.block;
    retryable = from.retryable;
    retryAfter = from.retryAfter;
    shapes = from.shapes;
  }

  /** Starts an error with a code of its own; a code of 0 stands for none. */
  static Draft of(int status, int code, String name, String category) {
    return new Draft(status, code, name, category);
  }

  static final class Draft {
    private final int status;
    private final int code;
    private final String name;
    private final String category;
    private String title = "";
    private String detail = "";
    private PageLayout layout = PageLayout.ACCESS;
    private String advice =
        "Only the owner of the site can change that. Send the owner the Ray ID.";
    private boolean block;
    private boolean retryable;
    private @Nullable Duration retryAfter;
    private Set<CloudflarePage.Shape> shapes = EVERY_SHAPE;

    private Draft(int status, int code, String name, String category) {
      this.status = status;
      this.code = code;
      this.name = name;
      this.category = category;
    }

    Draft text(String newTitle, String newDetail) {
      title = newTitle;
      detail = newDetail;
      return this;
    }

    Draft layout(PageLayout newLayout) {
      layout = newLayout;
      return this;
    }

    Draft advice(String newAdvice) {
      advice = newAdvice;
      return this;
    }

    Draft block() {
      block = true;
      return this;
    }

    Draft retryable(boolean newRetryable) {
      retryable = newRetryable;
      return this;
    }

    Draft retryAfter(Duration wait) {
      retryAfter = wait;
      return retryable(true);
    }

    Draft onlyAs(Set<CloudflarePage.Shape> newShapes) {
      shapes = newShapes;
      return this;
    }

    CloudflarePage page() {
      return new CloudflarePage(new CloudflareError(this), EdgePass.DEFAULT);
    }
  }
}
