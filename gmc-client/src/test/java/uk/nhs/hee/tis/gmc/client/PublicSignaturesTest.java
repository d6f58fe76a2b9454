package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a caller sees names types of Java, of JSpecify and the library's own public ones only. The
 * binding metrics is there to name Micrometer's, and nobody meets it who does not ask for it.
 */
class PublicSignaturesTest {
  private static final String ROOT = "uk.nhs.hee.tis.gmc.client";
  private static final Set<String> EXPORTED =
      Set.of(ROOT, ROOT + ".model", ROOT + ".error", ROOT + ".diagnose");

  @Test
  void noPublicSignatureNamesAnInternalOrThirdPartyType() {
    List<String> named = new ArrayList<>();
    new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT).stream()
            .filter(PublicSignaturesTest::isSeen)
            .forEach(type -> signatures(type, named));

    assertThat(named).hasSizeGreaterThan(500);
    assertThat(named).filteredOn(signature -> signature.contains(" names hidden ")).isEmpty();
  }

  private static boolean isSeen(JavaClass type) {
    return EXPORTED.contains(type.getPackageName()) && isSeen((HasModifiers) type);
  }

  private static boolean isSeen(HasModifiers part) {
    return part.getModifiers().contains(JavaModifier.PUBLIC)
        || part.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static void signatures(JavaClass type, List<String> named) {
    Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream())
        .forEach(above -> name(type.getName(), above, named));
    annotations(type.getName(), type.getAnnotations(), named);
    for (JavaMember member : type.getMembers()) {
      if (isSeen(member)) {
        annotations(member.getFullName(), member.getAnnotations(), named);
        types(member).forEach(used -> name(member.getFullName(), used, named));
      }
    }
  }

  private static Stream<JavaClass> types(JavaMember member) {
    List<JavaType> types = new ArrayList<>();
    if (member instanceof JavaCodeUnit) {
      JavaCodeUnit code = (JavaCodeUnit) member;
      types.add(code.getReturnType());
      types.addAll(code.getParameterTypes());
      types.addAll(code.getExceptionTypes());
    } else {
      types.add(((JavaField) member).getType());
    }
    return types.stream().flatMap(type -> type.getAllInvolvedRawTypes().stream());
  }

  private static void annotations(
      String where, Set<? extends JavaAnnotation<?>> annotations, List<String> named) {
    annotations.forEach(annotation -> name(where, annotation.getRawType(), named));
  }

  private static void name(String where, JavaClass type, List<String> named) {
    JavaClass base = type.getBaseComponentType();
    boolean ours = isSeen(base);
    boolean known =
        base.isPrimitive()
            || base.getPackageName().startsWith("java.")
            || base.getPackageName().equals("org.jspecify.annotations");
    named.add(where + (ours || known ? " names " : " names hidden ") + base.getName());
  }
}
