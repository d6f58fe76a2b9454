package uk.nhs.hee.tis.gmc.example.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.util.Collections;
import java.util.stream.Collectors;
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
    "com.fasterxml.jackson.databind.ObjectMapper, jackson-databind-2.11.4.jar",
    "org.slf4j.Logger, slf4j-api-1.7.30.jar",
    "ch.qos.logback.classic.Logger, logback-classic-1.2.3.jar",
    "org.junit.jupiter.api.Test, junit-jupiter-api-5.7.1.jar",
    "org.assertj.core.api.Assertions, assertj-core-3.18.1.jar",
    "org.springframework.web.client.RestTemplate, spring-web-5.3.6.jar"
  })
  void versionsAreThoseOfSpringBoot245(String type, String jar) throws Exception {
    assertThat(SpringBootVersion.getVersion()).isEqualTo("2.4.5");
    assertThat(Class.forName(type).getProtectionDomain().getCodeSource().getLocation().getPath())
        .endsWith("/" + jar);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.ctc.wstx.stax.WstxInputFactory",
        "com.fasterxml.jackson.dataformat.xml.XmlMapper",
        "com.sun.xml.bind.v2.ContextFactory",
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
                .collect(Collectors.toList()))
        .isEmpty();
  }
}
