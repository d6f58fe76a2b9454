package uk.nhs.hee.tis.gmc.example.syncservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.util.Collections;
import javax.xml.stream.XMLInputFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootVersion;

/** What gmc-client must not change: the versions that Spring Boot manages, and the XML parser. */
class ClassPathTest {

  @ParameterizedTest
  @CsvSource({
    "com.fasterxml.jackson.databind.ObjectMapper, jackson-databind",
    "org.slf4j.Logger, slf4j-api",
    "ch.qos.logback.classic.Logger, logback-classic",
    "io.micrometer.core.instrument.MeterRegistry, micrometer-core",
    "org.junit.jupiter.api.Test, junit-jupiter-api",
    "org.springframework.web.client.RestClient, spring-web"
  })
  void versionsAreThoseOfThisSpringBoot(String type, String artifact) throws Exception {
    assertThat(SpringBootVersion.getVersion()).isEqualTo(System.getProperty("managed.spring-boot"));
    assertThat(Class.forName(type).getProtectionDomain().getCodeSource().getLocation().getPath())
        .endsWith("/" + artifact + "-" + System.getProperty("managed." + artifact) + ".jar");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.ctc.wstx.stax.WstxInputFactory",
        "com.fasterxml.jackson.dataformat.xml.XmlMapper",
        "tools.jackson.dataformat.xml.XmlMapper",
        "org.glassfish.jaxb.runtime.v2.ContextFactory",
        "org.springframework.oxm.Marshaller",
        "org.springframework.ws.client.core.WebServiceTemplate"
      })
  void noSecondXmlLibraryIsThere(String type) {
    assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void theXmlParserIsStillTheJdks() throws Exception {
    assertThat(XMLInputFactory.newFactory().getClass().getName())
        .startsWith("com.sun.xml.internal");
    assertThat(
            Collections.list(
                    getClass()
                        .getClassLoader()
                        .getResources("META-INF/services/javax.xml.stream.XMLInputFactory"))
                .stream()
                .map(URL::toString)
                .toList())
        .isEmpty();
  }
}
