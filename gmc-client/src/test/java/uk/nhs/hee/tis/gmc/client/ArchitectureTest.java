package uk.nhs.hee.tis.gmc.client;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packages of the client, and which of them may use which. */
class ArchitectureTest {
  private static final String ROOT = "uk.nhs.hee.tis.gmc.client";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @ParameterizedTest
  @CsvSource({
    "model, internal.json",
    "error, 'model, internal.json'",
    "internal.json, ''",
    "metrics, 'root, model, error'",
    "internal.http, ''",
    "internal.soap, 'root, model, error'",
    "internal.verdict, 'model, error, internal.soap'",
    "internal.call, 'root, model, error, internal.http, internal.soap, internal.verdict'",
    "diagnose, 'root, model, error, internal.json, internal.http, internal.verdict'"
  })
  void aPackageUsesOnlyTheseOthers(String subject, String others) {
    Set<String> allowed =
        Arrays.stream((subject + ", " + others).split(", "))
            .map(ArchitectureTest::name)
            .collect(Collectors.toSet());

    noClasses()
        .that(resideInAPackage(name(subject)))
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "..")
                .and(not(resideInAnyPackage(allowed.toArray(new String[0])))))
        .check(CLASSES);
  }

  @Test
  void theseAreAllThePackages() {
    assertThat(packages())
        .containsExactlyInAnyOrder(
            ROOT,
            name("model"),
            name("error"),
            name("diagnose"),
            name("metrics"),
            name("internal.call"),
            name("internal.http"),
            name("internal.json"),
            name("internal.soap"),
            name("internal.verdict"));
  }

  @Test
  void onlyTheRootPackageUsesThePipeline() {
    noClasses()
        .that(
            resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(ROOT, name("internal.call")))))
        .should()
        .dependOnClassesThat(resideInAPackage(name("internal.call")))
        .check(CLASSES);
  }

  @Test
  void nothingUsesTheDiagnosisButItself() {
    noClasses()
        .that(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(name("diagnose")))))
        .should()
        .dependOnClassesThat(resideInAPackage(name("diagnose")))
        .check(CLASSES);
  }

  @Test
  void theDiagnosisHasFivePublicTypesAndTheRestIsHidden() {
    assertThat(publicTypes(name("diagnose")))
        .containsExactlyInAnyOrder(
            "DiagnosisReport", "GmcDiagnosis", "Layer", "LayerResult", "Main");
  }

  @Test
  void theRootPackageHasThesePublicTypesAndTheRestIsHidden() {
    assertThat(publicTypes(ROOT))
        .containsExactlyInAnyOrder(
            "BulkResult",
            "CallOptions",
            "CircuitBreakerPolicy",
            "ClientIdentity",
            "DoctorSink",
            "ForwardingGmcClient",
            "GmcAsyncClient",
            "GmcAttempt",
            "GmcAvailability",
            "GmcBulk",
            "GmcCall",
            "GmcClient",
            "GmcClientBuilder",
            "GmcCredentials",
            "GmcListener",
            "RetryPolicy",
            "SoapVersion");
  }

  @Test
  void nothingBindsXmlOrUsesSpring() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "javax.xml.bind..", "jakarta..", "org.springframework..", "javax.xml.soap.."))
        .check(CLASSES);
  }

  @Test
  void nothingButTheCommandPrintsOrLogsPastSlf4j() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(
        CLASSES.that(not(simpleName("Main").and(resideInAPackage(name("diagnose"))))));
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
  }

  @Test
  void jacksonServesJsonFormsEvidenceReportAndVerdictOnly() {
    noClasses()
        .that(
            not(
                resideInAnyPackage(name("error"), name("internal.json"), name("internal.verdict"))
                    .or(simpleName("ReportJson"))))
        .should()
        .dependOnClassesThat(resideInAPackage("com.fasterxml..").and(not(annotationsOfJackson())))
        .check(CLASSES);
  }

  /** What Jackson 2 and 3 share, and the one exception that Jackson 2 lets through unchanged. */
  private static DescribedPredicate<JavaClass> annotationsOfJackson() {
    return resideInAPackage("com.fasterxml.jackson.annotation")
        .or(simpleName("JsonMappingException"));
  }

  @Test
  void micrometerServesTheMetricsOnlyAndNobodyNeedsThem() {
    noClasses()
        .that(not(resideInAPackage(name("metrics"))))
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.micrometer..", name("metrics")))
        .check(CLASSES);
  }

  @Test
  void everyPackageIsDescribedAndNullMarked() throws ClassNotFoundException {
    for (String name : packages()) {
      assertThat(Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class))
          .as(name)
          .isTrue();
    }
  }

  @Test
  void theModuleExportsThePublicPackages() throws Exception {
    Path classes =
        Path.of(GmcClient.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    ModuleDescriptor module = ModuleFinder.of(classes).find(ROOT).orElseThrow().descriptor();

    assertThat(module.exports())
        .filteredOn(export -> !export.isQualified())
        .extracting(ModuleDescriptor.Exports::source)
        .containsExactlyInAnyOrder(
            ROOT, name("model"), name("error"), name("diagnose"), name("metrics"));
    // The testkit's exceptions and its fake's refusals are the client's own.
    assertThat(module.exports())
        .filteredOn(ModuleDescriptor.Exports::isQualified)
        .extracting(export -> export.source() + " to " + export.targets())
        .containsExactlyInAnyOrder(
            name("internal.call") + " to [uk.nhs.hee.tis.gmc.testkit]",
            name("internal.soap") + " to [uk.nhs.hee.tis.gmc.testkit]");
    assertThat(module.opens())
        .allMatch(
            open ->
                open.targets()
                    .equals(Set.of("com.fasterxml.jackson.databind", "tools.jackson.databind")))
        .extracting(ModuleDescriptor.Opens::source)
        .containsExactlyInAnyOrder(
            ROOT, name("diagnose"), name("model"), name("error"), name("internal.json"));
    assertThat(module.requires())
        .extracting(ModuleDescriptor.Requires::name)
        .containsExactlyInAnyOrder(
            "java.base",
            "java.net.http",
            "java.xml",
            "com.fasterxml.jackson.annotation",
            "com.fasterxml.jackson.databind",
            "dev.failsafe.core",
            "micrometer.core",
            "micrometer.observation",
            "org.slf4j",
            "org.jspecify");
  }

  private static Set<String> publicTypes(String packageName) {
    return CLASSES.stream()
        .filter(type -> type.getPackageName().equals(packageName))
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(type -> !type.getName().contains("$"))
        .map(JavaClass::getSimpleName)
        .collect(Collectors.toSet());
  }

  private static Set<String> packages() {
    return CLASSES.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }

  private static String name(String subject) {
    return subject.equals("root") ? ROOT : ROOT + '.' + subject;
  }
}
