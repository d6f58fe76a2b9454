package uk.nhs.hee.tis.gmc.example.boot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An application that has nothing of its own. */
public final class Beans {

  /** Whatever Spring Boot finds on the class path. */
  @EnableAutoConfiguration
  static class Application {}

  private Beans() {}

  /** Starts the application and writes the names of its beans to a file, one a line. */
  public static void main(String[] file) throws Exception {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Application.class).run("--server.port=0")) {
      Files.write(Path.of(file[0]), List.of(context.getBeanDefinitionNames()));
    }
  }
}
