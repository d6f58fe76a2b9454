package uk.nhs.hee.tis.gmc.client.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A native image knows the methods that Jackson looks for. Without them Jackson 3 would write every
 * value as an empty object.
 */
class NativeImageTest {
  private static final String CONFIGURATION =
      "/META-INF/native-image/uk.nhs.hee.tis/gmc-client/reflect-config.json";

  @Test
  void everyTypeWithAnnotationsOfJacksonIsListedAndNoOther() throws Exception {
    List<String> annotated =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("uk.nhs.hee.tis.gmc.client")
                .stream()
                .filter(NativeImageTest::isAnnotated)
                .map(JavaClass::getName)
                .collect(Collectors.toList());

    List<String> listed = new ArrayList<>();
    for (JsonNode type :
        new ObjectMapper().readTree(NativeImageTest.class.getResourceAsStream(CONFIGURATION))) {
      assertThat(type.path("allDeclaredMethods").asBoolean()).isTrue();
      listed.add(type.path("name").asText());
    }

    assertThat(listed).hasSizeGreaterThan(15).doesNotHaveDuplicates();
    assertThat(listed).containsExactlyInAnyOrderElementsOf(annotated);
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
