package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.internal.soap.SentValues;

/** A verdict shows nothing of an answer that repeats what was sent. */
class EchoTest {

  private static Verdict judged(SentValues sent, byte[] body, String... headers) {
    Map<String, List<String>> map = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      map.put(headers[i], List.of(headers[i + 1]));
    }
    return Judge.judge(
        new ObservedAnswer(
            403, HttpHeaders.of(map, (name, value) -> true), body, true, Set.of(), null),
        sent);
  }

  private static SentValues sent(String... values) {
    return SentValues.of(List.of(values));
  }

  @Test
  void anExcerptThatRepeatsAValueIsDropped() {
    byte[] page = "<html><p>Blocked: you sent Zo\u00eb Quill</p></html>".getBytes(UTF_8);

    assertThat(judged(sent("Zo\u00eb Quill"), page).excerpt()).isEmpty();
    assertThat(judged(sent("Zo\u00eb Feather"), page).excerpt())
        .contains("Blocked: you sent Zo\u00eb Quill");
  }

  @Test
  void aValueInAnAttributeOrAScriptHidesTheWholePage() {
    byte[] page = "<html><script>x='Quillfeather'</script><p>Blocked</p>".getBytes(UTF_8);

    assertThat(judged(sent("Quillfeather"), page).excerpt()).isEmpty();
  }

  @Test
  void aShortValueHidesOnlyAnExcerptThatShowsIt() {
    byte[] page = "<html><meta content=1><ul><li>Blocked</ul></html>".getBytes(UTF_8);

    assertThat(judged(sent("1", "Li"), page).excerpt()).contains("Blocked");
    assertThat(judged(sent("1"), "<p>user 1 is blocked".getBytes(UTF_8)).excerpt()).isEmpty();
  }

  @Test
  void aSignThatQuotesAHeaderIsHidden() {
    Verdict verdict = judged(sent("Quillfeather"), "no".getBytes(UTF_8), "Via", "1.1 quillFEATHER");

    assertThat(verdict.signals())
        .contains("*** (it repeats what was sent)")
        .noneMatch(sign -> sign.contains("Via"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"intermediary", "GMC's own server", "HTTP 403"})
  void aValueThatTheAnswerDoesNotRepeatHidesNoWordOfOurs(String value) {
    Verdict verdict = judged(sent(value), "<p>Blocked".getBytes(UTF_8), "Via", "1.1 proxy");

    assertThat(verdict.finding())
        .isEqualTo("HTTP 403 from an unknown intermediary, Via: 1.1" + " proxy");
    assertThat(verdict.signals())
        .containsExactly(
            "no cf-ray header: the answer did not come through Cloudflare",
            "no sign of the GMC's own server",
            "header Via: 1.1 proxy",
            "HTTP status 403");
    assertThat(verdict.excerpt()).contains("Blocked");
  }

  @Test
  void aFindingThatMayQuoteTheAnswerIsHidden() {
    byte[] page = "<p>The intermediary says no".getBytes(UTF_8);

    Verdict verdict = judged(sent("intermediary"), page);

    assertThat(verdict.finding()).isEqualTo("HTTP 403");
    assertThat(verdict.excerpt()).isEmpty();
  }
}
