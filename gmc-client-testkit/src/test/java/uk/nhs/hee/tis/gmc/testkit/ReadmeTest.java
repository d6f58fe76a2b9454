package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is what the build runs. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern SNIPPET =
      Pattern.compile("<!-- from (\\S+) -->\\n```java\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
  private static final Pattern PLACE = Pattern.compile("\\]\\((#[^)]+)\\)");
  private static final Pattern FILE = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");

  @Test
  void everySnippetOfAFileIsThere() throws IOException {
    Matcher snippet = SNIPPET.matcher(readme());
    List<String> files = new ArrayList<>();
    while (snippet.find()) {
      files.add(snippet.group(1).replaceFirst(".*/", ""));
      assertThat(Files.readString(ROOT.resolve(snippet.group(1)))).contains(snippet.group(2));
    }
    assertThat(files)
        .containsExactly(
            "FirstCalls.java",
            "NightlySyncTest.java",
            "ConnectTest.java",
            "ConnectTest.java",
            "MockedClientTest.java",
            "StandInTests.java");
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> places = new ArrayList<>();
    for (String heading : all(HEADING)) {
      places.add(
          "#" + heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-'));
    }
    assertThat(places).containsAll(all(PLACE));
    assertThat(all(FILE)).isNotEmpty().allMatch(file -> Files.exists(ROOT.resolve(file)));
  }

  private static List<String> all(Pattern pattern) throws IOException {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(readme());
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }
}
