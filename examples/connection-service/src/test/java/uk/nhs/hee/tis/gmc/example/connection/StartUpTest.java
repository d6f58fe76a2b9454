package uk.nhs.hee.tis.gmc.example.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import uk.nhs.hee.tis.gmc.client.GmcClient;

@ExtendWith(OutputCaptureExtension.class)
class StartUpTest {

  @Test
  void theLogShowsWhomTheServiceCallsAndAsWhom(CapturedOutput output) {
    try (ConfigurableApplicationContext context =
        start("--GMC_CONNECT_URL=https://gmc.example/service", "--GMC_PASSWORD=s3cret-pass")) {
      assertThat(context.getBean(GmcClient.class).identity().userAgent())
          .matches("connection-service/[0-9]\\S* \\(tis.support@example.nhs.uk\\)");
    }

    assertThat(output.getOut().lines().filter(line -> line.contains("gmc-client")))
        .singleElement()
        .asString()
        .contains("INFO", "uk.nhs.hee.tis.gmc.client.GmcClient")
        .contains("calls https://gmc.example/service as connection-service/");
    assertThat(output).doesNotContain("s3cret-pass");
  }

  @Test
  void aMissingSettingIsNamed() {
    assertThatThrownBy(() -> start("--GMC_CONNECT_URL=https://gmc.example/service"))
        .hasRootCauseMessage("GMC_PASSWORD is not set");
  }

  private static ConfigurableApplicationContext start(String... settings) {
    SpringApplication application = new SpringApplication(ConnectionServiceApplication.class);
    String[] all = new String[settings.length + 2];
    System.arraycopy(settings, 0, all, 0, settings.length);
    all[settings.length] = "--GMC_USER_NAME=a-user";
    all[settings.length + 1] = "--server.port=0";
    return application.run(all);
  }
}
