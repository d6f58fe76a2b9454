package uk.nhs.hee.tis.gmc.testkit.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A class path with the wrong WireMock is found, and what to exclude is named. */
class WireMockGuardTest {
  private static final String SERVER = "com/github/tomakehurst/wiremock/WireMockServer";
  private static final String SINCE_3_5 = "com/github/tomakehurst/wiremock/jetty/JettyHttpUtils";
  private static final String STANDALONE = "wiremock/org/eclipse/jetty/server/HttpOutput";

  @TempDir Path directory;

  private URL jar(String name, String... classes) throws IOException {
    Path jar = directory.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String each : classes) {
        out.putNextEntry(new ZipEntry(each + ".class"));
        out.closeEntry();
      }
    }
    return jar.toUri().toURL();
  }

  private static void check(URL... jars) throws IOException {
    try (URLClassLoader loader = new URLClassLoader(jars, null)) {
      WireMockGuard.check(loader);
    }
  }

  @Test
  void theWireMockOfThisBuildIsRight() {
    assertThatCode(() -> WireMockGuard.check(getClass().getClassLoader()))
        .doesNotThrowAnyException();
  }

  @Test
  void theOldestThatFitsIsRight() throws IOException {
    URL oldest = jar("wiremock-standalone-3.5.1.jar", SERVER, SINCE_3_5, STANDALONE);

    assertThatCode(() -> check(oldest)).doesNotThrowAnyException();
  }

  @Test
  void severalAreNamedWithThoseToExclude() throws IOException {
    URL right = jar("wiremock-standalone-3.13.2.jar", SERVER, SINCE_3_5, STANDALONE);
    URL old = jar("wiremock-jre8-2.35.0.jar", SERVER);
    URL thin = jar("wiremock-3.9.1.jar", SERVER, SINCE_3_5);
    URL early = jar("wiremock-standalone-3.4.2.jar", SERVER, STANDALONE);

    assertThatThrownBy(() -> check(right, old, thin, early))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "there are 4 WireMocks on the class path: wiremock-3.9.1, wiremock-jre8-2.35.0,"
                + " wiremock-standalone-3.13.2, wiremock-standalone-3.4.2. Exclude the"
                + " following, so that only org.wiremock:wiremock-standalone 3.5 or a later 3.x is"
                + " left:\n"
                + "  <exclusion><groupId>org.wiremock</groupId><artifactId>wiremock</artifactId></exclusion>\n"
                + "  <exclusion><groupId>com.github.tomakehurst</groupId><artifactId>wiremock-jre8</artifactId></exclusion>\n"
                + "  <exclusion><groupId>org.wiremock</groupId><artifactId>wiremock-standalone</artifactId></exclusion>");
  }

  @ParameterizedTest
  @CsvSource({
    "wiremock-standalone-2.27.2, com.github.tomakehurst, wiremock-standalone",
    "wiremock-jre8-standalone-2.35.2, com.github.tomakehurst, wiremock-jre8-standalone",
    "wiremock-3.13.2, org.wiremock, wiremock",
    "wiremock-standalone-4.0.0, org.wiremock, wiremock-standalone",
  })
  void oneThatDoesNotFitIsNamedWithItsExclusion(String jar, String group, String artifact)
      throws IOException {
    URL wrong = jar(jar + ".jar", SERVER, SINCE_3_5);

    assertThatThrownBy(() -> check(wrong))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the testkit needs wiremock-standalone 3.5 or a later 3.x, but there is "
                + jar
                + ". Exclude the following, so that only"
                + " org.wiremock:wiremock-standalone 3.5 or a later 3.x is left:\n"
                + "  <exclusion><groupId>"
                + group
                + "</groupId><artifactId>"
                + artifact
                + "</artifactId></exclusion>");
  }

  @Test
  void anEarlyThreeIsAMatterOfItsVersion() throws IOException {
    URL early = jar("wiremock-standalone-3.4.2.jar", SERVER, STANDALONE);

    assertThatThrownBy(() -> check(early))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the testkit needs wiremock-standalone 3.5 or a later 3.x, but there is"
                + " wiremock-standalone-3.4.2. Set the version of"
                + " org.wiremock:wiremock-standalone where your build manages it");
  }

  @Test
  void noneAtAllIsTold() {
    assertThatThrownBy(WireMockGuardTest::check)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the testkit needs wiremock-standalone 3.5 or a later 3.x, but there is none");
  }
}
