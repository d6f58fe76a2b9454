package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How many files a new operation touches, counted with the one that is called, faked and served
 * like most: it has a request type of its own and no bulk calls.
 */
class NewOperationTest {
  private static final Path PROJECT = Path.of("..");
  private static final String CLIENT = "gmc-client/src/main/java/uk/nhs/hee/tis/gmc/client/";
  private static final String TESTKIT =
      "gmc-client-testkit/src/main/java/uk/nhs/hee/tis/gmc/testkit/";

  private static final Pattern CHECK_RECOMMENDATION_STATUS =
      Pattern.compile("CHECK_RECOMMENDATION_STATUS|[cC]heckRecommendationStatus|StatusQuery\\b");
  private static final Pattern JAVA_COMMENT =
      Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

  /** Without these it could not be called, faked or served. */
  private static final List<String> NEEDED =
      List.of(
          CLIENT + "ForwardingGmcClient.java",
          CLIENT + "GmcAsyncClient.java",
          CLIENT + "GmcClient.java",
          CLIENT + "internal/call/OperationsClient.java",
          CLIENT + "internal/soap/SoapOperations.java",
          CLIENT + "model/GmcOperation.java",
          CLIENT + "model/StatusQuery.java",
          "gmc-client/src/main/resources/META-INF/native-image/uk.nhs.hee.tis/gmc-client"
              + "/reachability-metadata.json",
          "gmc-client/public-api.txt",
          TESTKIT + "FakeGmcClient.java",
          TESTKIT + "RequestKind.java",
          "gmc-client-testkit/src/main/resources/uk/nhs/hee/tis/gmc/testkit/internal"
              + "/gmc-connect.wsdl",
          "gmc-client-testkit/public-api.txt",
          "README.md");

  /** A test can do without these: {@code received().calls(…)}, {@code callsOf(…)}. */
  private static final List<String> WORDS_OF_ITS_OWN =
      List.of(
          TESTKIT + "ReceivedCalls.java",
          TESTKIT + "assertions/ReceivedCount.java",
          TESTKIT + "assertions/StatusQueriesAssert.java");

  @Test
  void anOperationNeedsFourteenFilesAndWhatElseNamesItIsWordsForTests() throws IOException {
    List<String> expected = new ArrayList<>(NEEDED);
    expected.addAll(WORDS_OF_ITS_OWN);

    assertThat(NEEDED).hasSizeLessThanOrEqualTo(14);
    assertThat(naming(CHECK_RECOMMENDATION_STATUS)).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** The change log is left out: it tells what is new, and does not describe what there is. */
  private static List<String> naming(Pattern operation) throws IOException {
    List<String> naming = new ArrayList<>();
    for (String root :
        List.of(
            "gmc-client/src/main",
            "gmc-client/public-api.txt",
            "gmc-client-testkit/src/main",
            "gmc-client-testkit/public-api.txt",
            "README.md")) {
      for (Path file : files(PROJECT.resolve(root))) {
        if (operation.matcher(text(file)).find()) {
          naming.add(PROJECT.relativize(file).toString().replace('\\', '/'));
        }
      }
    }
    return naming;
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).collect(Collectors.toList());
    }
  }

  private static String text(Path file) throws IOException {
    String text = Files.readString(file);
    return file.toString().endsWith(".java") ? JAVA_COMMENT.matcher(text).replaceAll("") : text;
  }
}
