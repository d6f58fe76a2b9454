package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import nl.jqno.equalsverifier.api.SingleTypeEqualsVerifierApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.json.JsonSamples;
import uk.nhs.hee.tis.gmc.client.model.ResponsibleOfficer;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/** The one contract of all value types. */
class ValueTypesTest {

  @ParameterizedTest
  @MethodSource("samples")
  void equalsAndHashCodeHoldTheirContract(ValueTypes.Sample<?> sample) {
    SingleTypeEqualsVerifierApi<?> verifier = verifier(sample.type);
    if (sample.type == ReturnCode.class) {
      verifier = verifier.withOnlyTheseFields("code");
    }
    verifier.verify();
    fields(sample.type)
        .map(Field::getType)
        .filter(ValueTypesTest::isPart)
        .forEach(part -> verifier(part).verify());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void noFieldOfTheSampleHasItsDefault(ValueTypes.Sample<?> sample) throws IllegalAccessException {
    assertThatNoFieldHasItsDefault(sample.value);
  }

  private static SingleTypeEqualsVerifierApi<?> verifier(Class<?> type) {
    return EqualsVerifier.forClass(type)
        .suppress(Warning.NULL_FIELDS)
        .withPrefabValues(GmcException.class, ValueTypes.failure(), ValueTypes.failure());
  }

  private static void assertThatNoFieldHasItsDefault(Object value) throws IllegalAccessException {
    for (Field field : fields(value.getClass()).collect(Collectors.toList())) {
      assertThat(Modifier.isFinal(field.getModifiers())).as("%s is final", field).isTrue();
      field.setAccessible(true);
      Object component = field.get(value);
      assertThat(isDefault(component)).as("%s has its default", field).isFalse();
      if (isPart(field.getType())) {
        assertThatNoFieldHasItsDefault(component);
      }
    }
  }

  private static Stream<Field> fields(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()));
  }

  /** A type of this library that only the value type knows, such as those of the evidence. */
  private static boolean isPart(Class<?> type) {
    return type.getName().startsWith(GmcClient.class.getPackageName())
        && !Modifier.isPublic(type.getModifiers());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void rebuildingChangesNothing(ValueTypes.Sample<?> sample) {
    assertThat(sample.sameAfterRebuilding()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theTextShowsEveryHarmlessComponentAndNoOther(ValueTypes.Sample<?> sample) {
    assertThat(sample.value).hasToString(sample.text);
    assertThat(sample.text).doesNotContain("s3cret", "7391846");
  }

  @Test
  void noValueTypeOfTheModelIsMissingHere() {
    List<String> here =
        ValueTypes.all().stream().map(sample -> sample.type.getName()).collect(Collectors.toList());

    assertThat(
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("uk.nhs.hee.tis.gmc.client.model")
                    .stream()
                    .filter(ValueTypesTest::isValueType)
                    .map(JavaClass::getName))
        .isNotEmpty()
        .isSubsetOf(here);
  }

  @Test
  void everyValueTypeHasAJsonFormUnlessItIsASettingOrTheCallUnderWay() {
    assertThat(JsonSamples.all())
        .extracting(sample -> (Object) sample.value().getClass())
        .contains(
            ValueTypes.all().stream()
                .map(sample -> sample.type)
                .filter(
                    type ->
                        !Set.of(
                                CallOptions.class,
                                CircuitBreakerPolicy.class,
                                ClientIdentity.class,
                                GmcAttempt.class,
                                GmcCall.class,
                                GmcCredentials.class,
                                RetryPolicy.class)
                            .contains(type))
                .toArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "123456", "12345678", "123456x", "١٢٣٤٥٦٧", " 7391846"})
  void aGmcNumberIsSevenDigitsAndNeverShown(String number) {
    String expected =
        number.isBlank()
            ? "gmcNumber is blank"
            : "gmcNumber must be seven digits, but is "
                + number.length()
                + " characters"
                + (number.length() == 7 ? " and not all are digits" : "");

    assertRefused(expected, () -> Call.add().toBuilder().gmcNumber(number).build());
    assertRefused(expected, () -> Call.remove().toBuilder().gmcNumber(number).build());
    assertRefused(expected, () -> Call.statusQuery().toBuilder().gmcNumber(number).build());
    assertRefused(expected, () -> Call.revalidation().toBuilder().gmcNumber(number).build());
    assertRefused(
        "responsibleOfficer." + expected,
        () -> ResponsibleOfficer.builder().gmcNumber(number).surname("surname").build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \t"})
  void aBlankInternalUserIsNeverSent(String blank) {
    String expected = "internalUser is blank";

    assertRefused(expected, () -> Call.add().toBuilder().internalUser(blank).build());
    assertRefused(expected, () -> Call.remove().toBuilder().internalUser(blank).build());
    assertRefused(expected, () -> Call.statusQuery().toBuilder().internalUser(blank).build());
    assertRefused(expected, () -> Call.revalidation().toBuilder().internalUser(blank).build());
  }

  static List<ValueTypes.Sample<?>> samples() {
    return ValueTypes.all();
  }

  private static boolean isValueType(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getModifiers().contains(JavaModifier.FINAL)
        && !type.isEnum()
        && !type.isAssignableTo(Throwable.class)
        && !type.getSimpleName().equals("Builder");
  }

  private static boolean isDefault(Object value) {
    return value == null
        || value.equals(0)
        || value.equals(0L)
        || value.equals(false)
        || (value instanceof Collection && ((Collection<?>) value).isEmpty())
        || (value instanceof Map && ((Map<?, ?>) value).isEmpty());
  }

  private static void assertRefused(
      String message, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
