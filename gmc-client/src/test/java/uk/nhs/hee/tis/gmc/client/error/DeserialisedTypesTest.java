package uk.nhs.hee.tis.gmc.client.error;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.hee.tis.gmc.client.model.Actor;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/** Every type of exception and every accessor of it, found by reflection, after Java's streams. */
class DeserialisedTypesTest {
  private static final String PACKAGE = GmcException.class.getPackageName();

  static List<Class<?>> types() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(PACKAGE).stream()
            .filter(type -> type.isAssignableTo(GmcException.class))
            .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
            .map(JavaClass::reflect)
            .collect(Collectors.toList());
  }

  static Stream<String> streamsWithoutEvidence() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            GmcException.class.getResourceAsStream("/exceptions-without-evidence.txt"))) {
      return new String(in.readAllBytes(), US_ASCII).lines().collect(Collectors.toList()).stream();
    }
  }

  @Test
  void allTypesAreLookedAt() {
    assertThat(types()).contains(GmcBlockedException.class, GmcNotSentException.class).hasSize(12);
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyAccessorTellsWhatItTold(Class<?> type) throws Exception {
    for (GmcException failure : samples(type)) {
      GmcException copy = read(written(failure));

      assertThat(copy).isExactlyInstanceOf(type).hasMessage(failure.getMessage());
      assertThat(told(copy)).isEqualTo(told(failure)).containsKey("evidence");
      assertThat(copy.evidence().toText()).isEqualTo(failure.evidence().toText());
    }
  }

  @ParameterizedTest
  @MethodSource("streamsWithoutEvidence")
  void streamOfAVersionThatLeftTheEvidenceBehindSaysSo(String stream) throws Exception {
    GmcException copy = read(Base64.getDecoder().decode(stream));

    saysThatItsEvidenceIsLost(copy);
  }

  @Test
  void whatTheOldStreamHoldsIsStillTold() throws Exception {
    List<GmcException> copies = new ArrayList<>();
    for (String stream : streamsWithoutEvidence().collect(Collectors.toList())) {
      copies.add(read(Base64.getDecoder().decode(stream)));
    }

    GmcBlockedException blocked = (GmcBlockedException) copies.get(0);
    assertThat(blocked).hasMessage("The edge refused this TryAddDoctor request.");
    assertThat(blocked.kind()).isEqualTo(GmcBlockedException.Kind.WAF);
    assertThat(blocked.operation()).isEqualTo(GmcOperation.TRY_ADD_DOCTOR);
    assertThat(copies.get(1)).isInstanceOf(GmcRejectedException.class);
    assertThat(copies.get(1).returnCode()).isEmpty();
    assertThat(copies.get(2)).isInstanceOf(GmcRateLimitedException.class);
    assertThat(copies.get(2).operation()).isEqualTo(GmcOperation.TRY_RECOMMENDATION_V2);
  }

  @ParameterizedTest
  @MethodSource("types")
  void evidenceThatThisVersionCannotReadIsSaidToBeLost(Class<?> type) throws Exception {
    for (GmcException failure : samples(type)) {
      String stream = new String(written(failure), ISO_8859_1);
      String altered = stream.replace("\"source\":\"INTERMEDIARY\"", "\"source\":\"MOONMOONMOON\"");
      assertThat(altered).isNotEqualTo(stream);

      saysThatItsEvidenceIsLost(read(altered.getBytes(ISO_8859_1)));
    }
  }

  private static void saysThatItsEvidenceIsLost(GmcException copy) throws Exception {
    assertThat(told(copy)).doesNotContainValue(null);
    assertThat(copy.effect()).isEqualTo(Effect.MAY_HAVE_RUN);
    assertThat(copy.retryable()).isFalse();
    assertThat(copy.evidence().finding())
        .isEqualTo("the evidence was lost when the exception was serialised");
    assertThat(copy.evidence().toText()).contains("the evidence was lost");
    assertThat(copy.evidence().toJson()).contains("the evidence was lost");
  }

  /** What each accessor returns, by its name. */
  private static Map<String, @Nullable Object> told(GmcException failure) throws Exception {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    for (Method method : failure.getClass().getMethods()) {
      boolean own = method.getDeclaringClass().getPackageName().equals(PACKAGE);
      if (own && method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers())) {
        told.put(method.getName(), method.invoke(failure));
      }
    }
    return told;
  }

  /** One exception for each kind, with and without a cause. */
  private static List<GmcException> samples(Class<?> type) throws Exception {
    List<GmcException> samples = new ArrayList<>();
    for (Constructor<?> constructor : type.getConstructors()) {
      List<List<@Nullable Object>> arguments = new ArrayList<>();
      arguments.add(List.of());
      for (Class<?> parameter : constructor.getParameterTypes()) {
        List<List<@Nullable Object>> longer = new ArrayList<>();
        for (List<@Nullable Object> before : arguments) {
          for (Object value : values(parameter)) {
            List<@Nullable Object> next = new ArrayList<>(before);
            next.add(value);
            longer.add(next);
          }
        }
        arguments = longer;
      }
      for (List<@Nullable Object> of : arguments) {
        samples.add((GmcException) constructor.newInstance(of.toArray()));
      }
    }
    return samples;
  }

  private static Object[] values(Class<?> parameter) {
    if (parameter == String.class) {
      return new Object[] {"TryAddDoctor failed: what a person reads."};
    }
    if (parameter == Evidence.class) {
      return IntStream.range(0, GmcBlockedException.Kind.values().length)
          .mapToObj(DeserialisedTypesTest::evidence)
          .toArray();
    }
    if (parameter == Throwable.class) {
      return new Object[] {new IOException("broken pipe"), null};
    }
    throw new AssertionError("this test knows no value of " + parameter);
  }

  /** Of the kinds that are at this place in their lists. */
  private static Evidence evidence(int i) {
    Instant time = Instant.parse("2026-11-21T00:05:11.482913001Z");
    return Evidence.builder()
        .operation(GmcOperation.TRY_ADD_DOCTOR)
        .clientRequestId("c-1 \u00eb \u2028")
        .gmcRequestId("g-1")
        .attempts(2)
        .environmentLabel("prod")
        .url(URI.create("https://gmc.example/WebService.asmx"))
        .startedAt(time)
        .endedAt(time.plusMillis(1))
        .proxy("proxy.example:3128")
        .resolvedAddresses(List.of("192.0.2.1", "2001:db8::1"))
        .httpStatus(403)
        .responseHeaders(Map.of("server", "cloudflare"))
        .rayId("8a1b2c3d4e5f6071")
        .edgeLocation("LHR")
        .egressAddress("203.0.113.9")
        .userAgent("sync/1.0 (team@example.nhs.uk)")
        .identityHeaders(Map.of("X-Client-Environment", "prod"))
        .cloudflareCode(1020)
        .recommendationId("10-ABC")
        .retryAfter(Duration.ofMillis(7001))
        .returnCode(ReturnCode.of("110"))
        .blockedKind(at(i, GmcBlockedException.Kind.values()))
        .intermediaryKind(at(i, GmcIntermediaryException.Kind.values()))
        .protocolKind(at(i, GmcProtocolException.Kind.values()))
        .finding("error 1020")
        .source(Source.INTERMEDIARY)
        .effect(Effect.NOT_PROCESSED)
        .retryable(true)
        .actors(Actor.GMC_FIREWALL)
        .confidence(Confidence.CERTAIN)
        .signals(List.of("one", "two"))
        .excerpt("error code: 1020")
        .incident(Incident.of("gmc-0badcafe", time, time, 13, 2, time))
        .fromOpenCircuit(true)
        .build();
  }

  private static byte[] written(GmcException failure) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(failure);
    }
    return bytes.toByteArray();
  }

  private static GmcException read(byte[] stream) throws Exception {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stream))) {
      return (GmcException) in.readObject();
    }
  }

  private static <T> T at(int i, T[] values) {
    return values[i % values.length];
  }
}
