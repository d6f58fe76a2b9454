package uk.nhs.hee.tis.gmc.client.snippet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A piece of Java in a document, with the name of the document and its first line there. */
final class Snippet {
  private static final Pattern IN_JAVADOC =
      Pattern.compile("<pre>\\{@code(.*?)}</pre>", Pattern.DOTALL);
  private static final Pattern IN_MARKDOWN =
      Pattern.compile("^```java$(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern MARGIN = Pattern.compile("^ *\\* ?", Pattern.MULTILINE);

  final String document;
  final int firstLine;
  final String code;

  private Snippet(String document, int firstLine, String code) {
    this.document = document;
    this.firstLine = firstLine;
    this.code = code;
  }

  static List<Snippet> ofSources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .flatMap(file -> ofJavadoc(nameOf(file), read(file)).stream())
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Snippet> ofJavadoc(String document, String text) {
    return found(IN_JAVADOC, document, text, code -> MARGIN.matcher(code).replaceAll(""));
  }

  static List<Snippet> ofMarkdown(String document, String text) {
    return found(IN_MARKDOWN, document, text, code -> code);
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Snippet> found(
      Pattern pattern, String document, String text, UnaryOperator<String> cleaned) {
    List<Snippet> found = new ArrayList<>();
    Matcher block = pattern.matcher(text);
    while (block.find()) {
      int line = (int) text.substring(0, block.start(1)).lines().count();
      found.add(new Snippet(document, line, cleaned.apply(block.group(1))));
    }
    return found;
  }
}
