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

/** A class path with the wrong WireMock is found, and what to exclude is named. */
class WireMockGuardTest {
  private static final String WIREMOCK = "com/github/tomakehurst/wiremock/";

  @TempDir Path directory;

  private URL jar(String name, String... classes) throws IOException {
    Path jar = directory.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String each : classes) {
        out.putNextEntry(new ZipEntry(WIREMOCK + each + ".class"));
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
  void twoAreNamedWithTheOneToExclude() throws IOException {
    URL right =
        jar("wiremock-standalone-3.13.2.jar", "WireMockServer", "extension/ResponseTransformerV2");
    URL old = jar("wiremock-jre8-2.35.0.jar", "WireMockServer");
    URL thin = jar("wiremock-3.9.1.jar", "WireMockServer");

    assertThatThrownBy(() -> check(right, old, thin))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "there are 3 WireMocks on the class path: wiremock-3.9.1, wiremock-jre8-2.35.0,"
                + " wiremock-standalone-3.13.2. Exclude from whatever brings it, so that only"
                + " org.wiremock:wiremock-standalone 3 is left:\n"
                + "  <exclusion><groupId>org.wiremock</groupId><artifactId>wiremock</artifactId></exclusion>\n"
                + "  <exclusion><groupId>com.github.tomakehurst</groupId><artifactId>wiremock-jre8</artifactId></exclusion>");
  }

  @Test
  void anOldOneIsNamedWithItsExclusion() throws IOException {
    URL old = jar("wiremock-standalone-2.27.2.jar", "WireMockServer");

    assertThatThrownBy(() -> check(old))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the testkit needs wiremock-standalone 3.13 or later, but there is"
                + " wiremock-standalone-2.27.2. Exclude from whatever brings it, so that only"
                + " org.wiremock:wiremock-standalone 3 is left:\n"
                + "  <exclusion><groupId>com.github.tomakehurst</groupId><artifactId>wiremock-standalone</artifactId></exclusion>");
  }
}
