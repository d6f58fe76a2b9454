package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobustnessTest {
  private static final long SEED = 20210301;
  private static final int ROUNDS = 15;

  /** Wide, as processors differ; a search that is not linear takes minutes here. */
  private static final Duration BOUND = Duration.ofSeconds(1);

  /** Tells the processor's time: that of a clock depends on what else the machine does. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static Duration spentSince(long start) {
    return Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
  }

  @Test
  void mutatedAnswersOfTheCorpusNeverBreakTheJudge() {
    Random random = new Random(SEED);
    List<CorpusCase> corpus = Corpus.all();
    for (CorpusCase answer : corpus) {
      for (int round = 0; round < ROUNDS; round++) {
        CorpusCase other = corpus.get(random.nextInt(corpus.size()));
        VerdictInvariants.check(
            Judge.byRules(answer.answer(mutated(answer.body, other.body, random))));
      }
    }
  }

  @Test
  void everyBeginningOfAnAnswerCanBeJudged() {
    for (CorpusCase answer : Corpus.all()) {
      for (int length = 0; length < answer.body.length; length += 37) {
        VerdictInvariants.check(Judge.byRules(answer.answer(Arrays.copyOf(answer.body, length))));
      }
    }
  }

  @Test
  void everyStatusCanBeJudged() {
    for (int status = -1; status <= 1000; status++) {
      for (Map<String, List<String>> headers :
          List.of(
              Map.<String, List<String>>of(),
              Map.of("cf-ray", List.of("8a1b2c3d4e5f6071-LHR")),
              Map.of("X-AspNet-Version", List.of("4.0.30319")))) {
        VerdictInvariants.check(judge(status, headers, "<html><body>x</body></html>"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "&",
        "[",
        "{\"a\":",
        "<a>",
        "<a ",
        "<a class=cf-error-code ",
        "<a class=\"cf-error-code\">",
        "<div id='cf-wrapper'",
        "cf-error-details",
        "ray ",
        "errorcode",
        "/error-",
        "<center>",
        "<!--",
        "<script",
        "<soap:Envelope xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/'>",
        "---\n",
        "a: b\n",
        "403.",
        "password",
        "@",
        "1234567",
        "::1 ",
        "1.2.3.4.",
        "your ip ",
        "x\u20ac\u2028",
        "\u0000"
      })
  void repeatedTokensAreJudgedInTime(String token) {
    for (String prefix : List.of("", "<html><div id=\"cf-wrapper\">", "---\n", "{\"x\":\"")) {
      String body = prefix + token.repeat(300_000 / token.length());
      long start = THREADS.getCurrentThreadCpuTime();
      Verdict verdict = judge(403, Map.of("cf-ray", List.of("-")), body);
      assertThat(spentSince(start)).as(prefix).isLessThan(BOUND);
      VerdictInvariants.check(verdict);
    }
  }

  @Test
  void aGzipBombIsJudgedByItsBeginning() {
    byte[] bomb = CorpusCase.gzip(CorpusCase.gzip(new byte[50_000_000]));

    long start = THREADS.getCurrentThreadCpuTime();
    Verdict verdict = Judge.byRules(answer(403, Map.of(), bomb));

    assertThat(spentSince(start)).isLessThan(BOUND);
    assertThat(verdict.excerpt()).isEmpty();
  }

  @Test
  void hugeHeadersStayOutOfTheSignals() {
    Map<String, List<String>> headers = new HashMap<>();
    String huge = "x\u0007y".repeat(100_000);
    for (String name :
        List.of("cf-ray", "Server", "X-AspNet-Version", "X-Powered-By", "Retry-After", "Via")) {
      headers.put(name, List.of(huge, huge));
    }
    headers.put("WWW-Authenticate", List.of(huge));

    VerdictInvariants.check(judge(403, headers, ""));
    headers.remove("cf-ray");
    VerdictInvariants.check(judge(302, headers, ""));
  }

  @Test
  void aPageOfAHundredKilobytesTakesAboutAMillisecond() {
    String page = Corpus.page("page-1xxx.html|1020").replace("</head>", filler() + "</head>");
    Map<String, List<String>> headers = Map.of("cf-ray", List.of("8a1b2c3d4e5f6071-LHR"));
    for (int warmUp = 0; warmUp < 300; warmUp++) {
      judge(403, headers, page);
    }
    Duration best = BOUND;
    for (int i = 0; i < 100; i++) {
      long start = THREADS.getCurrentThreadCpuTime();
      judge(403, headers, page);
      Duration spent = spentSince(start);
      best = spent.compareTo(best) < 0 ? spent : best;
    }

    assertThat(page).hasSizeGreaterThan(100_000);
    assertThat(best).isLessThan(Duration.ofMillis(5));
  }

  private static String filler() {
    return "<style>.cf-like{color:#fff} /* the error page of cloudflare */</style>\n".repeat(1400);
  }

  private static Verdict judge(int status, Map<String, List<String>> headers, String body) {
    return Judge.byRules(answer(status, headers, body.getBytes(UTF_8)));
  }

  private static ObservedAnswer answer(int status, Map<String, List<String>> headers, byte[] body) {
    return new ObservedAnswer(
        status, HttpHeaders.of(headers, (name, value) -> true), body, true, Set.of(), null);
  }

  private static byte[] mutated(byte[] body, byte[] other, Random random) {
    switch (random.nextInt(5)) {
      case 0:
        return Arrays.copyOf(body, random.nextInt(body.length + 1));
      case 1:
        return joined(body, other);
      case 2:
        return joined(Arrays.copyOf(body, random.nextInt(body.length + 1)), other);
      case 3:
        return CorpusCase.gzip(Arrays.copyOf(body, random.nextInt(body.length + 1)));
      default:
        return scribbled(body, random);
    }
  }

  private static byte[] scribbled(byte[] body, Random random) {
    byte[] copy = body.clone();
    byte[] marks = "<>&\"'/:{}[]-\0\u00ff".getBytes(ISO_8859_1);
    for (int i = 0; i < copy.length; i += 1 + random.nextInt(40)) {
      copy[i] = marks[random.nextInt(marks.length)];
    }
    return copy;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(one);
    out.writeBytes(other);
    return out.toByteArray();
  }
}
