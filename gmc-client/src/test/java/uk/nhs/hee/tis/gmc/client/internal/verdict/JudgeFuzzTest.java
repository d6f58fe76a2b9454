package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Feeds the judge anything. A plain run replays the seeds; with {@code JAZZER_FUZZ=1} in the
 * environment Jazzer searches on, guided by coverage.
 */
@Tag("fuzz")
class JudgeFuzzTest {
  private static final List<String> NAMES =
      List.of(
          "Server",
          "CF-RAY",
          "cf-mitigated",
          "Content-Type",
          "Retry-After",
          "Location",
          "WWW-Authenticate",
          "X-Powered-By",
          "X-AspNet-Version",
          "cf-cache-status",
          "cf-error-type",
          "Set-Cookie");

  /** Replaying seeds needs no instrumentation, which would slow every later test of this JVM. */
  @BeforeAll
  static void instrumentOnlyToSearch() {
    if (System.getenv("JAZZER_FUZZ") == null) {
      System.setProperty("jazzer.hooks", "false");
    }
  }

  @FuzzTest(maxDuration = "2m")
  void noAnswerMakesTheJudgeThrow(FuzzedDataProvider data) {
    int status = data.consumeInt(0, 999);
    boolean complete = data.consumeBoolean();
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    int count = data.consumeInt(0, 6);
    for (int i = 0; i < count; i++) {
      headers
          .computeIfAbsent(data.pickValue(NAMES), name -> new ArrayList<>())
          .add(data.consumeString(200));
    }
    byte[] body = data.consumeRemainingAsBytes();

    Verdict verdict =
        Judge.byRules(
            new ObservedAnswer(
                status,
                HttpHeaders.of(headers, (name, value) -> true),
                body,
                complete,
                Set.of("x-aspnet-version"),
                null));

    VerdictInvariants.check(verdict);
    assertThat(verdict.signals()).isNotEmpty();
  }

  static Stream<Arguments> bodies() {
    return Corpus.all().stream().map(answer -> Arguments.of((Object) answer.body));
  }

  @MethodSource("bodies")
  @FuzzTest(maxDuration = "2m")
  void noBodyMakesTheJudgeThrow(byte[] body) {
    HttpHeaders edge = HttpHeaders.of(Map.of("cf-ray", List.of("-")), (name, value) -> true);

    VerdictInvariants.check(
        Judge.byRules(new ObservedAnswer(403, edge, body, true, Set.of(), null)));
  }
}
