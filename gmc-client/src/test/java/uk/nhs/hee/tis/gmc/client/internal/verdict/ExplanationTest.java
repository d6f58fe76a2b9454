package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** Prints what people will read; {@code explanations.txt} holds every message in full. */
class ExplanationTest {
  private static final Instant WHEN = Instant.parse("2026-11-21T00:05:12.345Z");
  private static final String USER_AGENT = "tis-example/1.2 (+mailto:team@example.org)";

  @Test
  void everyKindOfVerdictIsExplainedInFull() {
    List<String> lines = new ArrayList<>();
    for (String line : Corpus.text("explanations.txt").split("\n", -1)) {
      if (line.startsWith("=== ")) {
        lines.add(line);
        lines.add(message(line.substring(4)));
      }
    }

    assertThat(String.join("\n", lines).lines().collect(Collectors.toList()))
        .isEqualTo(
            Corpus.text("explanations.txt")
                .lines()
                .filter(l -> !l.isBlank())
                .collect(Collectors.toList()));
  }

  @Test
  void aUserAgentCannotBreakTheLine() {
    Verdict verdict = verdict("1010 as text");

    String message =
        Explanation.of(
            verdict,
            GmcOperation.TRY_ADD_DOCTOR,
            "evil\r\nagent\u001b[31m" + "x".repeat(999),
            WHEN);

    assertThat(message).contains("The User-Agent sent was 'evil agent[31mxxx");
    assertThat(message.lines()).hasSize(1);
    assertThat(message).hasSizeLessThan(900);
  }

  @Test
  void anAnswerThatNobodySignedIsExplainedToo() {
    Verdict verdict = Judge.judge(Answers.unreadable(403));

    assertThat(Explanation.of(verdict, GmcOperation.GET_DOCTORS_FOR_DB, USER_AGENT, WHEN))
        .isEqualTo(
            "Nobody can be named who answered this GetDoctorsForDB request"
                + " (HTTP 403, which nobody signed, weak). Nothing of the answer was used."
                + " Who must act: the caller. If you ask the GMC, quote the time"
                + " 2026-11-21T00:05:12Z.");
  }

  private static String message(String heading) {
    int at = heading.indexOf(": ");
    GmcOperation operation = GmcOperation.valueOf(heading.substring(0, at));
    return Explanation.of(verdict(heading.substring(at + 2)), operation, USER_AGENT, WHEN);
  }

  private static Verdict verdict(String name) {
    CorpusCase answer =
        Corpus.all().stream().filter(c -> c.name.equals(name)).findFirst().orElseThrow();
    return Judge.byRules(answer.answer());
  }
}
