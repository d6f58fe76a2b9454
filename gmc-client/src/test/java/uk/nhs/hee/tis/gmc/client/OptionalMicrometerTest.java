package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/** What of Micrometer may be missing: all of it, and either half for who uses the other. */
class OptionalMicrometerTest {
  private static final String ROOT = "uk.nhs.hee.tis.gmc.client.";

  /** The library anew, over a class path on which packages are missing. */
  private static final class Without extends URLClassLoader {
    private final String missing;

    Without(String missing) {
      super(
          new URL[] {GmcClient.class.getProtectionDomain().getCodeSource().getLocation()},
          OptionalMicrometerTest.class.getClassLoader());
      this.missing = missing;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        if (name.startsWith(missing)) {
          throw new ClassNotFoundException(name);
        }
        Class<?> loaded = findLoadedClass(name);
        if (loaded == null) {
          loaded = name.startsWith(ROOT) ? findClass(name) : super.loadClass(name, resolve);
        }
        return loaded;
      }
    }
  }

  private static Object client(ClassLoader loader) throws Exception {
    Object builder = loader.loadClass(ROOT + "GmcClient").getMethod("builder").invoke(null);
    builder
        .getClass()
        .getMethod("endpoint", URI.class)
        .invoke(builder, URI.create("https://127.0.0.1:1/"));
    Class<?> credentials = loader.loadClass(ROOT + "GmcCredentials");
    builder
        .getClass()
        .getMethod("credentials", credentials)
        .invoke(
            builder,
            credentials
                .getMethod("of", String.class, String.class)
                .invoke(null, Clients.USERNAME, Clients.PASSWORD));
    return builder;
  }

  private static Object build(Object builder) throws Exception {
    Object client = builder.getClass().getMethod("build").invoke(builder);
    ((AutoCloseable) client).close();
    return client;
  }

  @Test
  void clientNeedsNoneOfIt() throws Exception {
    try (Without micrometer = new Without("io.micrometer.")) {
      assertThat(build(client(micrometer)).getClass().getClassLoader()).isSameAs(micrometer);
    }
  }

  @Test
  void metersNeedNoObservations() throws Exception {
    try (Without observations = new Without("io.micrometer.observation.")) {
      Class<?> registry =
          observations.loadClass("io.micrometer.core.instrument.simple.SimpleMeterRegistry");
      Class<?> identity = observations.loadClass(ROOT + "ClientIdentity");
      Object builder = identity.getMethod("builder").invoke(null);
      Object product =
          builder
              .getClass()
              .getMethod("product", String.class, String.class)
              .invoke(builder, "sync", "1");

      Object listener =
          observations
              .loadClass(ROOT + "metrics.GmcMetrics")
              .getMethod("listener", registry.getSuperclass(), identity, String[].class)
              .invoke(
                  null,
                  registry.getConstructor().newInstance(),
                  product.getClass().getMethod("build").invoke(product),
                  new String[0]);

      assertThat(listener.getClass().getClassLoader()).isSameAs(observations);
    }
  }

  @Test
  void observationsNeedNoMeters() throws Exception {
    try (Without meters = new Without("io.micrometer.core.")) {
      Class<?> registry = meters.loadClass("io.micrometer.observation.ObservationRegistry");
      Object builder = client(meters);

      Object observed =
          meters
              .loadClass(ROOT + "metrics.GmcObservations")
              .getMethod("observe", registry, builder.getClass())
              .invoke(null, registry.getMethod("create").invoke(null), builder);

      assertThat(build(observed)).isNotNull();
    }
  }

  @Test
  void observationsThatAreMissingAreMissedWhereTheyAreAskedFor() throws Exception {
    try (Without observations = new Without("io.micrometer.observation.")) {
      Class<?> metrics = observations.loadClass(ROOT + "metrics.GmcObservations");

      assertThatThrownBy(metrics::getMethods)
          .isInstanceOf(NoClassDefFoundError.class)
          .hasMessage("io/micrometer/observation/ObservationRegistry");
    }
  }
}
