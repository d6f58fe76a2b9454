package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README shows is what the build runs. */
class ReadmeTest {
  private static final Path FIRST_TEST =
      Path.of(
          "../examples/first-test/src/test/java/uk/nhs/hee/tis/gmc/example/first/NightlySyncTest.java");

  @Test
  void theFirstTestIsTheExample() throws IOException {
    String shown =
        Files.readString(Path.of("../README.md"))
            .split("<!-- first test -->\n```java\n", -1)[1]
            .split("```\n", -1)[0];

    assertThat(Files.readString(FIRST_TEST))
        .isEqualTo("package uk.nhs.hee.tis.gmc.example.first;\n\n" + shown);
  }
}
