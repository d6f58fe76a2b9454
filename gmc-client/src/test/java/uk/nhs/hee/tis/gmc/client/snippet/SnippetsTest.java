package uk.nhs.hee.tis.gmc.client.snippet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.CircuitBreakerPolicy;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcAsyncClient;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcClientBuilder;
import uk.nhs.hee.tis.gmc.client.GmcListener;
import uk.nhs.hee.tis.gmc.client.RetryPolicy;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.metrics.GmcMetrics;
import uk.nhs.hee.tis.gmc.client.metrics.GmcObservations;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;

/**
 * Examples that compile: those of the Javadoc, and the README's own as far as they need no testkit.
 */
class SnippetsTest {
  private static final List<Snippet> OF_SOURCES = Snippet.ofSources(Path.of("src/main/java"));

  @TempDir Path folder;

  @BeforeAll
  static void needACompiler() {
    assumeTrue(SnippetCompiler.isThere(), "this Java runtime has no compiler");
  }

  @Test
  void theJavadocsCompile() throws IOException {
    assertThat(SnippetCompiler.errors(OF_SOURCES, folder)).isEmpty();
  }

  /**
   * The others are shown from files that the build compiles: ReadmeTest of the testkit compares.
   */
  @Test
  void theReadmesOwnCompile() throws IOException {
    String readme =
        Snippet.read(Path.of("../README.md")).replaceAll("<!-- from \\S+ -->\\R```java", "```");
    String ofClient = readme.substring(0, readme.indexOf("\n## Tests\n"));

    List<Snippet> snippets = Snippet.ofMarkdown("README.md", ofClient);

    assertThat(snippets).isNotEmpty();
    assertThat(SnippetCompiler.errors(snippets, folder)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        CircuitBreakerPolicy.class,
        ClientIdentity.class,
        Evidence.class,
        GmcAsyncClient.class,
        GmcClient.class,
        GmcClientBuilder.class,
        GmcException.class,
        GmcListener.class,
        GmcMetrics.class,
        GmcObservations.class,
        Recommendation.class,
        RetryPolicy.class
      })
  void whatAUserStartsFromHasOne(Class<?> start) {
    assertThat(OF_SOURCES).extracting(snippet -> snippet.document).contains(start.getSimpleName());
  }

  @Test
  void anErrorIsToldWithItsPlaceAndItsSource() throws IOException {
    String text =
        "/**\n * Why.\n *\n * <pre>{@code\n * int n = 1;\n * String s = n;\n * }</pre>\n */";

    assertThat(SnippetCompiler.errors(Snippet.ofJavadoc("Why", text), folder))
        .startsWith("/snippet0/Why.java:6: ")
        .contains("String s = n;");
  }
}
