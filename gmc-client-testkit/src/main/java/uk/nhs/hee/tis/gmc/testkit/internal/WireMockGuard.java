package uk.nhs.hee.tis.gmc.testkit.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds two WireMocks on a class path, or one that is too old: their order decides silently which
 * classes win, and what follows are errors about missing methods that name nobody.
 */
public final class WireMockGuard {
  private static final String SERVER = "com/github/tomakehurst/wiremock/WireMockServer.class";

  /** A type that came with WireMock 3. */
  private static final String NEW_ENOUGH =
      "com/github/tomakehurst/wiremock/extension/ResponseTransformerV2.class";

  private static final Pattern JAR =
      Pattern.compile("([^/!]+?)(?:-(\\d[^/!]*?))?(?:\\.jar)?!?/" + Pattern.quote(SERVER));

  private WireMockGuard() {}

  /**
   * Looks for WireMock as this class loader finds it.
   *
   * @throws IllegalStateException if there are two, or an old one; the message names the exclusion
   */
  public static void check(ClassLoader loader) {
    Collection<String> jars = new TreeSet<>();
    try {
      for (URL url : Collections.list(loader.getResources(SERVER))) {
        jars.add(url.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> found = jars.stream().map(WireMockGuard::jarName).collect(Collectors.toList());
    if (found.size() > 1) {
      throw new IllegalStateException(
          "there are "
              + found.size()
              + " WireMocks on the class path: "
              + String.join(", ", found)
              + exclusions(found));
    }
    if (loader.getResource(NEW_ENOUGH) == null) {
      throw new IllegalStateException(
          "the testkit needs wiremock-standalone 3.13 or later, but there is "
              + String.join(", ", found)
              + exclusions(found));
    }
  }

  private static String exclusions(List<String> found) {
    return found.stream()
        .filter(jar -> !jar.startsWith("wiremock-standalone-3"))
        .map(WireMockGuard::exclusion)
        .collect(
            Collectors.joining(
                "\n  ",
                ". Exclude from whatever brings it, so that only"
                    + " org.wiremock:wiremock-standalone 3 is left:\n  ",
                ""));
  }

  private static String exclusion(String jar) {
    String artifact = jar.replaceFirst("-\\d.*$", "");
    boolean renamed = jar.matches(".*-[3-9].*") && !artifact.contains("jre8");
    return "<exclusion><groupId>"
        + (renamed ? "org.wiremock" : "com.github.tomakehurst")
        + "</groupId><artifactId>"
        + artifact
        + "</artifactId></exclusion>";
  }

  /** The file name alone: where a machine keeps its jars is nobody's business. */
  private static String jarName(String url) {
    Matcher matcher = JAR.matcher(url);
    if (!matcher.find()) {
      return "classes in a directory";
    }
    return matcher.group(2) == null ? matcher.group(1) : matcher.group(1) + "-" + matcher.group(2);
  }
}
