package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.internal.http.DecodedBody;

/** One answer of the corpus with the verdict it must get. */
final class CorpusCase {
  final String name;
  final String expected;
  final Map<String, String> details = new TreeMap<>();
  final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  final Set<String> usual = new TreeSet<>();
  int status;
  byte[] body = new byte[0];
  private boolean edge;
  private boolean complete = true;
  private GmcProtocolException.@Nullable Kind broken;

  private CorpusCase(String name, String expected) {
    this.name = name;
    this.expected = expected;
  }

  static CorpusCase parse(String section) {
    int gap = section.indexOf("\n\n");
    String head = gap < 0 ? section : section.substring(0, gap);
    String[] lines = head.strip().split("\n", -1);
    String[] words = lines[1].substring("expect ".length()).split(" ", -1);
    List<String> verdict = new ArrayList<>();
    CorpusCase answer = new CorpusCase(lines[0], summary(words, verdict));
    verdict.forEach(answer::detail);
    Set<String> forms = new TreeSet<>();
    for (int i = 2; i < lines.length; i++) {
      answer.line(lines[i], forms);
    }
    answer.details.putIfAbsent("ray", answer.edge ? Corpus.RAY : "none");
    String body = gap < 0 ? "" : section.substring(gap + 2).stripTrailing();
    answer.body = answer.bytes(expanded(body), forms);
    return answer;
  }

  ObservedAnswer answer() {
    return answer(body);
  }

  ObservedAnswer answer(byte[] otherBody) {
    return new ObservedAnswer(
        status,
        HttpHeaders.of(headers, (n, v) -> true),
        DecodedBody.of(otherBody, headers.getOrDefault("Content-Type", List.of("")).get(0)),
        complete,
        usual,
        broken);
  }

  @Override
  public String toString() {
    return name;
  }

  private static String summary(String[] words, List<String> details) {
    StringBuilder summary = new StringBuilder();
    for (String word : words) {
      if (word.contains("=")) {
        details.add(word);
      } else {
        summary.append(summary.length() == 0 ? "" : " ").append(word);
      }
    }
    return summary.toString();
  }

  private void detail(String word) {
    int at = word.indexOf('=');
    details.put(word.substring(0, at), word.substring(at + 1).replace('_', ' '));
  }

  private void line(String line, Set<String> forms) {
    if (line.startsWith("HTTP ")) {
      status = Integer.parseInt(line.substring(5));
    } else if (line.equals("+edge")) {
      edge = true;
      header("Date: Sat, 21 Nov 2026 00:05:12 GMT");
      header("Server: cloudflare");
      header("CF-RAY: " + Corpus.RAY + "-LHR");
    } else if (line.equals("+origin")) {
      header("X-AspNet-Version: 4.0.30319");
      header("X-Powered-By: ASP.NET");
      header("cf-cache-status: DYNAMIC");
    } else if (line.startsWith("!usual ")) {
      usual.addAll(List.of(line.substring(7).split(" ", -1)));
    } else if (line.startsWith("!broken ")) {
      broken = GmcProtocolException.Kind.valueOf(line.substring(8));
    } else if (line.startsWith("!")) {
      forms.addAll(List.of(line.substring(1).split(" !", -1)));
    } else {
      header(line);
    }
  }

  private void header(String line) {
    int at = line.indexOf(':', 1);
    headers
        .computeIfAbsent(line.substring(0, at), n -> new ArrayList<>())
        .add(line.substring(at + 1).strip());
  }

  private static String expanded(String body) {
    String text = body;
    for (int at = text.indexOf("{{"); at >= 0; at = text.indexOf("{{", at + 1)) {
      int end = text.indexOf("}}", at);
      String page = Corpus.page(text.substring(at + 2, end)).stripTrailing();
      text = text.substring(0, at) + page + text.substring(end + 2);
    }
    return text;
  }

  private byte[] bytes(String body, Set<String> forms) {
    String text = forms.contains("cut") ? body.substring(0, body.length() / 2) : body;
    complete = !forms.contains("cut");
    text = forms.contains("crlf") ? text.replace("\n", "\r\n") : text;
    text = forms.contains("upper") ? text.toUpperCase(Locale.ROOT) : text;
    text = forms.contains("bom") ? "\uFEFF" + text : text;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (forms.contains("utf-16")) {
      bytes = text.getBytes(StandardCharsets.UTF_16);
    } else if (forms.contains("latin1")) {
      bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    }
    return forms.contains("gzip") ? gzip(bytes) : bytes;
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
