package uk.nhs.hee.tis.gmc.example.syncservice;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import uk.nhs.hee.tis.gmc.client.CircuitBreakerPolicy;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcClientBuilder;
import uk.nhs.hee.tis.gmc.client.metrics.GmcMetrics;
import uk.nhs.hee.tis.gmc.client.metrics.GmcObservations;

/** The one client of GMC Connect that the module shares, and who hears of it; Spring closes it. */
@Configuration(proxyBeanMethods = false)
public class GmcConfiguration {

  @Bean
  GmcClient gmcClient(
      Environment settings,
      MeterRegistry registry,
      ObservationRegistry observations,
      ObjectProvider<AvailabilityAlert> alert,
      @Value("${spring.application.name}") String product,
      @Value("${app.version}") String version,
      @Value("${app.contact}") String contact,
      @Value("${sync.internal-user}") String internalUser,
      @Value("${gmc.cool-down}") Duration coolDown) {
    ClientIdentity identity =
        ClientIdentity.builder().product(product, version).contact(contact).build();
    GmcClientBuilder builder =
        GmcClient.builder()
            .identity(identity)
            .internalUser(internalUser)
            .environmentVariables(settings::getProperty)
            .circuitBreakerPolicy(CircuitBreakerPolicy.builder().coolDown(coolDown).build())
            .listener(GmcMetrics.listener(registry, identity));
    alert.ifAvailable(builder::listener);
    return GmcObservations.observe(observations, builder).build();
  }

  @Bean
  @ConditionalOnProperty("ALERT_WEBHOOK_URL")
  Webhook alertWebhook(@Value("${ALERT_WEBHOOK_URL}") URI url) {
    return new Webhook(url);
  }

  @Bean
  @ConditionalOnProperty("ALERT_WEBHOOK_URL")
  AvailabilityAlert availabilityAlert(
      Webhook webhook, @Value("${spring.application.name}") String product) {
    return new AvailabilityAlert(product, webhook::post);
  }
}
