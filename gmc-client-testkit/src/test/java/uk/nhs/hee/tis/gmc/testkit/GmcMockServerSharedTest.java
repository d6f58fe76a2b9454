package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.testkit.DoctorRow.doctor;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.testkit.assertions.GmcAssertions;

/** A client that outlives a class of tests, as in Spring's cached context, finds the server. */
class GmcMockServerSharedTest {
  /** What Spring would keep from one class of tests to the next. */
  private static @Nullable GmcClient cached;

  private static void run(Class<?>... classes) {
    for (Class<?> each : classes) {
      EngineExecutionResults results = SampleTests.run(each);
      assertThat(results.allEvents().failed().list()).isEmpty();
      results.testEvents().assertStatistics(s -> s.succeeded(1));
    }
  }

  private static GmcClient cached() {
    return Objects.requireNonNull(cached);
  }

  @Test
  void aClientOfTheFirstClassServesTheSecond() {
    cached = null;

    run(First.class, Second.class);

    assertThat(Base.gmc.requests()).isEmpty();
    Base.gmc.close();
    assertThatThrownBy(Base.gmc::endpoint).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void propertiesStartTheServerEvenBeforeJUnitDoes() {
    cached = null;

    run(ByProperties.class, ByPropertiesAgain.class);

    ByPropertiesBase.gmc.close();
  }

  @Test
  void aServerThatNobodyOutsideKnowsStopsAndTakesItsPortAgain() {
    run(InsideOnly.class);
    assertThatThrownBy(InsideOnly.gmc::endpoint).isInstanceOf(IllegalStateException.class);
    URI first = InsideOnly.endpoint;

    run(InsideOnly.class);

    assertThat(InsideOnly.endpoint).isEqualTo(first);
  }

  @Test
  void propertiesGiveAllThatAModuleNeeds() {
    try (GmcMockServer gmc = GmcMockServer.create()) {
      Map<String, String> values = new LinkedHashMap<>();
      gmc.properties((name, value) -> values.put(name, value.get().toString()));

      String endpoint = gmc.endpoint().toString();
      String base = "https://webcache.gmc-uk.org/GMCWebServices/";
      assertThat(values)
          .containsExactly(
              Map.entry("GMC_CONNECT_URL", endpoint),
              Map.entry("app.gmc.url", endpoint),
              Map.entry("GMC_USER_NAME", "gmc-test-user"),
              Map.entry("app.gmc.userName", "gmc-test-user"),
              Map.entry("GMC_PASSWORD", "gmc-test-password"),
              Map.entry("app.gmc.password", "gmc-test-password"),
              Map.entry("GMC_SOAP_ACTION_BASE", base),
              Map.entry("app.gmc.soapActionBase", base),
              Map.entry("GMC_INTERNAL_USER", "gmc-test-internal-user"));
      gmc.register().addDesignatedBody(Requests.HERE);
      try (GmcClient client = GmcClient.builder().environmentVariables(values).build()) {
        client.tryAddDoctor(Requests.add("9000001"));
      }
    }
  }

  /** Builds the client once, as Spring does when it makes the first instance of a class. */
  static final class LikeSpring implements TestInstancePostProcessor {
    @Override
    public void postProcessTestInstance(Object test, ExtensionContext context) {
      if (cached == null) {
        cached = Clients.of(Base.gmc).build();
      }
    }
  }

  @ExtendWith(LikeSpring.class)
  abstract static class Base {
    @RegisterExtension static final GmcMockServer gmc = GmcMockServer.create();

    @Test
    void listsTheDoctorsOfTheStub() {
      gmc.whenGettingDoctors().answers(doctor("9000001"));
      assertThat(cached().getDoctorsForDb(Requests.HERE).doctors()).hasSize(1);
      GmcAssertions.assertThat(gmc).received(1).listRequestFor(Requests.HERE);
    }
  }

  static class First extends Base {}

  static class Second extends Base {}

  /** Makes the instance, and so Spring's context, before it calls the extensions of the class. */
  static final class EarlyProperties implements TestInstancePostProcessor {
    @Override
    public void postProcessTestInstance(Object test, ExtensionContext context) {
      if (cached == null) {
        Map<String, String> values = new LinkedHashMap<>();
        ByPropertiesBase.gmc.properties((name, value) -> values.put(name, value.get().toString()));
        cached = GmcClient.builder().environmentVariables(values).build();
      }
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  @ExtendWith(EarlyProperties.class)
  abstract static class ByPropertiesBase {
    @RegisterExtension static final GmcMockServer gmc = GmcMockServer.create();

    @Test
    void listsTheDoctorsOfTheStub() {
      gmc.whenGettingDoctors().answers(doctor("9000001"));
      assertThat(cached().getDoctorsForDb(Requests.HERE).doctors()).hasSize(1);
    }
  }

  static class ByProperties extends ByPropertiesBase {}

  static class ByPropertiesAgain extends ByPropertiesBase {}

  /** Asks for the endpoint in its test only. */
  static class InsideOnly {
    @RegisterExtension static final GmcMockServer gmc = GmcMockServer.create();
    private static URI endpoint = URI.create("none:x");

    @Test
    void asks() {
      endpoint = gmc.endpoint();
    }
  }
}
