package uk.nhs.hee.tis.gmc.example.sync;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import uk.nhs.hee.tis.gmc.client.error.Source;

/** Numbers and times as the job prints them. */
final class Words {
  private Words() {}

  /** Returns a count with commas, such as {@code 71,500}. */
  static String of(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Returns seconds with two digits, such as {@code 0.42 s}. */
  static String of(Duration time) {
    return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
  }

  /** Returns a count with its thing, such as {@code 1 designated body}. */
  static String of(long count, String one, String many) {
    return of(count) + " " + (count == 1 ? one : many);
  }

  /** Returns who it was, short enough for a table. */
  static String of(Source source) {
    switch (source) {
      case CALLER:
        return "this side";
      case NETWORK:
        return "network";
      case INTERMEDIARY:
        return "proxy or firewall on the way";
      case EDGE:
        return "Cloudflare edge";
      case GMC_SERVER:
        return "GMC's web server";
      case GMC_SERVICE:
        return "GMC's service";
    }
    return source.name();
  }

  /** Returns a text with a line for each of its sentences, and a line break at its end. */
  static String sentences(String text) {
    return text.replaceAll("(?<=\\.) (?=\\p{Lu})", "\n") + "\n";
  }

  /** Returns a text in lines of at most so many characters, each with an indent before it. */
  static String wrapped(String text, String indent, int width) {
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.split(" ", -1)) {
      boolean first = line.length() == indent.length();
      if (!first && line.length() + 1 + word.length() > width) {
        lines.append(line).append('\n');
        line = new StringBuilder(indent);
        first = true;
      }
      line.append(first ? "" : " ").append(word);
    }
    return lines.append(line).append('\n').toString();
  }

  /** Returns a text with two spaces before each line, and a line break at its end. */
  static String indented(String text) {
    return text.lines()
        .map(line -> line.isEmpty() ? "\n" : "  " + line + "\n")
        .collect(Collectors.joining());
  }
}
