package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category;

/** What holds for every verdict, whatever was judged. */
final class VerdictInvariants {
  private static final int LINE = 300;
  private static final Duration MILLENNIA = Duration.ofDays(10_000 * 366);

  private VerdictInvariants() {}

  static void check(Verdict verdict) {
    assertThat(verdict.finding()).isNotBlank();
    isPlain(verdict.finding());
    assertThat(verdict.actors()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(verdict.signals()).isNotEmpty().allSatisfy(VerdictInvariants::isPlain);
    verdict.rayId().ifPresent(ray -> assertThat(ray).matches("[0-9a-f]{16}"));
    verdict.edgeLocation().ifPresent(place -> assertThat(place).matches("[A-Z]{3}"));
    verdict.egressAddress().ifPresent(ip -> assertThat(ip).matches("[0-9a-fA-F:.]{2,45}"));
    verdict
        .retryAfter(Instant.EPOCH)
        .ifPresent(wait -> assertThat(wait).isBetween(Duration.ZERO, MILLENNIA));
    verdict.excerpt().ifPresent(VerdictInvariants::isHarmless);
    ownersAreRight(verdict);
  }

  private static void ownersAreRight(Verdict verdict) {
    Category category = verdict.category();
    if (category == Category.PERMISSION) {
      assertThat(verdict.source()).isEqualTo(Source.GMC_SERVER);
    }
    if (category == Category.BLOCKED) {
      assertThat(verdict.source()).isEqualTo(Source.EDGE);
    }
    if (verdict.confidence() == Confidence.WEAK && category == Category.BLOCKED) {
      assertThat(verdict.beforeService()).isFalse();
    }
  }

  private static void isPlain(String text) {
    assertThat(text).hasSizeLessThan(LINE);
    assertThat(text.chars().noneMatch(Character::isISOControl)).as(text).isTrue();
  }

  private static void isHarmless(String excerpt) {
    assertThat(excerpt).hasSizeLessThan(610).doesNotContainPattern("(?<!\\d)\\d{7}(?!\\d)");
    assertThat(excerpt).doesNotContainIgnoringCase("<password", "<username", "envelope");
    assertThat(excerpt.chars().noneMatch(Character::isISOControl)).isTrue();
  }
}
