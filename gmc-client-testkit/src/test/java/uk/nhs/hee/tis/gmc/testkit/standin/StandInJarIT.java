package uk.nhs.hee.tis.gmc.testkit.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.GmcClient;

/** The runnable jar, as it was packaged. */
class StandInJarIT {
  private static final Path JAR = Path.of(System.getProperty("standin.jar"));

  @Test
  void itRunsByItselfAndSaysNothingButItsJournal() throws Exception {
    try (Program program =
            Program.fromJar(JAR, "--register=invented:7", "--bind=0.0.0.0", "--bodies=A-1");
        GmcClient client = program.client("module")) {
      assertThat(client.getDoctorsForDb("A-1").doctors()).hasSize(7);
      assertThat(program.admin("POST", "/scenarios/maintenance").statusCode()).isEqualTo(200);

      assertThat(program.end()).endsWith("  200  GetDoctorsForDB  return code 0");
      assertThat(program.exitStatus()).isEqualTo(143);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/__admin/mappings",
        "/__admin/requests",
        "/__admin/swagger-ui/swagger-ui-dist/swagger-ui.js",
        "/__admin/recorder/lib/jquery-3.6.0.min.js",
      })
  void theAdminInterfaceOfWireMockIsShut(String path) throws IOException {
    try (Program program = Program.fromJar(JAR, "--register=invented:0", "--bind=0.0.0.0")) {
      assertThat(Caller.send("GET", program.at(program.endpoint(), path)).statusCode())
          .isIn(401, 404);
    }
  }

  @Test
  void itHoldsLicencesButNoSignaturesAndNoTestFramework() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      List<String> names = jar.stream().map(entry -> entry.getName()).collect(Collectors.toList());

      assertThat(names)
          .contains("META-INF/LICENSE", "META-INF/LICENSE-gmc-client", "META-INF/THIRD-PARTY")
          .noneMatch(name -> name.matches("META-INF/.*\\.(SF|DSA|RSA|EC)"))
          .noneMatch(name -> name.endsWith("module-info.class"))
          .noneMatch(name -> name.startsWith("org/junit"));
      assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
          .isEqualTo(StandInGmc.class.getName());
    }
  }
}
