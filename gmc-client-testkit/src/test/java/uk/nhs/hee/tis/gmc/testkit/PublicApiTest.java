package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The public API of both published modules is a committed text, {@code public-api.txt} in each, so
 * that no change of it passes unseen. It is what JDK 17's {@code javap} shows of the public types
 * outside the internal packages, sorted; other JDKs word it otherwise.
 */
class PublicApiTest {
  private static final String UPDATE =
      "mvn test -pl gmc-client-testkit -am -Dtest=PublicApiTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dpublic-api.update=true";
  private static final Pattern TYPE =
      Pattern.compile("(public|protected) .*?(?:class|interface) ([\\w.$]+).* \\{");

  @ParameterizedTest
  @CsvSource({
    "../gmc-client/public-api.txt, uk.nhs.hee.tis.gmc.client.GmcClient",
    "public-api.txt, uk.nhs.hee.tis.gmc.testkit.GmcMockServer"
  })
  void isWhatTheCommittedTextSays(Path committed, Class<?> ofTheModule) throws Exception {
    assumeTrue(Runtime.version().feature() == 17, "only JDK 17's javap words it so");
    String api =
        api(Path.of(ofTheModule.getProtectionDomain().getCodeSource().getLocation().toURI()));
    if (Boolean.getBoolean("public-api.update")) {
      Files.writeString(committed, api);
    }

    assertThat(api)
        .as("the public API; if %s is to say so: %s", committed.getFileName(), UPDATE)
        .isEqualTo(Files.exists(committed) ? Files.readString(committed) : "");
  }

  private static String api(Path classes) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-protected", "-cp", classes.toString()));
    arguments.addAll(names(classes));
    StringWriter out = new StringWriter();
    ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
    int result =
        javap.run(new PrintWriter(out), new PrintWriter(out), arguments.toArray(new String[0]));
    assertThat(result).as(out.toString()).isZero();
    return publicTypes(out.toString());
  }

  private static List<String> names(Path classes) throws IOException {
    if (Files.isDirectory(classes)) {
      return namesBelow(classes);
    }
    try (FileSystem jar = FileSystems.newFileSystem(classes, (ClassLoader) null)) {
      return namesBelow(jar.getPath("/"));
    }
  }

  private static List<String> namesBelow(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".class") && !name.contains("/internal/"))
          .filter(name -> !name.endsWith("-info.class") && !name.matches(".*\\$\\d+\\.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  private static String publicTypes(String javap) {
    Map<String, String> types = new TreeMap<>();
    for (String block : javap.split("(?m)^}$", -1)) {
      List<String> lines =
          block
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("Compiled from"))
              .collect(Collectors.toList());
      Matcher type = TYPE.matcher(lines.isEmpty() ? "" : lines.get(0));
      if (type.matches()) {
        types.put(type.group(2), text(lines));
      }
    }
    types.keySet().removeIf(name -> isInside(name) && !types.containsKey(outer(name)));
    return String.join("\n", types.values());
  }

  private static String text(List<String> lines) {
    return lines.get(0)
        + lines.stream().skip(1).sorted().map(line -> "\n" + line).collect(Collectors.joining())
        + "\n}\n";
  }

  private static boolean isInside(String name) {
    return name.indexOf('$') >= 0;
  }

  private static String outer(String name) {
    return name.substring(0, name.lastIndexOf('$'));
  }
}
