package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category;
import uk.nhs.hee.tis.gmc.client.model.Actor;

class JudgeTest {

  @Test
  void theVerdictIsThatOfTheRules() {
    CorpusCase answer =
        Corpus.all().stream().filter(c -> c.name.equals("1010 as text")).findFirst().orElseThrow();

    assertThat(Judge.judge(answer.answer()))
        .usingRecursiveComparison()
        .isEqualTo(Judge.byRules(answer.answer()));
  }

  @Test
  void anAnswerThatBreaksARuleStillGetsAVerdict() {
    Verdict verdict = Judge.judge(Answers.unreadable(403));

    assertThat(verdict.category()).isEqualTo(Category.PROTOCOL);
    assertThat(verdict.source()).isEqualTo(Source.NETWORK);
    assertThat(verdict.finding()).isEqualTo("HTTP 403 from an unknown sender");
    assertThat(verdict.confidence()).isEqualTo(Confidence.WEAK);
    assertThat(verdict.actors()).containsExactly(Actor.CALLER_NETWORK);
    assertThat(verdict.signals()).containsExactly("HTTP status 403");
  }

  @Test
  void theStatusIsASignalOnceOnly() {
    assertThat(Answers.judged(522, "", Answers.EDGE).signals())
        .containsExactly("only Cloudflare sends HTTP 522");
    assertThat(Answers.judged(403, "error code: 1020", Answers.EDGE).signals())
        .containsExactly("body is exactly 'error code: 1020'", "HTTP status 403");
  }

  @Test
  void onlyThePagesOfTheEdgeAreAskedForTheRayIdAndTheCallersAddress() {
    String page = "<p>Your IP: 198.51.100.23, Ray ID: " + Corpus.RAY;
    Verdict edge = Answers.judged(403, page + "<b class=cf-error-code>1020");
    Verdict origin = Answers.judged(403, page, "Server: Microsoft-IIS/10.0");

    assertThat(edge.rayId()).contains(Corpus.RAY);
    assertThat(edge.egressAddress()).contains("198.51.100.23");
    assertThat(origin.rayId()).isEmpty();
    assertThat(origin.egressAddress()).isEmpty();
  }

  @Test
  void aPageOfTheGmcsServerIsQuotedWhateverItsStatus() {
    for (int status : new int[] {403, 404, 500}) {
      assertThat(Answers.judged(status, "<p>No.", "Server: Microsoft-IIS/10.0").excerpt())
          .as("%s", status)
          .contains("No.");
    }
  }

  @Test
  void aRayIdInABodyMayNameThePlace() {
    Verdict byMember = structured("\"ray_id\": \"" + Corpus.RAY + "-MAN\"");
    Verdict byInstance = structured("\"instance\": \"" + Corpus.RAY + "-LHR\"");

    assertThat(byMember.rayId()).contains(Corpus.RAY);
    assertThat(byMember.edgeLocation()).contains("MAN");
    assertThat(byInstance.rayId()).contains(Corpus.RAY);
    assertThat(byInstance.edgeLocation()).contains("LHR");
  }

  private static Verdict structured(String members) {
    return Answers.judged(
        403, "{\"cloudflare_error\": true, \"error_code\": 1020, " + members + "}");
  }
}
