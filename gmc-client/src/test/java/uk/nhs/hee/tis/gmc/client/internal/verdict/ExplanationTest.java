package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
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
    String message =
        explained(
            answer("1010 as text"),
            GmcOperation.TRY_ADD_DOCTOR,
            "evil\r\nagent\u001b[31m" + "x".repeat(999));

    assertThat(message).contains("The User-Agent sent was 'evil agent[31mxxx");
    assertThat(message.lines()).hasSize(1);
    assertThat(message).hasSizeLessThan(900);
  }

  @Test
  void anAnswerThatNoRuleKnowsIsExplainedToo() {
    Verdict verdict = Judge.judge(Answers.unreadable(403));

    assertThat(explained(verdict, 403, GmcOperation.GET_DOCTORS_FOR_DB, USER_AGENT))
        .isEqualTo(
            "It is unclear who answered this GetDoctorsForDB request (HTTP 403 from an unknown"
                + " sender, weak). None of the answer was used. Do not retry: pass the evidence"
                + " on. Who must act: the caller's network team. If you ask the GMC, quote the time"
                + " 2026-11-21T00:05:12Z.");
  }

  private static String message(String heading) {
    int at = heading.indexOf(": ");
    GmcOperation operation = GmcOperation.valueOf(heading.substring(0, at));
    return explained(answer(heading.substring(at + 2)), operation, USER_AGENT);
  }

  private static String explained(ObservedAnswer answer, GmcOperation operation, String userAgent) {
    return explained(Judge.byRules(answer), answer.status(), operation, userAgent);
  }

  private static String explained(
      Verdict verdict, int status, GmcOperation operation, String userAgent) {
    Evidence evidence =
        verdict
            .toEvidence(WHEN)
            .httpStatus(status)
            .operation(operation)
            .clientRequestId("1")
            .url(URI.create("https://host/service"))
            .startedAt(WHEN)
            .endedAt(WHEN)
            .userAgent(userAgent)
            .build();
    return Explanation.of(verdict, evidence);
  }

  private static ObservedAnswer answer(String name) {
    return Corpus.all().stream()
        .filter(c -> c.name.equals(name))
        .findFirst()
        .orElseThrow()
        .answer();
  }
}
