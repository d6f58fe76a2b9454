package uk.nhs.hee.tis.gmc.example.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the library on the class path changes among the beans that Spring Boot makes: nothing, but
 * for the beans that Jackson 2 brings to Spring Boot 4, which has Jackson 3.
 */
class BeansTest {
  private static final Pattern LIBRARY =
      Pattern.compile(".*/(gmc-client(-\\d[^/]*\\.jar|/target/classes)|failsafe-[^/]*\\.jar)");
  private static final Pattern JACKSON_2 =
      Pattern.compile(".*/com/fasterxml/jackson/core/jackson-(core|databind)/.*");
  private static final List<String> CLASS_PATH =
      Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));

  @TempDir Path folder;

  @Test
  void libraryAddsNoBeanButThoseOfTheJackson2ThatItBrings() throws Exception {
    Set<String> with = beans(CLASS_PATH);
    List<String> withoutIt = without(CLASS_PATH, LIBRARY);

    assertThat(beans(withoutIt)).isEqualTo(with);
    if (CLASS_PATH.stream().anyMatch(entry -> entry.contains("/tools/jackson/"))) {
      Set<String> added = new TreeSet<>(with);
      added.removeAll(beans(without(withoutIt, JACKSON_2)));
      assertThat(added)
          .containsExactly(
              "endpointJackson2ObjectMapperWebMvcConfigurer",
              "jackson2EndpointJsonMapper",
              "org.springframework.boot.actuate.autoconfigure.endpoint.jackson"
                  + ".Jackson2EndpointAutoConfiguration");
    }
  }

  private static List<String> without(List<String> classPath, Pattern entries) {
    List<String> rest =
        classPath.stream()
            .filter(entry -> !entries.matcher(entry).matches())
            .collect(Collectors.toList());
    assertThat(rest).as("two are left out").hasSize(classPath.size() - 2);
    return rest;
  }

  /** Starts the application in a process of its own. */
  private Set<String> beans(List<String> classPath) throws Exception {
    Path names = Files.createTempFile(folder, "beans", ".txt");
    Path log = Files.createTempFile(folder, "beans", ".log");
    Process application =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                String.join(File.pathSeparator, classPath),
                Beans.class.getName(),
                names.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (application.waitFor() != 0) {
      throw new AssertionError(Files.readString(log));
    }
    return new TreeSet<>(Files.readAllLines(names));
  }
}
