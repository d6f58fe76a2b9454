package uk.nhs.hee.tis.gmc.example.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide's code is that of the examples. */
class GuideTest {
  private static final Path EXAMPLES = Path.of("..");
  private static final Pattern SNIPPET =
      Pattern.compile(
          "(?:<!-- (before|yours|from (\\S+)) -->\\n)?```(?:java|xml|yaml)\\n(.*?)```",
          Pattern.DOTALL);

  @Test
  void everySnippetOfTheGuideSaysWhereItIsFromAndIsThere() throws IOException {
    String guide = Files.readString(EXAMPLES.resolve("moving-from-webservicetemplate.md"));
    Matcher snippet = SNIPPET.matcher(guide);
    int found = 0;
    while (snippet.find()) {
      assertThat(snippet.group(1)).as("the source of %s", snippet.group(3)).isNotNull();
      if (snippet.group(2) != null) {
        found++;
        assertThat(Files.readString(EXAMPLES.resolve(snippet.group(2)))).contains(snippet.group(3));
      }
    }
    assertThat(found).isGreaterThan(10);
  }
}
