package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.util.ArrayList;
import java.util.List;

/**
 * The marks of a page that challenges a browser. The script that Cloudflare injects into any page,
 * including the origin's ({@code challenge-platform/scripts/jsd/main.js}), is not one of them.
 */
final class ChallengeMarks {
  private static final List<String> SURE =
      List.of(
          "_cf_chl_opt",
          "challenge-platform/h/b/orchestrate/",
          "challenge-platform/h/g/orchestrate/",
          "orchestrate/chl_page",
          "orchestrate/managed",
          "orchestrate/jsch",
          "orchestrate/captcha",
          "jschl_vc",
          "jschl-answer",
          "cf-browser-verification");
  private static final List<String> HINTS =
      List.of("challenge-form", "captcha-bypass", "__cf_chl_", "cf-challenge-running");

  private final List<String> sure = new ArrayList<>();
  private final List<String> hints = new ArrayList<>();

  private ChallengeMarks() {}

  static ChallengeMarks of(Page page) {
    ChallengeMarks marks = new ChallengeMarks();
    if (page.isHtml()) {
      SURE.stream().filter(page::has).forEach(marks.sure::add);
      HINTS.stream().filter(page::has).forEach(marks.hints::add);
    }
    return marks;
  }

  boolean any() {
    return !sure.isEmpty() || !hints.isEmpty();
  }

  boolean certain() {
    return !sure.isEmpty() || hints.size() > 1;
  }

  /** Returns the first mark found; there must be one. */
  String first() {
    return sure.isEmpty() ? hints.get(0) : sure.get(0);
  }
}
