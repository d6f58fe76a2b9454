package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A native image knows what this library looks for by name. Without it Jackson 3 would write every
 * value as an empty object, no client would start, and none would end its connections.
 */
class NativeImageTest {
  private static final String METADATA =
      "/META-INF/native-image/uk.nhs.hee.tis/gmc-client/reachability-metadata.json";

  private JsonNode metadata;

  @BeforeEach
  void read() throws Exception {
    try (InputStream file = NativeImageTest.class.getResourceAsStream(METADATA)) {
      metadata = new ObjectMapper().readTree(Objects.requireNonNull(file, METADATA));
    }
  }

  @Test
  void everyTypeWithAnnotationsOfJacksonIsListedAndNoOther() {
    List<String> annotated =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("uk.nhs.hee.tis.gmc.client")
                .stream()
                .filter(NativeImageTest::isAnnotated)
                .map(JavaClass::getName)
                .collect(Collectors.toList());

    List<String> listed = new ArrayList<>();
    for (JsonNode type : metadata.path("reflection")) {
      if (type.path("allDeclaredMethods").asBoolean()) {
        listed.add(type.path("type").asText());
      }
    }

    assertThat(listed).hasSizeGreaterThan(15).doesNotHaveDuplicates();
    assertThat(listed).containsExactlyInAnyOrderElementsOf(annotated);
  }

  @Test
  void everyMethodThatIsCalledByNameIsListed() {
    List<String> named = new ArrayList<>();
    for (JsonNode type : metadata.path("reflection")) {
      for (JsonNode method : type.path("methods")) {
        named.add(type.path("type").asText() + '.' + method.path("name").asText());
        assertThat(method.path("parameterTypes")).isEmpty();
      }
    }

    assertThat(named).containsExactly("java.net.http.HttpClient.shutdown");
  }

  @Test
  void theMethodThatIsCalledByNameIsThere() {
    assumeTrue(Runtime.version().feature() >= 21, "the method came with Java 21");

    assertThat(HttpClient.class).hasPublicMethods("shutdown");
  }

  @Test
  void everyResourceThatIsReadIsListedAndThere() {
    List<String> listed = new ArrayList<>();
    for (JsonNode resource : metadata.path("resources")) {
      listed.add(resource.path("glob").asText());
    }

    assertThat(listed)
        .containsExactly("uk/nhs/hee/tis/gmc/client/version.txt")
        .allSatisfy(
            path -> assertThat(GmcClient.class.getClassLoader().getResource(path)).isNotNull());
  }

  private static boolean isAnnotated(JavaClass type) {
    return type.getMethods().stream()
        .flatMap(method -> method.getAnnotations().stream())
        .anyMatch(
            annotation ->
                annotation
                    .getRawType()
                    .getPackageName()
                    .equals("com.fasterxml.jackson.annotation"));
  }
}
