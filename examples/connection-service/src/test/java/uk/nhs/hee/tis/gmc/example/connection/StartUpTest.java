package uk.nhs.hee.tis.gmc.example.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
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
  void theModuleStartsWithoutAnySetting(CapturedOutput output) {
    start().close();

    assertThat(output)
        .contains(
            " calls http://localhost:8080/GMCWebServices/WebService.asmx as connection-service/dev"
                + " (tis.support@example.nhs.uk)");
  }

  @Test
  void theLogShowsWhomTheServiceCallsAndAsWhom(CapturedOutput output) {
    start("--GMC_CONNECT_URL=https://gmc.example/service", "--GMC_PASSWORD=s3cret-pass").close();

    assertThat(output.getOut().lines().filter(line -> line.contains("gmc-client")))
        .singleElement()
        .asString()
        .contains("INFO", "uk.nhs.hee.tis.gmc.client.GmcClient")
        .contains("calls https://gmc.example/service as connection-service/dev");
    assertThat(output).doesNotContain("s3cret-pass");
  }

  @Test
  void plainHttpBeyondThisComputerIsRefusedUnlessItIsAllowed() {
    assertThatThrownBy(() -> start("--GMC_CONNECT_URL=http://gmc-mock:8090/service"))
        .hasRootCauseMessage(
            "endpoint must be https, since the password travels in the body:"
                + " http://gmc-mock:8090/service (for a stand-in GMC in a container network call"
                + " allowPlainHttp(), or set GMC_ALLOW_PLAIN_HTTP to true)");
    for (String allowed : List.of("app.gmc.allowPlainHttp", "GMC_ALLOW_PLAIN_HTTP")) {
      start("--GMC_CONNECT_URL=http://gmc-mock:8090/service", "--" + allowed + "=true").close();
    }
  }

  @Test
  void aVariableReplacesTheUserAgentWithoutARelease() {
    try (ConfigurableApplicationContext context = start("--GMC_USER_AGENT=reval/2 (a@b.example)")) {
      assertThat(context.getBean(GmcClient.class).identity().userAgent())
          .isEqualTo("reval/2 (a@b.example)");
    }
  }

  private static ConfigurableApplicationContext start(String... settings) {
    SpringApplication application = new SpringApplication(ConnectionServiceApplication.class);
    String[] all = Arrays.copyOf(settings, settings.length + 1);
    all[settings.length] = "--server.port=0";
    return application.run(all);
  }
}
