package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The answers of our own making, read from the text files in {@code corpus/}.
 *
 * <pre>
 * === what the answer is
 * expect CATEGORY SOURCE KIND CODE CONFIDENCE [before] [repeat] [name=value …]
 * HTTP 403
 * +edge                      headers of an answer that passed through Cloudflare
 * +origin                    headers that only the GMC's server sets
 * Name: value                any further header
 * !gzip !bom !utf-16 !latin1 !cut !crlf   how the body is sent
 * !usual x-aspnet-version    headers of earlier good answers
 * !broken TRUNCATED          what the SOAP reader found
 *
 * the body, or {{page.html|argument|argument}}
 * </pre>
 */
final class Corpus {
  static final String RAY = "8a1b2c3d4e5f6071";
  private static final List<String> FILES =
      List.of(
          "bans",
          "waf-and-custom",
          "challenges",
          "rate-limits",
          "outages",
          "origin",
          "soap",
          "caller-side",
          "left-over",
          "adversarial");

  private Corpus() {}

  static List<CorpusCase> all() {
    List<CorpusCase> cases = new ArrayList<>();
    for (String file : FILES) {
      String text = text("corpus/" + file + ".txt");
      for (String section : text.split("(?m)^=== ", -1)) {
        if (!section.isBlank()) {
          cases.add(CorpusCase.parse(section));
        }
      }
    }
    return cases;
  }

  static String page(String call) {
    String[] parts = call.split("\\|", -1);
    String page = text("pages/" + parts[0]);
    for (int i = 1; i < parts.length; i++) {
      page = page.replace("{" + i + "}", parts[i]);
    }
    return page;
  }

  static String text(String name) {
    try (InputStream in = Corpus.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
