package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category;
import uk.nhs.hee.tis.gmc.client.model.Actor;

class CorpusTest {
  private static final Instant ANSWERED = Instant.parse("2026-11-21T00:05:00Z");

  static List<CorpusCase> corpus() {
    return Corpus.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("corpus")
  void everyAnswerOfTheCorpusGetsItsVerdict(CorpusCase answer) {
    Verdict verdict = Judge.byRules(answer.answer());

    assertThat(summary(verdict)).as(verdict.signals().toString()).isEqualTo(answer.expected);
    answer.details.forEach(
        (name, value) ->
            assertThat(detail(verdict, name))
                .as(name)
                .satisfies(
                    actual -> {
                      if (name.equals("finding") || name.equals("signal")) {
                        assertThat(actual).contains(value);
                      } else {
                        assertThat(actual).isEqualTo(value);
                      }
                    }));
    assertThat(verdict.signals()).isNotEmpty().doesNotContain("");
    assertThat(verdict.finding()).isNotEmpty();
    assertThat(verdict.actors()).isNotEmpty();
  }

  @Test
  void theCorpusIsLargeAndNamesEachAnswerOnce() {
    List<String> names = corpus().stream().map(c -> c.name).collect(Collectors.toList());

    assertThat(names).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
  }

  @Test
  void noAnswerOfCloudflareIsAPermissionErrorAndNoneOfTheOriginABlock() {
    for (CorpusCase answer : corpus()) {
      Verdict verdict = Judge.byRules(answer.answer());
      if (verdict.category() == Category.PERMISSION) {
        assertThat(verdict.source()).as(answer.name).isEqualTo(Source.GMC_SERVER);
      }
      if (verdict.category() == Category.BLOCKED) {
        assertThat(verdict.source()).as(answer.name).isEqualTo(Source.EDGE);
      }
    }
  }

  private static String summary(Verdict verdict) {
    List<String> words = new ArrayList<>();
    words.add(verdict.category().name());
    words.add(verdict.source().name());
    words.add(kind(verdict));
    words.add(
        verdict.cloudflareCode().isPresent() ? "" + verdict.cloudflareCode().getAsInt() : "-");
    words.add(verdict.confidence().name());
    if (verdict.beforeService()) {
      words.add("before");
    }
    if (verdict.retryable()) {
      words.add("repeat");
    }
    return String.join(" ", words);
  }

  private static String kind(Verdict verdict) {
    switch (verdict.category()) {
      case BLOCKED:
        return verdict.blockedKind().name();
      case INTERMEDIARY:
        return verdict.intermediaryKind().name();
      case PROTOCOL:
        return verdict.protocolKind().name();
      default:
        return "-";
    }
  }

  private static String detail(Verdict verdict, String name) {
    switch (name) {
      case "ray":
        return verdict.rayId().orElse("none");
      case "place":
        return verdict.edgeLocation().orElse("none");
      case "ip":
        return verdict.egressAddress().orElse("none");
      case "wait":
        return verdict.retryAfter(ANSWERED).map(d -> "" + d.toSeconds()).orElse("none");
      case "actors":
        return verdict.actors().stream()
            .map(Actor::name)
            .collect(Collectors.joining(","))
            .replace('_', ' ');
      case "excerpt":
        return verdict.excerpt().orElse("none");
      case "finding":
        return verdict.finding();
      case "signal":
        return String.join("; ", verdict.signals());
      default:
        throw new IllegalArgumentException(name);
    }
  }
}
