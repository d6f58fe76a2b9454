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
 * Finds two WireMocks on a class path, or an unsuitable one: their order silently decides which
 * classes win, and leads to errors about missing methods that do not name the cause.
 */
public final class WireMockGuard {
  private static final String SERVER = "com/github/tomakehurst/wiremock/WireMockServer.class";

  private static final String NEEDED = "wiremock-standalone 3.5 or a later 3.x";
  private static final int OLDEST_MINOR = 5;

  /**
   * The first came with 3.5.1; only a standalone jar has the other, and only with WireMock 3's
   * Jetty.
   */
  private static final List<String> FITTING =
      List.of(
          "com/github/tomakehurst/wiremock/jetty/JettyHttpUtils.class",
          "wiremock/org/eclipse/jetty/server/HttpOutput.class");

  private static final Pattern STANDALONE_3 =
      Pattern.compile("wiremock-standalone-3\\.(\\d{1,4})\\..*");

  private static final Pattern JAR =
      Pattern.compile("([^/!]+?)(?:-(\\d[^/!]*?))?(?:\\.jar)?!?/" + Pattern.quote(SERVER));

  private WireMockGuard() {}

  /**
   * Looks for WireMock as this class loader finds it.
   *
   * @throws IllegalStateException if there are two, or one that is older than 3.5, is 4 or later,
   *     or is not standalone; the message says what to exclude or which version to set
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
    if (FITTING.stream().anyMatch(type -> loader.getResource(type) == null)) {
      throw new IllegalStateException(
          "the testkit needs "
              + NEEDED
              + ", but there is "
              + (found.isEmpty() ? "none" : found.get(0) + remedy(found.get(0))));
    }
  }

  private static String remedy(String jar) {
    return STANDALONE_3.matcher(jar).matches()
        ? ". Set the version of org.wiremock:wiremock-standalone where your build manages it"
        : exclusions(List.of(jar));
  }

  private static String exclusions(List<String> found) {
    return found.stream()
        .filter(jar -> !fits(jar))
        .map(WireMockGuard::exclusion)
        .collect(
            Collectors.joining(
                "\n  ",
                ". Exclude the following, so that only org.wiremock:" + NEEDED + " is left:\n  ",
                ""));
  }

  private static boolean fits(String jar) {
    Matcher version = STANDALONE_3.matcher(jar);
    return version.matches() && Integer.parseInt(version.group(1)) >= OLDEST_MINOR;
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

  /** Only the file name: where a machine keeps its jars is nobody's business. */
  private static String jarName(String url) {
    Matcher matcher = JAR.matcher(url);
    if (!matcher.find()) {
      return "classes in a directory";
    }
    return matcher.group(2) == null ? matcher.group(1) : matcher.group(1) + "-" + matcher.group(2);
  }
}
